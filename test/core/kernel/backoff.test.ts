import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backoff,
  CEILING_MS,
  GRAVE_CEILING_MS,
  retryAfter,
} from '../../../src/core/kernel/backoff.ts'

const NOW = Date.parse('2026-11-21T20:00:00Z')

describe('the wait after failures', () => {
  it('grows with each failure up to its ceiling, a lower one where it is grave', () => {
    expect([1, 2, 3, 4].map((n) => backoff(n, false, 0))).toEqual([1_000, 2_000, 4_000, 8_000])
    expect(backoff(50, false, 0)).toBe(CEILING_MS)
    expect(backoff(50, true, 0)).toBe(GRAVE_CEILING_MS)
  })

  it('never leaves its bounds, whatever the jitter', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e6 }),
        fc.boolean(),
        fc.float({ min: 0, max: Math.fround(0.999), noNaN: true }),
        (n, grave, jitter) => {
          const ms = backoff(n, grave, jitter)
          expect(ms).toBeGreaterThanOrEqual(750)
          expect(ms).toBeLessThanOrEqual(grave ? GRAVE_CEILING_MS : CEILING_MS)
        },
      ),
    )
  })
})

describe("a partner's own wish", () => {
  it('is read as seconds or as a date, and kept within the ceiling', () => {
    expect(retryAfter('5', NOW, true)).toBe(5_000)
    expect(retryAfter('Sat, 21 Nov 2026 20:00:30 GMT', NOW, false)).toBe(30_000)
    expect(retryAfter('86400', NOW, true)).toBe(GRAVE_CEILING_MS)
    expect(retryAfter('Sat, 21 Nov 2020 20:00:30 GMT', NOW, true)).toBe(0)
  })

  it('is passed over when it is absent or makes no sense', () => {
    expect(retryAfter(null, NOW, true)).toBeNull()
    expect(retryAfter('soon', NOW, true)).toBeNull()
  })
})
