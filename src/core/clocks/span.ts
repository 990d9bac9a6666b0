// Time on a clock: how much of a span was spent, paused or outside of opening hours, and when a budget of it is used up. In: a start, holds, and what
// passes time: a calendar, or none for wall time. Seconds since 1970 throughout; the calendar's arithmetic is exact through changes of the clocks.
import type { Calendar } from '../support/calendar.ts'
import type { Figure } from '../support/figure.ts'
import { dueAt } from '../support/figure.ts'
import { addWorking, workingBetween } from '../support/working-time.ts'
import { type Hold, mergedHolds } from './hold.ts'

export type Course = {
  readonly start: number
  readonly holds: readonly Hold[]
  /** Null: every second counts. */
  readonly calendar: Calendar | null
}

export type Spent = {
  readonly spent: number
  readonly paused: number
  /** Neither paused nor open. */
  readonly idle: number
}

/** What time passes on. Minutes pass at any hour, whatever calendar stands beside them. */
export const passesOn = ({ within, calendar }: Figure): Calendar | null =>
  'minutes' in within ? null : calendar

const between = (calendar: Calendar | null, a: number, b: number): number =>
  calendar === null ? b - a : workingBetween(calendar, a * 1000, b * 1000) / 1000

function after(calendar: Calendar | null, from: number, seconds: number): number | null {
  if (calendar === null) return from + seconds
  const ms = addWorking(calendar, from * 1000, seconds * 1000)
  return ms === null ? null : ms / 1000
}

/** How much time a figure allows, in seconds of its calendar; null beyond two years. Business days are the hours from the start to their closing. */
export function budgetOf(figure: Figure, start: number): number | null {
  if ('minutes' in figure.within) return figure.within.minutes * 60
  if ('workingMinutes' in figure.within) return figure.within.workingMinutes * 60
  const due = dueAt(figure, start * 1000)
  return due === null ? null : between(figure.calendar, start, due / 1000)
}

/** When `budget` seconds are spent; null while a hold lasts before that, and beyond two years. */
export function momentOf({ start, holds, calendar }: Course, budget: number): number | null {
  let at = start
  let left = budget
  for (const [from, until] of mergedHolds(holds)) {
    const spent = from > at ? between(calendar, at, from) : 0
    if (from > at && spent >= left) return after(calendar, at, left)
    if (until === Infinity) return null
    left -= spent
    at = until
  }
  return after(calendar, at, left)
}

/** What became of the time until a moment. The three add up to the span. */
export function spentUntil({ start, holds, calendar }: Course, until: number): Spent {
  const end = Math.max(start, until)
  let spent = 0
  let paused = 0
  let at = start
  for (const [from, to] of mergedHolds(holds)) {
    if (from >= end) break
    spent += between(calendar, at, from)
    at = Math.min(to, end)
    paused += at - from
  }
  spent += between(calendar, at, end)
  return { spent, paused, idle: end - start - spent - paused }
}
