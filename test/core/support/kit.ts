// What tests of calendars share: moments as people write them, calendars made in a line, the zones with the oddest clocks.
import { Temporal } from 'temporal-polyfill'
import type { Calendar } from '../../../src/core/support/calendar.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'

export const HOUR = 3_600_000
export const MINUTE = 60_000

/** `2026-03-29 02:30` on the wall in a zone, as Temporal reads it. */
export const wall = (zone: string, text: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds
export const utc = (text: string): number => Date.parse(`${text.replace(' ', 'T')}Z`)
export const inUtc = (ms: number | null): string | null =>
  ms === null ? null : new Date(ms).toISOString().slice(0, 16).replace('T', ' ')

type Hours = Exclude<Calendar['hours'], '24x7'>[number]
const EVERY_DAY = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
const WEEKDAYS = EVERY_DAY.slice(0, 5)

export const calendar = (
  zone: string,
  hours: Calendar['hours'],
  holidays: Calendar['holidays'] = [],
): Calendar => ({ id: 'c', zone, hours, holidays })
export const daily = (from: string, to: string): Hours => ({ days: EVERY_DAY, from, to })
export const weekly = (from: string, to: string): Hours => ({ days: WEEKDAYS, from, to })
export const BERLIN = calendar('Europe/Berlin', [weekly('09:00', '17:00')])
export const ALWAYS = calendar('UTC', '24x7')

/** Clocks that change by an hour, by half an hour, at midnight, backwards in summer, during Ramadan, twice a year or never. */
export const ZONES = [
  'UTC',
  'Europe/Berlin',
  'Europe/Dublin',
  'America/New_York',
  'America/Los_Angeles',
  'America/St_Johns',
  'America/Santiago',
  'America/Nuuk',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kolkata',
  'Asia/Beirut',
  'Australia/Sydney',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
] as const

export function sure<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw new Error(`refused ${value.code}: ${value.detail}`)
  return value
}

export const profile = (change: object = {}) => ({
  version: '1',
  calendars: [
    { ...BERLIN, id: 'berlin' },
    { ...ALWAYS, id: 'always' },
  ],
  regions: [{ id: 'emea', name: 'EMEA', calendar: 'berlin', hotline: '+49 30 1', escalation: [] }],
  plans: [
    { id: 'gold', name: 'Gold' },
    { id: 'basic', name: 'Basic' },
  ],
  products: [{ code: 'array' }, { code: 'switch', regions: ['emea'] }],
  targets: [],
  ...change,
})
