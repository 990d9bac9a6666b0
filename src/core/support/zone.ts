// Wall time in a zone of the IANA database ↔ instants, exact through clock changes (RFC 9557, Temporal). A wall time that comes
// twice is its first coming; one that the clocks skip is the very moment they jump, so that a later wall time is never an earlier
// instant. Instants are milliseconds since 1970; a wall time is the same number as if its clock stood in UTC.
import { Temporal } from 'temporal-polyfill'
import { remembered } from './memo.ts'

export const DAY = 86_400_000

/** No zone has ever been further from UTC. */
const WIDEST = 16 * 3_600_000
const MAX_ZONES = 64
const MAX_DAYS = 8192

const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*$/

/** Offset at the beginning of a day of UTC, by zone. Asking Temporal costs some 10 µs, a remembered day a fraction of one. */
const offsets = new Map<string, Map<number, number>>()

const exactOffset = (zone: string, at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6

function offsetOn(zone: string, day: number): number {
  const days = remembered(offsets, MAX_ZONES, zone, () => new Map<number, number>())
  return remembered(days, MAX_DAYS, day, () => exactOffset(zone, day * DAY))
}

/** Whether this runtime knows the zone, spelled as the IANA database spells it. Fixed offsets are no zones. */
export function isZone(name: string): boolean {
  if (!NAME.test(name)) return false
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId === name
  } catch {
    return false
  }
}

/** The offset of all days from one to another, or null where the clocks change in between. */
function steadyOffset(zone: string, first: number, last: number): number | null {
  const offset = offsetOn(zone, first)
  for (let day = first + 1; day <= last; day++) if (offsetOn(zone, day) !== offset) return null
  return offset
}

/** What a clock on the wall shows at an instant. */
export function wallAt(zone: string, at: number): number {
  const day = Math.floor(at / DAY)
  return at + (steadyOffset(zone, day, day + 1) ?? exactOffset(zone, at))
}

/** The number of the local day at an instant; day 0 is 1970-01-01. */
export const dayAt = (zone: string, at: number): number => Math.floor(wallAt(zone, at) / DAY)

/** The first instant at which a clock on the wall shows this time, or a later one. */
export function instantOfWall(zone: string, wall: number): number {
  const first = Math.floor((wall - WIDEST) / DAY)
  const last = Math.ceil((wall + WIDEST) / DAY)
  const steady = steadyOffset(zone, first, last)
  return steady === null ? nearAChange(zone, wall) : wall - steady
}

function nearAChange(zone: string, wall: number): number {
  const time = Temporal.Instant.fromEpochMilliseconds(wall)
    .toZonedDateTimeISO('UTC')
    .toPlainDateTime()
  const resolved = (disambiguation: 'earlier' | 'later'): number =>
    time.toZonedDateTime(zone, { disambiguation }).epochMilliseconds
  let before = resolved('earlier')
  if (before + exactOffset(zone, before) === wall) return before
  let after = resolved('later')
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2)
    if (middle + exactOffset(zone, middle) < wall) before = middle
    else after = middle
  }
  return after
}

/** A day of the calendar, `2026-03-29` → its number. */
export const dayOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY

/** A clock time, `08:30` → milliseconds since midnight; `24:00` is the end of the day. */
export const timeOfDay = (time: string): number =>
  (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000
