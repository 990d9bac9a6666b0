// Removes work rows that are past their time: remembered requests, kept answers, what was refused or never fit, settled messages of
// closed cases (D19a). One bounded pass; what somebody still waits for is no such row.
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

export function sweepExpired(deps: Deps, { limit }: Pass): Promise<number> {
  return deps.work.sweep(deps.clock.now(), limit)
}
