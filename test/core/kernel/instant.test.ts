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

/** Up to the end of the year 9999. */
const millis = fc.integer({ min: 0, max: 253_402_300_799_999 })

describe('a moment', () => {
  it('comes back from its text', () => {
    fc.assert(
      fc.property(millis, (ms) => {
        const at = instantOf(ms)
        expect(Instant.parse(at)).toBe(at)
        expect(millisOf(at)).toBe(ms)
      }),
    )
  })

  it('orders as its text does', () => {
    fc.assert(
      fc.property(millis, millis, (a, b) => {
        expect(instantOf(a) < instantOf(b)).toBe(a < b)
      }),
    )
  })

  it('is whole seconds in a token, rounded down', () => {
    expect(secondsOf(instantOf(1_999))).toBe(1)
    expect(instantOfSeconds(1)).toBe('1970-01-01T00:00:01.000Z')
  })

  it('moves by milliseconds', () => {
    expect(plusMillis(instantOf(1_000), -1)).toBe('1970-01-01T00:00:00.999Z')
  })

  it.each(['2026-11-21', '2026-11-21T03:04:05Z', '2026-11-21T03:04:05.678+01:00', ''])(
    'is not written %j',
    (text) => expect(Instant.safeParse(text).success).toBe(false),
  )
})
