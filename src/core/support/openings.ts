// The openings of a calendar as instants, day by day. In: a calendar and the number of a local day. Out: the spans that begin on
// that day, in order, never overlapping, or how long those of many days are. They are remembered per calendar, up to a bound; that changes no result.
import type { Calendar } from './calendar.ts'
import { remembered } from './memo.ts'
import { type Schedule, scheduleOf, windowsOn } from './schedule.ts'
import { DAY, instantOfWall } from './zone.ts'

/** Open from `start`, no longer open at `end`; milliseconds since 1970. */
export type Opening = { readonly start: number; readonly end: number }

/** Days of one calendar that are remembered: some four years. */
const MAX_DAYS = 1500

/** Days whose openings are summed up together, and how many such sums of one calendar are remembered: some ninety years. */
export const BLOCK = 16
const MAX_BLOCKS = 2048

type Known = {
  readonly schedule: Schedule
  readonly days: Map<number, readonly Opening[]>
  readonly blocks: Map<number, number>
}

const known = new WeakMap<Calendar, Known>()

function knownOf(calendar: Calendar): Known {
  const there = known.get(calendar)
  if (there !== undefined) return there
  const made: Known = { schedule: scheduleOf(calendar), days: new Map(), blocks: new Map() }
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

/** Milliseconds of the openings that begin on the `BLOCK` days from day `block * BLOCK` on. */
export function openInBlock(calendar: Calendar, block: number): number {
  return remembered(knownOf(calendar).blocks, MAX_BLOCKS, block, () => {
    const days = Array.from({ length: BLOCK }, (_, i) => block * BLOCK + i)
    const openings = days.flatMap((day) => openingsOn(calendar, day))
    return openings.reduce((sum, { start, end }) => sum + end - start, 0)
  })
}

/** The first local day whose openings may still run at an instant, in any zone, over midnight. */
export const firstDayAround = (at: number): number => Math.floor(at / DAY) - 2
/** The last local day whose openings may have begun at an instant, in any zone. */
export const lastDayAround = (at: number): number => Math.floor(at / DAY) + 1
