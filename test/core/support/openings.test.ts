import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  BLOCK,
  firstDayAround,
  lastDayAround,
  openInBlock,
  openingsOn,
} from '../../../src/core/support/openings.ts'
import { dayOfDate } from '../../../src/core/support/zone.ts'
import { BERLIN, calendar, daily, HOUR, inUtc, ZONES } from './kit.ts'

const on = (zone: string, date: string, ...hours: [string, string][]) =>
  openingsOn(
    calendar(
      zone,
      hours.map(([from, to]) => daily(from, to)),
    ),
    dayOfDate(date),
  ).map(({ start, end }) => `${inUtc(start)} to ${inUtc(end)}`)

const hours = (block: number) => openInBlock(BERLIN, block) / HOUR

describe('openings', () => {
  it('are the wall hours of their day as instants', () => {
    expect(on('Europe/Berlin', '2026-07-01', ['09:00', '17:00'])).toEqual([
      '2026-07-01 07:00 to 2026-07-01 15:00',
    ])
    expect(on('Asia/Kolkata', '2026-07-01', ['22:00', '06:00'])).toEqual([
      '2026-07-01 16:30 to 2026-07-02 00:30',
    ])
  })

  it('begin and end at the jump where the clocks skip their hour', () => {
    expect(on('Europe/Berlin', '2026-03-29', ['01:00', '02:15'], ['02:45', '03:15'])).toEqual([
      '2026-03-29 00:00 to 2026-03-29 01:00',
      '2026-03-29 01:00 to 2026-03-29 01:15',
    ])
    expect(on('Europe/Berlin', '2026-03-29', ['02:15', '02:45'])).toEqual([])
  })

  it('take the first coming of an hour that the clocks repeat', () => {
    expect(on('Europe/Berlin', '2026-10-25', ['01:00', '02:30'], ['02:30', '05:00'])).toEqual([
      '2026-10-24 23:00 to 2026-10-25 00:30',
      '2026-10-25 00:30 to 2026-10-25 04:00',
    ])
  })

  it('are the same whether they are remembered or worked out anew', () => {
    const days = Array.from({ length: 4000 }, (_, i) => dayOfDate('2024-01-01') + i)
    for (const day of [...days, ...days.toReversed()])
      expect(openingsOn(BERLIN, day)).toEqual(openingsOn({ ...BERLIN }, day))
  })

  it('are summed up by blocks of days, the first one of which holds 1970-01-01', () => {
    expect([hours(0), hours(-1), BLOCK]).toEqual([12 * 8, 12 * 8, 16])
  })

  it('run at an instant only if they begin on a day around it', () => {
    const day = fc.integer({ min: 19_000, max: 23_000 })
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), day, fc.nat(23), (zone, begins, hour) => {
        const from = `${String(hour).padStart(2, '0')}:30`
        for (const { start, end } of openingsOn(calendar(zone, [daily(from, from)]), begins))
          for (const at of [start, end - 1]) {
            expect(firstDayAround(at)).toBeLessThanOrEqual(begins)
            expect(lastDayAround(at)).toBeGreaterThanOrEqual(begins)
          }
      }),
    )
  })
})
