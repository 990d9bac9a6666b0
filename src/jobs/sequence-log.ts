// Numbers the leaves of every member's log after they were committed: the feed's cursor and the audit log's order (D26).
import type { MemberId } from '../core/kernel/id.ts'
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

const LEAVES_AT_ONCE = 1_000

/** `only`: the member just written for; without it, every member that has leaves without a number. */
export async function sequenceLog(
  deps: Deps,
  { limit, signal }: Pass,
  only?: MemberId,
): Promise<number> {
  const members = only === undefined ? await deps.log.membersWithUnnumbered(limit) : [only]
  let done = 0
  for (const member of members) {
    if (signal?.aborted) break
    const numbered = await deps.log.sequence(member, LEAVES_AT_ONCE)
    if (numbered > 0) deps.nudge('feed', member)
    done += numbered
  }
  return done
}
