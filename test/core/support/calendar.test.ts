import { describe, expect, it } from 'vitest'
import { Calendar } from '../../../src/core/support/calendar.ts'
import { ALWAYS, BERLIN, daily } from './kit.ts'

const takes = (change: object): boolean => Calendar.safeParse({ ...BERLIN, ...change }).success
const holiday = (change: object) => ({
  holidays: [{ date: '2026-12-24', name: 'Heiligabend', ...change }],
})

describe('the shape of a calendar', () => {
  it('takes hours by weekday, up to midnight and over it, and round the clock', () => {
    expect(Calendar.parse(BERLIN)).toEqual(BERLIN)
    expect(Calendar.parse(ALWAYS)).toEqual(ALWAYS)
    for (const to of ['24:00', '06:00', '22:00'])
      expect(takes({ hours: [daily('22:00', to)] })).toBe(true)
    expect(takes(holiday({ hours: [{ from: '09:00', to: '12:00' }] }))).toBe(true)
  })

  it.each([
    ['no hours at all: it would never open', { hours: [] }],
    ['hours on no day', { hours: [{ days: [], from: '09:00', to: '17:00' }] }],
    ['a weekday that is none', { hours: [{ days: ['monday'], from: '09:00', to: '17:00' }] }],
    ['a start at the end of the day', { hours: [daily('24:00', '06:00')] }],
    ['a time that no clock shows', { hours: [daily('09:00', '25:00')] }],
    ['words for hours', { hours: '24x5' }],
    ['a holiday that no calendar has', holiday({ date: '2026-02-29' })],
    ['a holiday without a name', holiday({ name: '' })],
    ['a holiday with an empty list of hours', holiday({ hours: [] })],
    ['a member that we do not know', { closed: true }],
  ])('refuses %s', (_what, change) => expect(takes(change)).toBe(false))
})
