// Time, ids and randomness of a test: nothing here reads the real clock, and the same seed gives the same world.
import { instantOf, millisOf, type Instant } from '../../src/core/kernel/instant.ts'
import type { Clock, Random } from '../../src/flows/ports.ts'

export type TestClock = Clock & { readonly advance: (ms: number) => void }

/** A clock that stands still until a test moves it. */
export function testClock(start = '2026-11-21T20:00:00.000Z'): TestClock {
  let now = millisOf(start as Instant)
  return { now: () => instantOf(now), advance: (ms) => void (now += ms) }
}

/** Draws from [0, 1), the same for the same seed (mulberry32). */
export function seededDraw(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Ids and bytes out of a draw; a number is the seed of a draw of its own. */
export function testRandom(from: number | (() => number)): Random {
  const draw = typeof from === 'number' ? seededDraw(from) : from
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(draw() * 256))
  let count = 0
  const id = () =>
    `${++count}-${Array.from(bytes(8), (b) => b.toString(16).padStart(2, '0')).join('')}`
  return { id, bytes }
}
