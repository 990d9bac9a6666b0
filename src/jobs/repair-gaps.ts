// Fetches what cases lack, one request a case and partner, as long as any is due (D20).
import { repairGap } from '../flows/exchange/repair-gap.ts'
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

export async function repairGaps(deps: Deps, { limit, signal }: Pass): Promise<number> {
  let done = 0
  while (done < limit && !signal?.aborted && (await repairGap(deps))) done++
  return done
}
