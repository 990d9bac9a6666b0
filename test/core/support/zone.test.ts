import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  DAY,
  dayAt,
  dayOfDate,
  instantOfWall,
  isZone,
  timeOfDay,
  wallAt,
} from '../../../src/core/support/zone.ts'
import { HOUR, inUtc, MINUTE, utc, ZONES } from './kit.ts'

const zone = fc.constantFrom(...ZONES)
const moment = fc.integer({ min: utc('2024-01-01'), max: utc('2032-01-01') })

/** The next change of the clocks, with the offsets before and after. */
function changeAfter(name: string, at: number) {
  const before = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
  const next = before.getTimeZoneTransition('next')
  const from = next?.subtract({ nanoseconds: 1 }).offsetNanoseconds ?? 0
  return next && { at: next.epochMilliseconds, from: from / 1e6, to: next.offsetNanoseconds / 1e6 }
}

/** Hours of a day in Berlin. */
const length = (date: string) => {
  const day = dayOfDate(date) * DAY
  const [from, to] = [day, day + DAY].map((time) => instantOfWall('Europe/Berlin', time))
  return ((to ?? 0) - (from ?? 0)) / HOUR
}

describe('a zone', () => {
  it('is known by its IANA name, as it is spelled there', () => {
    for (const name of [...ZONES, 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'US/Pacific'])
      expect(isZone(name)).toBe(true)
    for (const name of [
      '',
      'Europe/Bonn',
      'europe/berlin',
      '+01:00',
      'Z',
      '2026-01-01T00:00Z',
      'a b',
    ])
      expect(isZone(name)).toBe(false)
  })
})

describe('wall time', () => {
  it('is what Temporal shows, at any instant in any zone', () => {
    fc.assert(
      fc.property(zone, moment, (name, at) => {
        const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
        expect(wallAt(name, at)).toBe(utc(shown.toPlainDateTime().toString()))
        expect(dayAt(name, at)).toBe(dayOfDate(shown.toPlainDate().toString()))
      }),
    )
  })

  it('leads back to its instant, or to the first one that shows it', () => {
    fc.assert(
      fc.property(zone, moment, (name, at) => {
        const first = instantOfWall(name, wallAt(name, at))
        expect(first).toBeLessThanOrEqual(at)
        expect(wallAt(name, first)).toBe(wallAt(name, at))
      }),
    )
  })

  it('never runs backwards, around every change of the clocks', () => {
    fc.assert(
      fc.property(zone, moment, fc.array(fc.integer({ min: -180, max: 180 })), (name, at, near) => {
        const change = changeAfter(name, at)
        const middle = change ? wallAt(name, change.at) : at
        const walls = near.toSorted((a, b) => a - b).map((minutes) => middle + minutes * MINUTE)
        const instants = walls.map((time) => instantOfWall(name, time))
        expect(instants).toEqual(instants.toSorted((a, b) => a - b))
      }),
    )
  })

  it('is the moment of the jump where the clocks skip it, the first coming where they repeat it', () => {
    fc.assert(
      fc.property(
        zone,
        moment,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (name, at, part) => {
          const change = changeAfter(name, at)
          if (change === null) return
          const shift = Math.abs(change.to - change.from)
          const time = change.at + Math.min(change.from, change.to) + Math.floor(part * shift)
          const expected = change.to > change.from ? change.at : time - change.from
          expect(instantOfWall(name, time)).toBe(expected)
        },
      ),
    )
  })

  it('knows a day that a whole island skipped', () => {
    const noon = utc('2011-12-30 12:00')
    expect(inUtc(instantOfWall('Pacific/Apia', noon))).toBe('2011-12-30 10:00')
  })

  it('gives days of 23, 24 and 25 hours', () => {
    expect(['2026-03-29', '2026-03-30', '2026-10-25'].map(length)).toEqual([23, 24, 25])
  })
})

describe('clock times', () => {
  it('are milliseconds since midnight', () => {
    expect(['00:00', '08:30', '24:00'].map(timeOfDay)).toEqual([0, 8.5 * HOUR, DAY])
  })
})
