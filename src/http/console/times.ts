// Moments and spans in words, in the reader's own zone. Pure: the zone and the present are given.
import { type Instant, millisOf } from '../../core/kernel/instant.ts'

const LANGUAGE = 'en-GB'
/** Zones that browsers name: some 600 and their other spellings. */
const MOST_ZONES = 1_000

type Formats = {
  readonly day: Intl.DateTimeFormat
  readonly time: Intl.DateTimeFormat
  readonly dayAndTime: Intl.DateTimeFormat
  readonly thisYear: Intl.DateTimeFormat
  readonly year: Intl.DateTimeFormat
  readonly exact: Intl.DateTimeFormat
}

const formats = new Map<string, Formats | null>()

function makeFormats(timeZone: string): Formats | null {
  try {
    const format = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat(LANGUAGE, { timeZone, hourCycle: 'h23', ...options })
    const clock = { hour: '2-digit', minute: '2-digit' } as const
    return {
      day: format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
      time: format(clock),
      thisYear: format({ day: 'numeric', month: 'short', ...clock }),
      year: format({ year: 'numeric' }),
      dayAndTime: format({ day: 'numeric', month: 'short', year: 'numeric', ...clock }),
      exact: format({
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        ...clock,
        second: '2-digit',
        timeZoneName: 'short',
      }),
    }
  } catch {
    return null
  }
}

function formatsOf(zone: string): Formats | null {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = zone.length > 64 ? null : makeFormats(zone)
  if (formats.size < MOST_ZONES) formats.set(zone, made)
  return made
}

/** The zone if this program knows it, else UTC. */
export const knownZone = (zone: string | undefined): string =>
  zone !== undefined && formatsOf(zone) !== null ? zone : 'UTC'

const within = (zone: string): Formats => {
  const found = formatsOf(zone) ?? formatsOf('UTC')
  if (found === null) throw new Error('this program has no time zones')
  return found
}

const dateOf = (at: Instant): Date => new Date(millisOf(at))

/** `Saturday 21 November 2026` */
export const dayOf = (at: Instant, zone: string): string => within(zone).day.format(dateOf(at))

/** `21:05` */
export const timeOf = (at: Instant, zone: string): string => within(zone).time.format(dateOf(at))

/** `21 Nov 2026, 21:05` */
export const dayAndTimeOf = (at: Instant, zone: string): string =>
  within(zone).dayAndTime.format(dateOf(at))

/** As much as it takes beside another moment: the time alone on the same day, no year in the same year. */
export function shortOf(at: Instant, beside: Instant, zone: string): string {
  if (dayOf(at, zone) === dayOf(beside, zone)) return timeOf(at, zone)
  const { year, thisYear } = within(zone)
  const isSameYear = year.format(dateOf(at)) === year.format(dateOf(beside))
  return isSameYear ? thisYear.format(dateOf(at)) : dayAndTimeOf(at, zone)
}

/** `21 November 2026 at 21:05:09 CET (2026-11-21T20:05:09Z)`: nothing about it is left to guess. */
export const exactOf = (at: Instant, zone: string): string =>
  `${within(zone).exact.format(dateOf(at))} (${at.replace(/\.\d+Z$/, 'Z')})`

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** `40 s`, `12 min`, `2 h 5 min`, `3 days 4 h`; negative spans count as none. */
export function spanOf(ms: number): string {
  if (ms < MINUTE) return `${Math.max(Math.floor(ms / 1000), 0)} s`
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`
  if (ms < DAY) return joined(Math.floor(ms / HOUR), 'h', Math.floor((ms % HOUR) / MINUTE), 'min')
  const days = Math.floor(ms / DAY)
  return joined(days, days === 1 ? 'day' : 'days', Math.floor((ms % DAY) / HOUR), 'h')
}

const joined = (big: number, unit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${big} ${unit}` : `${big} ${unit} ${small} ${smallUnit}`

export const between = (from: Instant, to: Instant): string => spanOf(millisOf(to) - millisOf(from))
