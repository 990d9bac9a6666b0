// Removes work rows that are past their time: remembered requests, kept answers, delivered messages of closed cases (D19a).
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

export function sweepExpired(deps: Deps, { limit }: Pass): Promise<number> {
  return deps.work.sweep(deps.clock.now(), limit)
}
