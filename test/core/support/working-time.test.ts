import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  addWorking,
  HORIZON,
  isOpen,
  nextClosing,
  nextOpening,
  workingBetween,
} from '../../../src/core/support/working-time.ts'
import { ALWAYS, BERLIN, calendar, daily, HOUR, inUtc, utc, wall, weekly } from './kit.ts'

const berlin = (text: string): number => wall('Europe/Berlin', text)
const EASTER = {
  ...BERLIN,
  holidays: [
    { date: '2026-04-03', name: 'Karfreitag' },
    { date: '2026-04-06', name: 'Ostermontag' },
  ],
}
/** Open by hours on every hour of every day. */
const BY_HOURS = calendar('Europe/Berlin', [daily('00:00', '24:00')])
/** One hour a week, and that on a day that is always a holiday. */
const NEVER = calendar(
  'UTC',
  [{ days: ['mon'], from: '09:00', to: '10:00' }],
  Array.from({ length: 160 }, (_, week) => ({
    date: new Date(Date.UTC(2026, 0, 5) + week * 168 * HOUR).toISOString().slice(0, 10),
    name: 'Closed',
  })),
)

describe('a calendar', () => {
  it('is open from its opening up to, not at, its closing', () => {
    expect(isOpen(BERLIN, berlin('2026-11-20 09:00'))).toBe(true)
    expect(isOpen(BERLIN, berlin('2026-11-20 08:59'))).toBe(false)
    expect(isOpen(BERLIN, berlin('2026-11-20 16:59'))).toBe(true)
    expect(isOpen(BERLIN, berlin('2026-11-20 17:00'))).toBe(false)
    expect(isOpen(ALWAYS, 0)).toBe(true)
  })

  it('opens next after the week end and the holidays', () => {
    expect(nextOpening(EASTER, berlin('2026-04-02 17:00'))).toBe(berlin('2026-04-07 09:00'))
    expect(nextOpening(EASTER, berlin('2026-04-07 11:11'))).toBe(berlin('2026-04-07 11:11'))
    expect(nextOpening(ALWAYS, 5)).toBe(5)
  })

  it('closes when what is open, or opens next, ends', () => {
    expect(nextClosing(BERLIN, berlin('2026-11-20 10:00'))).toBe(berlin('2026-11-20 17:00'))
    expect(nextClosing(BERLIN, berlin('2026-11-20 17:00'))).toBe(berlin('2026-11-23 17:00'))
  })

  it('takes hours that meet for one opening, and may never close', () => {
    const week = calendar('Europe/Berlin', [weekly('00:00', '24:00')])
    expect(nextClosing(week, berlin('2026-11-17 10:00'))).toBe(berlin('2026-11-21 00:00'))
    expect(nextClosing(BY_HOURS, berlin('2026-11-17 10:00'))).toBeNull()
    expect(nextClosing(ALWAYS, 0)).toBeNull()
  })
})

describe('adding working time', () => {
  it('ends at the closing, not at the next opening', () => {
    expect(addWorking(BERLIN, berlin('2026-11-20 09:00'), 8 * HOUR)).toBe(
      berlin('2026-11-20 17:00'),
    )
    expect(addWorking(BERLIN, berlin('2026-11-20 09:00'), 8 * HOUR + 1)).toBe(
      berlin('2026-11-23 09:00') + 1,
    )
  })

  it('leaves an instant alone when there is nothing to add', () => {
    expect(addWorking(BERLIN, berlin('2026-11-21 03:00'), 0)).toBe(berlin('2026-11-21 03:00'))
  })

  it('steps over holidays and week ends', () => {
    expect(addWorking(EASTER, berlin('2026-04-02 16:00'), 2 * HOUR)).toBe(
      berlin('2026-04-07 10:00'),
    )
  })

  it('counts the night in which an hour is missing, and the one in which it comes twice', () => {
    expect(addWorking(BY_HOURS, berlin('2026-03-29 00:00'), 24 * HOUR)).toBe(
      berlin('2026-03-30 01:00'),
    )
    expect(addWorking(BY_HOURS, berlin('2026-10-25 00:00'), 24 * HOUR)).toBe(
      berlin('2026-10-25 23:00'),
    )
    const nights = calendar('Europe/Berlin', [daily('22:00', '06:00')])
    expect(workingBetween(nights, berlin('2026-03-28 12:00'), berlin('2026-03-29 12:00'))).toBe(
      7 * HOUR,
    )
    expect(workingBetween(nights, berlin('2026-10-24 12:00'), berlin('2026-10-25 12:00'))).toBe(
      9 * HOUR,
    )
  })

  it('gives up after two years, and not before', () => {
    const start = utc('2026-01-01')
    expect(addWorking(NEVER, start, 1)).toBeNull()
    expect([nextOpening(NEVER, start), nextClosing(NEVER, start)]).toEqual([null, null])
    expect(addBusinessDays(NEVER, start, 1)).toBeNull()
    expect(addWorking(BY_HOURS, start, HORIZON)).toBe(start + HORIZON)
    expect(addWorking(BY_HOURS, start, HORIZON + 1)).toBeNull()
    expect(addWorking(ALWAYS, start, 2 * HORIZON)).toBe(start + 2 * HORIZON)
  })

  it('refuses time that is no whole number, or runs backwards', () => {
    for (const ms of [-1, 0.5, Number.NaN, Infinity])
      expect(() => addWorking(BERLIN, 0, ms)).toThrow(RangeError)
    for (const days of [0, -1, 1.5, Number.NaN])
      expect(() => addBusinessDays(BERLIN, 0, days)).toThrow(RangeError)
  })
})

describe('business days', () => {
  it.each([
    [
      'from a Friday, at any hour, to the closing of Monday',
      '2026-11-20 03:00',
      1,
      '2026-11-23 17:00',
    ],
    [
      'from after closing to the closing of the next one',
      '2026-11-20 23:00',
      1,
      '2026-11-23 17:00',
    ],
    ['from a Sunday to the closing of Monday', '2026-11-22 12:00', 1, '2026-11-23 17:00'],
    ['over Easter', '2026-04-02 12:00', 2, '2026-04-08 17:00'],
  ])('count %s', (_what, from, n, closing) => {
    expect(addBusinessDays(EASTER, berlin(from), n)).toBe(berlin(closing))
  })

  it('are local days: late in UTC may be early tomorrow', () => {
    const sydney = calendar('Australia/Sydney', [weekly('09:00', '17:00')])
    expect(inUtc(addBusinessDays(sydney, utc('2026-11-19 20:00'), 1))).toBe('2026-11-23 06:00')
  })

  it('close when the hours that began on them end, after midnight too', () => {
    const nights = calendar('Europe/Berlin', [weekly('22:00', '06:00')])
    expect(addBusinessDays(nights, berlin('2026-11-20 12:00'), 1)).toBe(berlin('2026-11-24 06:00'))
    expect(addBusinessDays(ALWAYS, utc('2026-11-21 12:00'), 1)).toBe(utc('2026-11-23'))
  })
})

describe('working time between two instants', () => {
  it('is none outside the hours, and counts backwards as negative', () => {
    expect(workingBetween(BERLIN, berlin('2026-11-20 17:00'), berlin('2026-11-23 09:00'))).toBe(0)
    expect(workingBetween(BERLIN, berlin('2026-11-23 10:00'), berlin('2026-11-20 16:00'))).toBe(
      -2 * HOUR,
    )
    expect(workingBetween(ALWAYS, 7, 3)).toBe(-4)
  })

  it('is measured over any span', () => {
    const [from, to] = [utc('2006-01-01'), utc('2026-01-01')]
    expect(workingBetween(BERLIN, from, to) / HOUR).toBe(5218 * 8)
  })
})
