// A milder level is never due before a graver one, whenever both begin (PROTOCOL.md 13.1). Figures of different kinds cannot be
// compared as numbers ("4 working hours" and "1 business day"), so both are worked out from every hour of one fixed week without
// holidays. What is compared is what would hold for a customer: for each plan, channel and product that the clock distinguishes,
// the most specific target of each level.
import { LEVELS, type SharedLevel, WORDS } from '../severity/scale.ts'
import type { Calendar } from './calendar.ts'
import type { Fault } from './calendar-laws.ts'
import { dueAt } from './figure.ts'
import {
  calendarOf,
  type Channel,
  CLOCKS,
  type Clock,
  type SupportProfile,
} from './support-profile.ts'
import { winningTarget } from './target.ts'

/** Monday, 2026-01-12 00:00 UTC. */
const WEEK = Date.UTC(2026, 0, 12)
const HOUR = 3_600_000
const STARTS = Array.from({ length: 168 }, (_, hour) => WEEK + hour * HOUR)

type Circumstance = {
  readonly plan: string | null
  readonly channel: Channel | null
  readonly product: string | null
}

/** Every combination of what the targets of a clock are bound to, nothing included. */
function circumstancesOf({ targets }: SupportProfile, clock: Clock): Circumstance[] {
  const own = targets.filter((target) => target.clock === clock)
  const valuesOf = <T>(pick: (target: (typeof own)[number]) => T | undefined) => [
    ...new Set(own.map((target) => pick(target) ?? null)).add(null),
  ]
  const plans = valuesOf(({ plan }) => plan)
  const channels = valuesOf(({ channel }) => channel)
  return valuesOf(({ product }) => product).flatMap((product) =>
    plans.flatMap((plan) => channels.map((channel) => ({ product, plan, channel }))),
  )
}

/** The due times of a target from each start; two targets with the same figure have the same array. */
type DueTimes = (at: number) => readonly number[]

function dueTimesOf(profile: SupportProfile): DueTimes {
  const calendars = new Map<string, Calendar>()
  const known = new Map<string, readonly number[]>()
  const withoutHolidays = (id: string): Calendar | null => {
    const there = calendars.get(id)
    const calendar = there ?? calendarOf(profile, id)
    if (there || calendar === null) return calendar
    const bare = { ...calendar, holidays: [] }
    calendars.set(id, bare)
    return bare
  }
  return (at) => {
    const target = profile.targets[at]
    if (target === undefined) return []
    const key = JSON.stringify([target.within, target.calendar])
    const there = known.get(key)
    if (there !== undefined) return there
    const calendar = target.calendar === undefined ? null : withoutHolidays(target.calendar)
    const figure = { within: target.within, calendar }
    const made = STARTS.map((start) => dueAt(figure, start) ?? Infinity)
    known.set(key, made)
    return made
  }
}

type Placed = { readonly level: SharedLevel; readonly at: number }

function placedOf(profile: SupportProfile, clock: Clock, circumstance: Circumstance): Placed[] {
  return LEVELS.flatMap((level) => {
    const won = winningTarget(profile, { clock, level, ...circumstance })
    return won === null ? [] : [{ level, at: won.at }]
  })
}

function said({ plan, channel, product }: Circumstance): string {
  const bound = [
    ...(plan === null ? [] : [`plan "${plan}"`]),
    ...(channel === null ? [] : [`channel "${channel}"`]),
    ...(product === null ? [] : [`product "${product}"`]),
  ]
  return bound.length === 0 ? 'in general' : `for ${bound.join(', ')}`
}

/** The start at which the milder one is due first, or undefined. */
function firstBreak(graver: readonly number[], milder: readonly number[]): number | undefined {
  if (graver === milder) return undefined
  return STARTS.find((_, i) => (milder[i] ?? Infinity) < (graver[i] ?? Infinity))
}

function faultOf(
  clock: Clock,
  circumstance: Circumstance,
  [graver, milder]: readonly [Placed, Placed],
  start: number,
): Fault {
  const level = (one: Placed): string => `${one.level} ${WORDS[one.level]} (targets.${one.at})`
  const moment = new Date(start).toISOString().slice(0, 16)
  return {
    detail: `${clock}, ${said(circumstance)}: level ${level(milder)} is due before level ${level(graver)} when both begin at ${moment}Z.`,
    field: `targets.${milder.at}`,
  }
}

/** The first pair of levels whose figures break the order, or null. */
export function orderFault(profile: SupportProfile): Fault | null {
  const dueTimes = dueTimesOf(profile)
  const kept = new Set<number>()
  for (const clock of CLOCKS)
    for (const circumstance of circumstancesOf(profile, clock)) {
      const placed = placedOf(profile, clock, circumstance)
      for (const [i, milder] of placed.entries()) {
        const graver = placed[i - 1]
        const pair = (graver?.at ?? 0) * profile.targets.length + milder.at
        if (graver === undefined || kept.has(pair)) continue
        const start = firstBreak(dueTimes(graver.at), dueTimes(milder.at))
        if (start !== undefined) return faultOf(clock, circumstance, [graver, milder], start)
        kept.add(pair)
      }
    }
  return null
}
