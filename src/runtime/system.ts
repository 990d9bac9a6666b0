// The real world behind the ports: the clock, randomness, waiting; by what Node and Workers both have.
import { instantOf } from '../core/kernel/instant.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Clock, Pause, Random } from '../flows/ports.ts'

let spelled: { readonly ms: number; readonly at: Instant } = { ms: 0, at: instantOf(0) }

/** Asked several times in the work of one event, so a millisecond is spelled once. */
export const systemClock: Clock = {
  now: () => {
    const ms = Date.now()
    if (ms !== spelled.ms) spelled = { ms, at: instantOf(ms) }
    return spelled.at
  },
}

export const systemRandom: Random = {
  id: () => crypto.randomUUID(),
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
}

/** Ends early, without a fault, when the signal says so. */
export const pause: Pause = (ms, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted === true) return resolve()
    const end = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end, { once: true })
  })
