// Compares the tips of shared cases with partners whose turn it is: finds what was lost on both sides, and lifts the fence around
// cases after a restore (D20, D23).
import { plusMillis } from '../core/kernel/instant.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import { compareHeads } from '../flows/exchange/compare-heads.ts'
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

/** How often tips are compared with each partner when nothing is amiss. */
export const COMPARE_EVERY_MS = 5 * 60_000

export async function compareTips(
  deps: Deps,
  { limit, signal }: Pass,
  everyMs: number = COMPARE_EVERY_MS,
): Promise<number> {
  let differed = 0
  for (let i = 0; i < limit && !signal?.aborted; i++) {
    const at = deps.clock.now()
    const claimed = await deps.work.claimComparison(at, plusMillis(at, -everyMs))
    if (!claimed) break
    const result = await compareHeads(deps, claimed.member, claimed.partner)
    if (!(result instanceof Refusal)) differed += result
  }
  return differed
}
