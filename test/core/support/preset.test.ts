import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../../src/core/support/calendar.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { findSupportPreset, supportPresets } from '../../../src/core/support/preset.ts'
import { openSupportProfile } from '../../../src/core/support/profile-document.ts'
import { addBusinessDays, isOpen, workingBetween } from '../../../src/core/support/working-time.ts'
import { ALWAYS, HOUR, sure, utc, wall } from './kit.ts'

const calendarOf = (preset: string, id: string): Calendar =>
  sure(findSupportPreset(preset)).profile.calendars.find((one) => one.id === id) ?? ALWAYS
const hoursOf = (preset: string, id: string, from: string, to: string): number =>
  workingBetween(calendarOf(preset, id), utc(from), utc(to)) / HOUR

const west = (text: string) => wall('America/Los_Angeles', text)
const east = (text: string) => wall('Europe/Berlin', text)

describe('the shipped support profiles', () => {
  it('are six, each a document that can be published', async () => {
    expect(supportPresets().map(({ id }) => id)).toEqual([
      'round-the-clock',
      'round-the-clock-on-weekdays',
      'twelve-hour-days',
      'berlin-office-hours',
      'los-angeles-business',
      'follow-the-sun',
    ])
    for (const { text, profile } of supportPresets())
      expect(sure(await openSupportProfile(text)).profile).toEqual(profile)
  })

  it('are unknown by any other name', () => {
    for (const id of ['', 'Follow-The-Sun', '__proto__'])
      expect(findSupportPreset(id)).toBeInstanceOf(Refusal)
  })

  it('are open as many hours as their names say, in a week without holidays', () => {
    const week = ['2026-11-16', '2026-11-23'] as const
    expect(hoursOf('round-the-clock', 'always', ...week)).toBe(168)
    expect(hoursOf('round-the-clock-on-weekdays', 'weekdays', ...week)).toBe(120)
    expect(hoursOf('twelve-hour-days', 'business', ...week)).toBe(60)
    expect(hoursOf('berlin-office-hours', 'berlin', ...week)).toBe(45)
    expect(hoursOf('los-angeles-business', 'pacific', ...week)).toBe(60)
  })

  it('know the holidays of Germany', () => {
    const days = calendarOf('berlin-office-hours', 'berlin').holidays.map(({ date }) => date)
    expect(days).toEqual(
      [
        '2026-01-01 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-25',
        '2026-10-03 2026-12-25 2026-12-26',
        '2027-01-01 2027-03-26 2027-03-29 2027-05-01 2027-05-06 2027-05-17',
        '2027-10-03 2027-12-25 2027-12-26',
      ]
        .join(' ')
        .split(' '),
    )
  })

  it('know the federal holidays of the United States, on the day they are kept', () => {
    const days = calendarOf('los-angeles-business', 'pacific').holidays.map(({ date }) => date)
    expect(days).toEqual(
      [
        '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-07-03',
        '2026-09-07 2026-10-12 2026-11-11 2026-11-26 2026-12-25',
        '2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-06-18 2027-07-05',
        '2027-09-06 2027-10-11 2027-11-11 2027-11-25 2027-12-24 2027-12-31',
      ]
        .join(' ')
        .split(' '),
    )
  })

  it('lead from Thanksgiving to Friday, and from Christmas Eve to the next week', () => {
    const pacific = calendarOf('los-angeles-business', 'pacific')
    expect(isOpen(pacific, west('2026-11-26 10:00'))).toBe(false)
    expect(addBusinessDays(pacific, west('2026-11-25 10:00'), 1)).toBe(west('2026-11-27 18:00'))
    const berlin = calendarOf('berlin-office-hours', 'berlin')
    expect(addBusinessDays(berlin, east('2026-12-24 10:00'), 1)).toBe(east('2026-12-28 18:00'))
  })
})
