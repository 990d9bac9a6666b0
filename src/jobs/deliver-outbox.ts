// Delivers what waits for partners: queue after queue while any is due. One bounded pass; a failing partner's queue steps back by
// itself and holds up no other (D18, D19).
import { deliverQueue } from '../flows/exchange/deliver-queue.ts'
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

/** Partners served at once: enough that some that do not answer leave others their turn. */
const AT_ONCE = 8

export async function deliverOutbox(deps: Deps, { limit, signal }: Pass): Promise<number> {
  let done = 0
  const work = async (): Promise<void> => {
    while (done < limit && !signal?.aborted) {
      done++
      const settled = await deliverQueue(deps, signal)
      if (!settled) {
        done--
        return
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, limit) }, work))
  return done
}
