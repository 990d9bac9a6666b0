// Asks partners for what waits there, for members that cannot be reached (D18). One bounded pass; several partners are waited at side
// by side, and one that holds its answer keeps no other waiting.
import { POLL_LEASE_MS, pollPartner } from '../flows/exchange/poll-partner.ts'
import type { PollOptions } from '../flows/exchange/poll-partner.ts'
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

/** Partners waited at by one process; of more than that each has its turn every few times half a minute. */
const AT_ONCE = 16
/** How often it is looked whether another partner is due, while some are waited at. */
const LOOK_MS = 1_000

/** @returns how many events were taken or refused */
export async function pollPartners(
  deps: Deps,
  { limit, ...options }: Pass & Pick<PollOptions, 'hold'>,
): Promise<number> {
  await deps.work.beginPolls(deps.clock.now())
  const faults: unknown[] = []
  const busy = new Set<Promise<void>>()
  let done = 0
  for (let begun = 0; begun < limit && !options.signal?.aborted;) {
    const claimed =
      busy.size < AT_ONCE ? await deps.work.claimPoll(deps.clock.now(), POLL_LEASE_MS) : null
    if (claimed) {
      begun++
      const polling = pollPartner(deps, claimed, options)
        .then(({ taken, refused }) => void (done += taken + refused))
        .catch((error: unknown) => void faults.push(error))
        .finally(() => busy.delete(polling))
      busy.add(polling)
      continue
    }
    if (busy.size === 0) break
    await Promise.race([deps.pause(LOOK_MS, options.signal), ...busy])
  }
  await Promise.all(busy)
  if (faults.length > 0) throw faults[0]
  return done
}
