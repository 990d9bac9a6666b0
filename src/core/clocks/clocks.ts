// The clocks of one engagement as they stand at a moment: what was promised, since when it runs, what held it, when it is due (D31, PROTOCOL.md 13.2).
// In: the state, the engagement, the support profile of its invitee, the time. Out: facts, and the reason for each. Clocks colour; no event's effect hangs on one.
import { participantOf } from '../cases/case.ts'
import type { CaseState, Engagement } from '../cases/case.ts'
import { CLOCKS, type Clock, type Promised } from '../cases/registers.ts'
import type { SharedLevel } from '../severity/scale.ts'
import type { SupportProfile } from '../support/support-profile.ts'
import { type FoundTarget, targetFor } from '../support/target.ts'
import { type Hold, holdsOf } from './hold.ts'
import { type GoverningLevel, governingLevel, levelSteps } from './level.ts'
import { type Moment, type Run, runOf, type StartCause, type StopCause } from './run.ts'
import { budgetOf, type Course, momentOf, passesOn, type Spent, spentUntil } from './span.ts'

export const CLOCK_WORDS = ['not-started', 'running', 'paused', 'met', 'breached', 'ended'] as const
export type ClockWord = (typeof CLOCK_WORDS)[number]

/** All moments in seconds since 1970, all spans in seconds. */
export type EngagementClock = {
  readonly clock: Clock
  /** `breached` while it still runs too. `ended`: it was over, or the case closed, before it was due. */
  readonly word: ClockWord
  readonly level: GoverningLevel
  /** Null where the member promises nothing for this clock. */
  readonly target: FoundTarget | null
  readonly started: Moment<StartCause> | null
  readonly stopped: Moment<StopCause> | null
  readonly holds: readonly Hold[]
  readonly time: Spent
  /** What the target allows; null without one, and beyond two years. */
  readonly allowed: number | null
  /** Null without a target, and while nobody can tell because the clock is held. */
  readonly warnAt: number | null
  readonly dueAt: number | null
  /** Once more, when a quarter more than was allowed has passed. */
  readonly remindAt: number | null
  /** The promise of an update that falls due before the rhythm does. */
  readonly promise: Promised | null
}

export type ClocksQuery = {
  /** What the invitee published; null where it published none. */
  readonly profile: SupportProfile | null
  /** Seconds since 1970. */
  readonly now: number
}

/** The five clocks in the order of an engagement's life; none for a change notice, which promises nothing. */
export function clocksOf(s: CaseState, e: Engagement, query: ClocksQuery): EngagementClock[] {
  return s.kind === 'change' ? [] : CLOCKS.map((clock) => clockOf(s, e, clock, query))
}

function clockOf(
  s: CaseState,
  e: Engagement,
  clock: Clock,
  { profile, now }: ClocksQuery,
): EngagementClock {
  const run = runOf(s, e, clock)
  const level = governingLevel(s, e, run?.stopped?.at ?? Infinity)
  const targetAt = (claimed: SharedLevel): FoundTarget | null =>
    targetFor(profile, {
      clock,
      level: claimed,
      plan: e.plan ?? null,
      channel: e.channel ?? 'api',
      product: e.product ?? s.product?.code ?? null,
    })
  const target = targetAt(level.level)
  if (run === null) return { ...NOT_STARTED, clock, level, target }
  const { started, stopped } = run
  const end = stopped?.at ?? now
  const holds = holdsOf(s, e, clock, started.at).filter(
    ({ from }) => from < end || stopped === null,
  )
  const steps = levelSteps(s, e, started.at, stopped?.at ?? Infinity).map((step) =>
    retargeted(step.at, targetAt(step.level), { start: started.at, holds }),
  )
  const times = earlier(timesOf(steps), promiseOf(s, e, clock, run))
  const course = { start: started.at, holds, calendar: target && passesOn(target) }
  return {
    clock,
    level,
    target,
    started,
    stopped,
    holds,
    time: spentUntil(course, end),
    allowed: target && budgetOf(target, started.at),
    ...times,
    word: wordOf(run, now, times, holds),
  }
}

const NOT_STARTED = {
  word: 'not-started',
  started: null,
  stopped: null,
  holds: [],
  time: { spent: 0, paused: 0, idle: 0 },
  allowed: null,
  warnAt: null,
  dueAt: null,
  remindAt: null,
  promise: null,
} as const

type Times = Pick<EngagementClock, 'warnAt' | 'dueAt' | 'remindAt' | 'promise'>

/** A level from some moment on, and when parts of what its target allows are spent; never is infinity. */
type Step = { readonly at: number; readonly parts: readonly number[] }

const PARTS = [0.75, 1, 1.25]

function retargeted(
  at: number,
  target: FoundTarget | null,
  course: Omit<Course, 'calendar'>,
): Step {
  const allowed = target && budgetOf(target, course.start)
  const calendar = target && passesOn(target)
  const moment = (part: number): number =>
    (allowed === null ? null : momentOf({ ...course, calendar }, Math.floor(allowed * part))) ??
    Infinity
  return { at, parts: PARTS.map(moment) }
}

/** Another level counts from the start of the clock, so what was spent is kept; but it makes nobody late before it came. */
function timesOf(steps: readonly Step[]): Times {
  const [warnAt = null, dueAt = null, remindAt = null] = PARTS.map((_, i) => {
    const moment = steps.reduce(
      (due, { at, parts }) => Math.max(parts[i] ?? Infinity, Math.min(at, due)),
      0,
    )
    return moment === Infinity ? null : moment
  })
  return { warnAt, dueAt, remindAt, promise: null }
}

/** A promise is a moment, not a span: no hold puts it off. An update ends it, kept or broken. */
function promiseOf(s: CaseState, e: Engagement, clock: Clock, { started }: Run): Times | null {
  if (clock !== 'next-update') return null
  const member = participantOf(s, e.invitee)
  const promise = member?.promises?.at(-1)
  if (!promise || promise.kept !== null || promise.made < started.at) return null
  const span = promise.due - promise.made
  return {
    warnAt: promise.made + Math.floor(span * 0.75),
    dueAt: promise.due,
    remindAt: promise.made + Math.floor(span * 1.25),
    promise,
  }
}

const earlier = (rhythm: Times, promise: Times | null): Times =>
  promise !== null && (promise.dueAt ?? Infinity) <= (rhythm.dueAt ?? Infinity) ? promise : rhythm

const MET: readonly StopCause[] = [
  'acknowledged',
  'accepted',
  'declined',
  'workaround',
  'completed',
]

/** What stops at the very second it is due is in time; what still runs then is not. */
function wordOf(
  { stopped }: Run,
  now: number,
  { dueAt, promise }: Times,
  holds: readonly Hold[],
): ClockWord {
  if (stopped) {
    if (dueAt !== null && dueAt < stopped.at) return 'breached'
    return MET.includes(stopped.cause) ? 'met' : 'ended'
  }
  if (dueAt !== null && dueAt <= now) return 'breached'
  const isHeld =
    promise === null && holds.some(({ from, until }) => from <= now && now < (until ?? Infinity))
  return isHeld ? 'paused' : 'running'
}
