import { describe, expect, it } from 'vitest'
import { Instant } from '../../../src/core/kernel/instant.ts'
import * as times from '../../../src/http/console/times.ts'

const AT = Instant.parse('2026-11-21T23:05:09.000Z')
const BERLIN = 'Europe/Berlin'
const beside = (at: string): string => times.shortOf(AT, Instant.parse(at), BERLIN)

describe('a moment', () => {
  it('is shown in the reader’s zone, with nothing left to guess about it', () => {
    expect(times.timeOf(AT, BERLIN)).toBe('00:05')
    expect(times.dayOf(AT, BERLIN)).toBe('Sunday, 22 November 2026')
    expect(times.exactOf(AT, BERLIN)).toBe(
      '22 November 2026 at 00:05:09 CET (2026-11-21T23:05:09Z)',
    )
  })

  it('is as short as it can be beside another', () => {
    expect(beside('2026-11-22T10:00:00.000Z')).toBe('00:05')
    expect(beside('2026-11-21T10:00:00.000Z')).toBe('22 Nov, 00:05')
    expect(beside('2027-01-02T10:00:00.000Z')).toBe('22 Nov 2026, 00:05')
  })

  it('is shown in UTC where the zone is none that is known', () => {
    expect(times.knownZone(BERLIN)).toBe(BERLIN)
    for (const zone of [undefined, '', 'Mars/Olympus', '"><script>', 'x'.repeat(500)])
      expect(times.knownZone(zone)).toBe('UTC')
  })
})

describe('a span', () => {
  const MINUTE = 60_000
  it.each([
    [-5, '0 s'],
    [59_999, '59 s'],
    [12 * MINUTE, '12 min'],
    [60 * MINUTE, '1 h'],
    [125 * MINUTE, '2 h 5 min'],
    [24 * 60 * MINUTE, '1 day'],
    [76 * 60 * MINUTE, '3 days 4 h'],
  ])('of %i milliseconds is %s', (ms, words) => {
    expect(times.spanOf(ms)).toBe(words)
  })
})
