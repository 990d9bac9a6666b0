// What a calendar must satisfy: a known zone, hours that do not overlap, no holiday twice, no holidays where it never closes.
// In: a calendar of the right shape. Out: the first fault, with the path of the field, or null. Nothing is repaired.
import type { Calendar } from './calendar.ts'
import { type Schedule, scheduleOf, type Window, windowsOn } from './schedule.ts'
import { DAY, isZone } from './zone.ts'

export type Fault = { readonly detail: string; readonly field: string }

/** 1970-01-05, a Monday. */
const A_MONDAY = 4

function meeting(windows: readonly Window[]): Fault | null {
  const ordered = windows.toSorted((a, b) => a.from - b.from)
  for (const [i, { from, field }] of ordered.entries()) {
    const before = ordered[i - 1]
    if (before !== undefined && from < before.to)
      return { detail: `These hours overlap with ${before.field}.`, field }
  }
  return null
}

/** The windows of one day, and those of the day before as far as they run into it. */
function aroundMidnight(before: readonly Window[], own: readonly Window[]): Window[] {
  const spilling = before.map(({ from, to, field }) => ({ from: from - DAY, to: to - DAY, field }))
  return [...spilling, ...own]
}

function overlapInWeek({ week }: Schedule): Fault | null {
  const weekly: Schedule = { week, holidays: new Map() }
  for (let day = A_MONDAY; day < A_MONDAY + 7; day++) {
    const fault = meeting(aroundMidnight(windowsOn(weekly, day - 1), windowsOn(weekly, day)))
    if (fault) return fault
  }
  return null
}

function overlapAtHolidays(schedule: Schedule): Fault | null {
  for (const day of schedule.holidays.keys())
    for (const second of [day, day + 1]) {
      const [before, own] = [windowsOn(schedule, second - 1), windowsOn(schedule, second)]
      const fault = meeting(aroundMidnight(before, own))
      if (fault) return fault
    }
  return null
}

function holidayTwice({ holidays }: Calendar): Fault | null {
  const seen = new Set<string>()
  for (const [i, { date }] of holidays.entries()) {
    if (seen.has(date)) return { detail: `${date} is listed already.`, field: `holidays.${i}.date` }
    seen.add(date)
  }
  return null
}

/** The first fault of a calendar, or null. */
export function calendarFault(calendar: Calendar): Fault | null {
  if (!isZone(calendar.zone))
    return { detail: 'No zone of the IANA database has this name here.', field: 'zone' }
  if (calendar.hours === '24x7' && calendar.holidays.length > 0)
    return { detail: 'A calendar that is always open has no holidays.', field: 'holidays' }
  const schedule = scheduleOf(calendar)
  return holidayTwice(calendar) ?? overlapInWeek(schedule) ?? overlapAtHolidays(schedule)
}
