import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  backoff,
  CEILING_MS,
  GRAVE_CEILING_MS,
  retryAfter,
} from '../../../src/core/kernel/backoff.ts'

const failures = fc.integer({ min: 1, max: 1_000_000 })
const jitter = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('the wait after a failure', () => {
  it('doubles from a second', () => {
    expect([1, 2, 3, 4, 5].map((n) => backoff(n, false, 0))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000,
    ])
  })

  it('stays under its ceiling, a minute while something grave waits', () => {
    expect(backoff(1_000_000, true, 0)).toBe(60_000)
    expect(backoff(1_000_000, false, 0)).toBe(900_000)
  })

  it('is never shorter for more failures, nor longer for something grave', () => {
    fc.assert(
      fc.property(failures, jitter, (n, j) => {
        expect(backoff(n + 1, false, j)).toBeGreaterThanOrEqual(backoff(n, false, j))
        expect(backoff(n, true, j)).toBeLessThanOrEqual(backoff(n, false, j))
      }),
    )
  })

  it('is spread over its last quarter', () => {
    fc.assert(
      fc.property(failures, fc.boolean(), jitter, (n, grave, j) => {
        const full = backoff(n, grave, 0)
        expect(backoff(n, grave, j)).toBeLessThanOrEqual(full)
        expect(backoff(n, grave, j)).toBeGreaterThanOrEqual(Math.floor(full * 0.75))
      }),
    )
  })
})

describe('what a partner wishes', () => {
  const now = Date.parse('2026-11-21T03:00:00Z')

  it('is read in seconds or as a date', () => {
    expect(retryAfter('7', now, false)).toBe(7_000)
    expect(retryAfter(' 0 ', now, false)).toBe(0)
    expect(retryAfter('Sat, 21 Nov 2026 03:00:30 GMT', now, false)).toBe(30_000)
  })

  it('is kept within the ceiling, and no date lies before now', () => {
    expect(retryAfter('999999999', now, false)).toBe(CEILING_MS)
    expect(retryAfter('999999999', now, true)).toBe(GRAVE_CEILING_MS)
    expect(retryAfter('Sat, 21 Nov 2026 02:00:00 GMT', now, false)).toBe(0)
  })

  it.each([null, '', 'soon', '-', '1e3 s'])('is nothing when it says %s', (header) => {
    expect(retryAfter(header, now, false)).toBeNull()
  })
})
