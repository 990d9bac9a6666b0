// The laws of working time over many zones, weeks of any shape, holidays, and the nights in which clocks change.
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { afterAll, describe, expect, it } from 'vitest'
import { type Calendar, WEEKDAYS } from '../../../src/core/support/calendar.ts'
import { calendarFault } from '../../../src/core/support/calendar-laws.ts'
import {
  addBusinessDays,
  addWorking,
  isOpen,
  nextClosing,
  nextOpening,
  workingBetween,
} from '../../../src/core/support/working-time.ts'
import { calendar, HOUR, MINUTE, utc, ZONES } from './kit.ts'

const counts: Record<string, number> = {}
const count = (what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1
}
afterAll(() => console.log('working time', JSON.stringify(counts)))

const zone = fc.constantFrom(...ZONES)
const quarter = fc
  .integer({ min: 0, max: 95 })
  .map(
    (n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`,
  )
const window = fc.record({ from: quarter, to: fc.oneof(quarter, fc.constant('24:00')) })
const hours = fc.array(
  fc
    .record({ days: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 }), window })
    .map(({ days, window }) => ({ days, ...window })),
  { minLength: 1, maxLength: 4 },
)
const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 800 }), { maxLength: 20 }).map((days) =>
  days.map((day) => ({
    date: new Date(Date.UTC(2026, 0, 1) + day * 24 * HOUR).toISOString().slice(0, 10),
    name: 'Holiday',
  })),
)
const anyCalendar: fc.Arbitrary<Calendar> = fc
  .oneof(
    { weight: 9, arbitrary: fc.tuple(zone, hours, holidays).map(([z, h, d]) => calendar(z, h, d)) },
    { weight: 1, arbitrary: zone.map((z) => calendar(z, '24x7')) },
  )
  .filter((one) => calendarFault(one) === null)

/** Instants of two years; half of them within hours of a change of the clocks somewhere. */
const anyMoment = fc.integer({ min: utc('2026-01-01'), max: utc('2028-01-01') })
const nearAChange = fc
  .tuple(zone, anyMoment, fc.integer({ min: -4 * HOUR, max: 4 * HOUR }))
  .map(([name, at, off]) => {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
    return (there.getTimeZoneTransition('next')?.epochMilliseconds ?? at) + off
  })
const onTheHour = anyMoment.map((at) => Math.floor(at / HOUR) * HOUR)
const moment = fc.oneof(anyMoment, nearAChange, onTheHour)
const span = fc.oneof(
  fc.integer({ min: 1, max: 3 * HOUR }),
  fc.integer({ min: 1, max: 400 }).map((n) => n * 15 * MINUTE),
)

describe('working time', () => {
  it('adds up, wherever it is split', () => {
    fc.assert(
      fc.property(anyCalendar, moment, moment, moment, (one, a, b, c) => {
        const whole = workingBetween(one, a, c)
        expect(workingBetween(one, a, b) + workingBetween(one, b, c)).toBe(whole)
        expect(workingBetween(one, c, a) + whole).toBe(0)
        expect(Math.abs(whole)).toBeLessThanOrEqual(Math.abs(c - a))
        count(whole === 0 ? 'nothing between' : 'something between')
      }),
    )
  })

  it('is the sum of its days, over any span', () => {
    const years = fc.integer({ min: utc('2020-01-01'), max: utc('2032-01-01') })
    fc.assert(
      fc.property(anyCalendar, years, years, (one, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        let sum = 0
        for (let at = from; at < to; at += 24 * HOUR)
          sum += workingBetween(one, at, Math.min(to, at + 24 * HOUR))
        expect(workingBetween(one, from, to)).toBe(sum)
      }),
      { numRuns: 20 },
    )
  })

  it('is what was added', () => {
    fc.assert(
      fc.property(anyCalendar, moment, span, (one, from, ms) => {
        const due = addWorking(one, from, ms)
        if (due === null) return count('beyond two years')
        expect(workingBetween(one, from, due)).toBe(ms)
        expect(isOpen(one, due) || nextClosing(one, due - 1) === due).toBe(true)
        expect(workingBetween(one, due - 1, due)).toBe(1)
        count(isOpen(one, due) ? 'due while open' : 'due at a closing')
      }),
    )
  })

  it('never makes an earlier start or a shorter time due later', () => {
    fc.assert(
      fc.property(anyCalendar, moment, moment, span, span, (one, a, b, v, w) => {
        const [from, later, less, more] = [
          Math.min(a, b),
          Math.max(a, b),
          Math.min(v, w),
          Math.max(v, w),
        ]
        const due = addWorking(one, from, less) ?? Infinity
        expect(due).toBeLessThanOrEqual(addWorking(one, later, less) ?? Infinity)
        expect(due).toBeLessThanOrEqual(addWorking(one, from, more) ?? Infinity)
      }),
    )
  })

  it('may be added in two steps', () => {
    fc.assert(
      fc.property(anyCalendar, moment, span, span, (one, from, v, w) => {
        const half = addWorking(one, from, v)
        const whole = addWorking(one, from, v + w)
        if (half !== null && whole !== null) expect(addWorking(one, half, w)).toBe(whole)
      }),
    )
  })

  it('runs exactly while it is open', () => {
    fc.assert(
      fc.property(anyCalendar, moment, (one, at) => {
        expect(workingBetween(one, at, at + 1)).toBe(isOpen(one, at) ? 1 : 0)
        const opening = nextOpening(one, at)
        if (opening === null) return
        expect(isOpen(one, opening)).toBe(true)
        expect(workingBetween(one, at, opening)).toBe(0)
        const closing = nextClosing(one, at)
        if (closing === null) return
        expect(isOpen(one, closing)).toBe(false)
        expect(workingBetween(one, at, closing)).toBe(closing - opening)
        expect(addWorking(one, at, closing - opening)).toBe(closing)
      }),
    )
  })

  it('is what a watcher counts who looks at the wall every quarter of an hour', () => {
    // Hours whose ends no clock skips or repeats; the changes themselves fall inside and outside of them.
    const steady = fc.constantFrom(
      { from: '09:00', to: '17:00' },
      { from: '00:00', to: '24:00' },
      { from: '21:00', to: '06:00' },
    )
    const days = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1 })
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Berlin',
          'America/New_York',
          'Australia/Lord_Howe',
          'Africa/Casablanca',
        ),
        steady,
        days,
        nearAChange,
        (name, { from, to }, on, at) => {
          const start = Math.floor((at - 36 * HOUR) / (15 * MINUTE)) * 15 * MINUTE
          let watched = 0
          for (let i = 0; i < 72 * 4; i++)
            if (isShown(name, start + i * 15 * MINUTE, from, to, on)) watched++
          const one = calendar(name, [{ days: on, from, to }])
          expect(workingBetween(one, start, start + 72 * HOUR)).toBe(watched * 15 * MINUTE)
        },
      ),
      { numRuns: 60 },
    )
  })
})

/** Whether a clock on the wall shows a time within the hours, by Temporal alone. */
function isShown(
  name: string,
  at: number,
  from: string,
  to: string,
  days: readonly string[],
): boolean {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
  const time = there.toPlainTime().toString().slice(0, 5)
  const isDay = (daysAgo: number): boolean =>
    days.includes(WEEKDAYS[there.subtract({ days: daysAgo }).dayOfWeek - 1] ?? '')
  if (from < to) return isDay(0) && from <= time && time < to
  return (isDay(0) && from <= time) || (isDay(1) && time < to)
}

describe('business days', () => {
  it('end at a closing, follow each other, and never come sooner for a later start', () => {
    fc.assert(
      fc.property(anyCalendar, moment, moment, fc.integer({ min: 1, max: 20 }), (one, a, b, n) => {
        const [from, later] = [Math.min(a, b), Math.max(a, b)]
        const due = addBusinessDays(one, from, n) ?? Infinity
        expect(due).toBeLessThanOrEqual(addBusinessDays(one, later, n) ?? Infinity)
        if (due === Infinity) return
        expect(due).toBeGreaterThan(from)
        expect(workingBetween(one, due - 1, due)).toBe(1)
        expect(addBusinessDays(one, from, n + 1) ?? Infinity).toBeGreaterThan(due)
      }),
    )
  })
})
