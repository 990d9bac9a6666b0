import { describe, expect, it } from 'vitest'
import { scheduleOf, windowsOn } from '../../../src/core/support/schedule.ts'
import { dayOfDate } from '../../../src/core/support/zone.ts'
import { ALWAYS, calendar, HOUR, weekly } from './kit.ts'

describe('the windows of a day', () => {
  const schedule = scheduleOf(
    calendar(
      'UTC',
      [
        weekly('13:00', '17:00'),
        weekly('08:00', '12:00'),
        { days: ['sun'], from: '22:00', to: '06:00' },
      ],
      [
        { date: '2026-12-25', name: 'Christmas Day' },
        { date: '2026-12-24', name: 'Christmas Eve', hours: [{ from: '09:00', to: '12:00' }] },
      ],
    ),
  )
  const on = (date: string) =>
    windowsOn(schedule, dayOfDate(date)).map(({ from, to }) => [from / HOUR, to / HOUR])

  it('stand in order, whatever the document does', () => {
    expect(on('2026-11-20')).toEqual([
      [8, 12],
      [13, 17],
    ])
  })
  it('run on beyond midnight', () => expect(on('2026-11-22')).toEqual([[22, 30]]))
  it('are none on a day without hours', () => expect(on('2026-11-21')).toEqual([]))
  it('are replaced by those of a holiday, or none', () => {
    expect([on('2026-12-24'), on('2026-12-25')]).toEqual([[[9, 12]], []])
  })
  it('know the weekday before 1970 too', () => expect(on('1969-12-28')).toEqual([[22, 30]]))
  it('are the whole day where it never closes', () => {
    expect(windowsOn(scheduleOf(ALWAYS), 5)).toMatchObject([{ from: 0, to: 24 * HOUR }])
  })
})
