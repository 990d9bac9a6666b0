import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  Instant,
  instantOf,
  instantOfSeconds,
  millisOf,
  plusMillis,
  secondsOf,
} from '../../../src/core/kernel/instant.ts'

const millis = fc.integer({ min: 0, max: 253_402_300_799_999 })

describe('an instant', () => {
  it('is a moment to the millisecond, in UTC, in one spelling', () => {
    fc.assert(
      fc.property(millis, (ms) => {
        expect(millisOf(instantOf(ms))).toBe(ms)
        expect(Instant.safeParse(instantOf(ms)).success).toBe(true)
      }),
    )
    for (const text of [
      '2026-11-21T20:00:00Z',
      '2026-11-21 20:00:00.000Z',
      '2026-11-21T20:00:00.000+01:00',
    ])
      expect(Instant.safeParse(text).success, text).toBe(false)
  })

  it('counts whole seconds downwards', () => {
    expect(secondsOf(instantOf(1_999))).toBe(1)
    expect(instantOfSeconds(1)).toBe('1970-01-01T00:00:01.000Z')
  })

  it('moves by milliseconds', () => {
    expect(plusMillis(instantOf(1_000), 500)).toBe('1970-01-01T00:00:01.500Z')
  })
})
