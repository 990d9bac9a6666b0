// Which published figure holds for one clock (PROTOCOL.md 13.1). The most specific target wins: first by product, then by
// plan, then by channel. Where the receiver published none, the defaults of the severity lessons 1.1 stand in and say so.
import type { SharedLevel } from '../severity/scale.ts'
import type { Calendar } from './calendar.ts'
import type { Figure } from './figure.ts'
import {
  calendarOf,
  type Channel,
  type Clock,
  type SupportProfile,
  type Target,
  type Within,
} from './support-profile.ts'

/** What is asked; null where it is not known, and then nothing bound to it fits. */
export type TargetQuery = {
  readonly clock: Clock
  readonly level: SharedLevel
  readonly plan: string | null
  readonly channel: Channel | null
  readonly product: string | null
}

/** Besides clock and level, what a target may be bound to; the weightiest first. */
export type Binding = 'product' | 'plan' | 'channel'

export type FoundTarget = Figure & {
  readonly source: 'profile' | 'default'
  /** By what the winning target was chosen; empty for a general one and for a default. */
  readonly matched: readonly Binding[]
  /** Its place in the profile, `targets.3`. */
  readonly field: string | null
}

/** The weightiest first: a target for a product outweighs one for a plan and a channel. */
const WEIGHTS: readonly (readonly [Binding, number])[] = [
  ['product', 4],
  ['plan', 2],
  ['channel', 1],
]

/** A target, its place in the profile, and what it is bound to. */
type Placed = {
  readonly target: Target
  readonly at: number
  readonly matched: readonly Binding[]
  readonly weight: number
}

function placed(target: Target, at: number): Placed {
  const bound = WEIGHTS.filter(([binding]) => target[binding] !== undefined)
  const weight = bound.reduce((sum, [, one]) => sum + one, 0)
  return { target, at, matched: bound.map(([binding]) => binding), weight }
}

/** The targets of each clock and level, the most specific first. */
const placements = new WeakMap<SupportProfile, ReadonlyMap<string, readonly Placed[]>>()

function placementsOf(profile: SupportProfile): ReadonlyMap<string, readonly Placed[]> {
  const there = placements.get(profile)
  if (there !== undefined) return there
  const made = Map.groupBy(profile.targets.map(placed), ({ target }) => questionOf(target))
  for (const answers of made.values()) answers.sort((a, b) => b.weight - a.weight)
  placements.set(profile, made)
  return made
}

const questionOf = ({ clock, level }: Pick<Target, 'clock' | 'level'>): string =>
  `${clock} ${level}`

/** The place of the target that wins among those the profile publishes, and what it was chosen by; null if none fits. */
export function winningTarget(profile: SupportProfile, query: TargetQuery): Placed | null {
  const answers = placementsOf(profile).get(questionOf(query)) ?? []
  const fits = ({ target, matched }: Placed): boolean =>
    matched.every((binding) => target[binding] === query[binding])
  return answers.find(fits) ?? null
}

/** Office hours of nobody in particular, for members that published none. */
export const DEFAULT_CALENDAR: Calendar = {
  id: 'default-business',
  zone: 'UTC',
  hours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }],
  holidays: [],
}

const FIRST_ANSWER: Readonly<Record<SharedLevel, Within>> = {
  1: { minutes: 60 },
  2: { workingMinutes: 240 },
  3: { workingMinutes: 480 },
  4: { businessDays: 1 },
}
const UPDATE: Readonly<Record<SharedLevel, Within>> = {
  1: { minutes: 60 },
  2: { workingMinutes: 240 },
  3: { businessDays: 1 },
  4: { businessDays: 3 },
}
/** Nobody is held to a workaround or a solution that it never promised. */
const DEFAULTS: Partial<Record<Clock, Readonly<Record<SharedLevel, Within>>>> = {
  acknowledge: FIRST_ANSWER,
  accept: FIRST_ANSWER,
  'next-update': UPDATE,
}

/** The calendar a default runs on: that of the region that is asked first, so level 2 runs round the clock where that does. */
function usualCalendar(profile: SupportProfile | null): Calendar {
  const [region] = profile?.regions ?? []
  return (profile && region && calendarOf(profile, region.calendar)) ?? DEFAULT_CALENDAR
}

function defaultTarget(
  profile: SupportProfile | null,
  { clock, level }: TargetQuery,
): FoundTarget | null {
  const within = DEFAULTS[clock]?.[level]
  if (within === undefined) return null
  const calendar = 'minutes' in within ? null : usualCalendar(profile)
  return { source: 'default', within, calendar, matched: [], field: null }
}

/**
 * The figure that holds for a clock on an engagement at this receiver.
 * @param profile what the receiver published, or null
 * @returns null where it promises nothing: neither a target of its own nor a default (`workaround`, `resolve`)
 */
export function targetFor(profile: SupportProfile | null, query: TargetQuery): FoundTarget | null {
  const won = profile && winningTarget(profile, query)
  if (!profile || !won) return defaultTarget(profile, query)
  const { within, calendar: id } = won.target
  const calendar = id === undefined ? null : calendarOf(profile, id)
  return { source: 'profile', within, calendar, matched: won.matched, field: `targets.${won.at}` }
}
