// The openings of a calendar as instants, day by day. In: a calendar and the number of a local day. Out: the spans that begin on
// that day, in order, never overlapping. They are remembered per calendar, up to a bound; that changes no result.
import type { Calendar } from './calendar.ts'
import { remembered } from './memo.ts'
import { type Schedule, scheduleOf, windowsOn } from './schedule.ts'
import { DAY, instantOfWall } from './zone.ts'

/** Open from `start`, no longer open at `end`; milliseconds since 1970. */
export type Opening = { readonly start: number; readonly end: number }

/** Days of one calendar that are remembered: some four years. */
const MAX_DAYS = 1500

type Known = { readonly schedule: Schedule; readonly days: Map<number, readonly Opening[]> }

const known = new WeakMap<Calendar, Known>()

function knownOf(calendar: Calendar): Known {
  const there = known.get(calendar)
  if (there !== undefined) return there
  const made = { schedule: scheduleOf(calendar), days: new Map<number, readonly Opening[]>() }
  known.set(calendar, made)
  return made
}

/** What begins on a local day. Hours that the clocks skip are no opening. */
export function openingsOn(calendar: Calendar, day: number): readonly Opening[] {
  const { schedule, days } = knownOf(calendar)
  return remembered(days, MAX_DAYS, day, () =>
    windowsOn(schedule, day)
      .map(({ from, to }) => ({
        start: instantOfWall(calendar.zone, day * DAY + from),
        end: instantOfWall(calendar.zone, day * DAY + to),
      }))
      .filter(({ start, end }) => start < end),
  )
}

/** The first local day whose openings may still run at an instant, in any zone, over midnight. */
export const firstDayAround = (at: number): number => Math.floor(at / DAY) - 2
/** The last local day whose openings may have begun at an instant, in any zone. */
export const lastDayAround = (at: number): number => Math.floor(at / DAY) + 1
