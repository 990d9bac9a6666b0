import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../src/core/support/calendar.ts'
import { calendarFault } from '../../../src/core/support/calendar-laws.ts'
import { ALWAYS, BERLIN, calendar, daily, weekly } from './kit.ts'

const on = (
  date: string,
  ...hours: { from: string; to: string }[]
): Calendar['holidays'][number] => ({
  date,
  name: 'Holiday',
  ...(hours.length > 0 && { hours }),
})
const NIGHTS = [weekly('22:00', '06:00')]

describe('a calendar', () => {
  it.each<[string, Calendar]>([
    ['closes at night', BERLIN],
    ['never closes', ALWAYS],
    ['has hours that meet', calendar('UTC', [daily('00:00', '12:00'), daily('12:00', '24:00')])],
    ['has days of 24 hours that meet', calendar('UTC', [daily('08:00', '08:00')])],
    [
      'is open over midnight before and after its own hours',
      calendar('UTC', [...NIGHTS, weekly('06:00', '22:00')]),
    ],
    ['closes on a holiday', calendar('UTC', NIGHTS, [on('2026-12-25')])],
    [
      'has hours of its own on a holiday, after the night',
      calendar('UTC', NIGHTS, [on('2026-12-25', { from: '06:00', to: '07:00' })]),
    ],
  ])('may be one that %s', (_what, one) => expect(calendarFault(one)).toBeNull())

  it.each<[string, Calendar, string]>([
    ['a zone that nobody knows', { ...BERLIN, zone: 'Europe/Bonn' }, 'zone'],
    ['an offset for a zone', { ...BERLIN, zone: '+01:00' }, 'zone'],
    ['holidays though it never closes', { ...ALWAYS, holidays: [on('2026-12-25')] }, 'holidays'],
    [
      'a holiday twice',
      { ...BERLIN, holidays: [on('2026-12-25'), on('2026-12-24'), on('2026-12-25')] },
      'holidays.2.date',
    ],
    [
      'hours that overlap',
      calendar('UTC', [weekly('09:00', '17:00'), { days: ['wed'], from: '16:00', to: '18:00' }]),
      'hours.1',
    ],
    [
      'a weekday twice in one entry',
      calendar('UTC', [{ days: ['mon', 'mon'], from: '09:00', to: '10:00' }]),
      'hours.0',
    ],
    [
      'hours that run into the next day’s',
      calendar('UTC', [...NIGHTS, weekly('05:00', '09:00')]),
      'hours.1',
    ],
    [
      'hours of Sunday that run into Monday’s',
      calendar('UTC', [weekly('00:00', '09:00'), { days: ['sun'], from: '20:00', to: '01:00' }]),
      'hours.0',
    ],
    [
      'holiday hours that overlap',
      calendar('UTC', NIGHTS, [
        on('2026-12-25', { from: '08:00', to: '10:00' }, { from: '09:00', to: '11:00' }),
      ]),
      'holidays.0.hours.1',
    ],
    [
      'holiday hours that the night before runs into',
      calendar('UTC', NIGHTS, [on('2026-12-25', { from: '05:00', to: '07:00' })]),
      'holidays.0.hours.0',
    ],
    [
      'holiday hours that run into the next day’s',
      calendar(
        'UTC',
        [weekly('05:00', '09:00')],
        [on('2026-12-24', { from: '20:00', to: '05:30' })],
      ),
      'hours.0',
    ],
  ])('is refused with %s, naming the field', (_what, one, field) => {
    expect(calendarFault(one)).toMatchObject({ field })
  })
})
