// A calendar read once: the windows that begin on each weekday and on each holiday, as milliseconds since that day's midnight.
// In: a calendar of the right shape. Out: its schedule; nothing is judged here.
import { type Calendar, WEEKDAYS } from './calendar.ts'
import { DAY, dayOfDate, timeOfDay } from './zone.ts'

/** `to` is beyond `DAY` where the window runs over midnight. `field`: the path of the entry it comes from. */
export type Window = { readonly from: number; readonly to: number; readonly field: string }

export type Schedule = {
  /** Monday first; each day's windows in order. */
  readonly week: readonly (readonly Window[])[]
  readonly holidays: ReadonlyMap<number, readonly Window[]>
}

const ALL_DAY: Window = { from: 0, to: DAY, field: 'hours' }

function windowOf(hours: { from: string; to: string }, field: string): Window {
  const from = timeOfDay(hours.from)
  const to = timeOfDay(hours.to)
  return { from, to: to > from ? to : to + DAY, field }
}

const inOrder = (windows: readonly Window[]): readonly Window[] =>
  windows.toSorted((a, b) => a.from - b.from)

export function scheduleOf({ hours, holidays }: Calendar): Schedule {
  const week = WEEKDAYS.map((weekday) =>
    hours === '24x7'
      ? [ALL_DAY]
      : inOrder(
          hours.flatMap((entry, i) =>
            entry.days.filter((day) => day === weekday).map(() => windowOf(entry, `hours.${i}`)),
          ),
        ),
  )
  const byDay = holidays.map(({ date, hours: special = [] }, i) => {
    const windows = special.map((entry, k) => windowOf(entry, `holidays.${i}.hours.${k}`))
    return [dayOfDate(date), inOrder(windows)] as const
  })
  return { week, holidays: new Map(byDay) }
}

/** The windows that begin on a day, given by its number since 1970-01-01, a Thursday. */
export const windowsOn = ({ week, holidays }: Schedule, day: number): readonly Window[] =>
  holidays.get(day) ?? week[(((day + 3) % 7) + 7) % 7] ?? []
