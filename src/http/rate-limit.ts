// How much one client may ask: a bucket of tokens for each, refilled all the time, in the memory of this process. Several processes
// of one gateway each count for themselves, so behind a load balancer a client may get as many times the quota. It keeps one
// runaway script from taking everything; it is no accounting. Headers: draft-ietf-httpapi-ratelimit-headers.
import type { MiddlewareHandler } from 'hono'
import { millisOf } from '../core/kernel/instant.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import type { Deps } from '../flows/ports.ts'
import { refuse } from './problem.ts'

export type Rate = { readonly quota: number; readonly windowSeconds: number }
export const DEFAULT_RATE: Rate = { quota: 600, windowSeconds: 60 }

/** Buckets kept at most; the one not asked for longest goes first, full again when it comes back. */
const MOST_BUCKETS = 10_000

export type Draw = {
  readonly granted: boolean
  readonly left: number
  readonly resetSeconds: number
}

/** Levels are whole numbers: a token weighs as much as its window has milliseconds, and each millisecond brings the quota. */
export class Buckets {
  readonly #levels = new Map<string, { level: number; at: number }>()
  readonly rate: Rate

  constructor(rate: Rate) {
    this.rate = rate
  }

  /** Buckets kept. */
  get size(): number {
    return this.#levels.size
  }

  /** Takes one token of a client's bucket, if there is one. @param now milliseconds */
  draw(client: string, now: number): Draw {
    const { quota } = this.rate
    const token = this.rate.windowSeconds * 1000
    const before = this.#levels.get(client)
    const elapsed = Math.max(0, now - (before?.at ?? now))
    const filled = Math.min(quota * token, (before?.level ?? quota * token) + elapsed * quota)
    const granted = filled >= token
    const level = granted ? filled - token : filled
    this.#levels.delete(client)
    this.#levels.set(client, { level, at: now })
    const [oldest] = this.#levels.keys()
    if (this.#levels.size > MOST_BUCKETS && oldest !== undefined) this.#levels.delete(oldest)
    const wanting = (granted ? quota * token : token) - level
    return {
      granted,
      left: Math.floor(level / token),
      resetSeconds: Math.max(1, Math.ceil(wanting / (quota * 1000))),
    }
  }

  /** Takes or gives back whole tokens afterwards; nobody owes more than a full bucket. */
  charge(client: string, tokens: number): void {
    const kept = this.#levels.get(client)
    if (tokens === 0 || kept === undefined) return
    const token = this.rate.windowSeconds * 1000
    const full = this.rate.quota * token
    const level = Math.min(full, Math.max(-full, kept.level - tokens * token))
    this.#levels.set(client, { ...kept, level })
  }
}

/** Counts a caller's requests; needs `caller` set. */
export function limitsRate({ clock }: Pick<Deps, 'clock'>, buckets: Buckets): MiddlewareHandler {
  const { quota, windowSeconds } = buckets.rate
  const policy = `"client";q=${quota};w=${windowSeconds}`
  return async (c, next) => {
    const { granted, left, resetSeconds } = buckets.draw(c.var.caller.client, millisOf(clock.now()))
    c.header('RateLimit-Policy', policy)
    c.header('RateLimit', `"client";r=${left};t=${resetSeconds}`)
    if (!granted) return refuse(c, new Refusal('rate-limited'), { retryAfter: resetSeconds })
    await next()
    return undefined
  }
}
