// Arithmetic of working time on a calendar (PROTOCOL.md 13.1). Instants are whole milliseconds since 1970. A search looks at
// most two years ahead and then answers null; a span of any length is measured.
import type { Calendar } from './calendar.ts'
import {
  BLOCK,
  firstDayAround,
  lastDayAround,
  openInBlock,
  type Opening,
  openingsOn,
} from './openings.ts'
import { DAY, dayAt } from './zone.ts'

/** How far a search looks ahead. */
export const HORIZON = 731 * DAY

const isAlwaysOpen = ({ hours }: Calendar): boolean => hours === '24x7'

/** The first opening that ends after an instant, the rest of a running one included. */
function openingAfter(calendar: Calendar, at: number): Opening | null {
  const last = lastDayAround(at + HORIZON)
  for (let day = firstDayAround(at); day <= last; day++)
    for (const opening of openingsOn(calendar, day))
      if (opening.end > at) return opening.start <= at + HORIZON ? opening : null
  return null
}

export function isOpen(calendar: Calendar, at: number): boolean {
  if (isAlwaysOpen(calendar)) return true
  for (let day = firstDayAround(at); day <= lastDayAround(at); day++)
    for (const { start, end } of openingsOn(calendar, day)) if (start <= at && at < end) return true
  return false
}

/** The first instant from `from` on at which it is open: `from` itself where it is. */
export function nextOpening(calendar: Calendar, from: number): number | null {
  if (isAlwaysOpen(calendar)) return from
  const opening = openingAfter(calendar, from)
  return opening && Math.max(opening.start, from)
}

/** When it closes: what is open at `from`, or else opens next. Hours that meet, over midnight too, are one opening. */
export function nextClosing(calendar: Calendar, from: number): number | null {
  if (isAlwaysOpen(calendar)) return null
  let end = openingAfter(calendar, from)?.end
  if (end === undefined) return null
  for (let next = openingAfter(calendar, end); next?.start === end;) {
    end = next.end
    if (end > from + HORIZON) return null
    next = openingAfter(calendar, end)
  }
  return end
}

/** Whole milliseconds of working time, none or more. */
function checkSpan(ms: number): void {
  if (!Number.isSafeInteger(ms) || ms < 0)
    throw new RangeError('working time in whole milliseconds')
}

/**
 * The first instant at which `ms` of working time have passed since `from`: within an opening, or the very moment it closes; with
 * none to pass, `from` itself.
 * @throws RangeError for a span that is negative or no whole number
 */
export function addWorking(calendar: Calendar, from: number, ms: number): number | null {
  checkSpan(ms)
  if (ms === 0 || isAlwaysOpen(calendar)) return from + ms
  const last = lastDayAround(from + HORIZON)
  let left = ms
  for (let day = firstDayAround(from); day <= last; day++)
    for (const opening of openingsOn(calendar, day)) {
      if (opening.end <= from) continue
      const start = Math.max(opening.start, from)
      if (left <= opening.end - start) return start + left <= from + HORIZON ? start + left : null
      left -= opening.end - start
    }
  return null
}

/** Milliseconds of working time from `a` to `b`; negative where `b` is the earlier one. */
export function workingBetween(calendar: Calendar, a: number, b: number): number {
  if (isAlwaysOpen(calendar)) return b - a
  if (b < a) return 0 - workingBetween(calendar, b, a)
  const [first, last] = [firstDayAround(a), lastDayAround(b)]
  // Openings that begin on days in between lie wholly between a and b: they are summed up in blocks.
  const [block, end] = [Math.ceil((first + 4) / BLOCK), Math.floor((last - 4) / BLOCK)]
  if (end <= block) return openBetween(calendar, [first, last], a, b)
  let sum = openBetween(calendar, [first, block * BLOCK - 1], a, b)
  for (let i = block; i < end; i++) sum += openInBlock(calendar, i)
  return sum + openBetween(calendar, [end * BLOCK, last], a, b)
}

/** The part between `a` and `b` of the openings that begin from one day to another. */
function openBetween(
  calendar: Calendar,
  [first, last]: readonly [number, number],
  a: number,
  b: number,
): number {
  let sum = 0
  for (let day = first; day <= last; day++)
    for (const { start, end } of openingsOn(calendar, day))
      sum += Math.max(0, Math.min(end, b) - Math.max(start, a))
  return sum
}

/**
 * The closing of the `n`-th day with opening hours that follows the local day of `from`, whatever the hour: "next business day" is 1.
 * It closes when the last hours that begin on that day end.
 * @throws RangeError for a number below 1 or no whole number
 */
export function addBusinessDays(calendar: Calendar, from: number, n: number): number | null {
  if (!Number.isSafeInteger(n) || n < 1)
    throw new RangeError('business days: a whole number from 1')
  const today = dayAt(calendar.zone, from)
  let left = n
  for (let day = today + 1; day <= today + HORIZON / DAY; day++) {
    const closing = openingsOn(calendar, day).at(-1)?.end
    if (closing !== undefined && --left === 0) return closing
  }
  return null
}
