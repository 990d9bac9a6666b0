// A clock and whose time it was, as people see them: moments instead of seconds, and for each the reason.
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import type { MemberId } from '../kernel/id.ts'
import type { SharedLevel } from '../severity/scale.ts'
import type { Within } from '../support/support-profile.ts'
import type { TimeSpan } from './attribution.ts'
import type { ClockWord, EngagementClock } from './clocks.ts'
import type { Hold } from './hold.ts'

export type ClockView = {
  readonly clock: EngagementClock['clock']
  readonly word: ClockWord
  readonly level: {
    readonly level: SharedLevel
    readonly source: string
    readonly since: Instant | null
  }
  /** Null where the member promises nothing for this clock. */
  readonly target: {
    readonly source: 'profile' | 'default'
    readonly within: Within
    /** Null: every minute counts. */
    readonly calendar: { readonly id: string; readonly zone: string } | null
    readonly matched: readonly string[]
    readonly field: string | null
  } | null
  readonly promise: { readonly due: Instant; readonly madeAt: Instant } | null
  readonly started: { readonly at: Instant; readonly by: string } | null
  readonly stopped: { readonly at: Instant; readonly by: string } | null
  readonly holds: readonly {
    readonly reason: Hold['reason']
    readonly from: Instant
    readonly until: Instant | null
  }[]
  /** Seconds. The first three add up to the time since it started. */
  readonly time: {
    readonly spent: number
    readonly paused: number
    readonly idle: number
    readonly allowed: number | null
  }
  readonly warnAt: Instant | null
  readonly dueAt: Instant | null
  readonly remindAt: Instant | null
}

const moment = (at: number | null): Instant | null => (at === null ? null : instantOfSeconds(at))
const caused = (one: { readonly at: number; readonly cause: string } | null) =>
  one && { at: instantOfSeconds(one.at), by: one.cause }

export function viewClock(c: EngagementClock): ClockView {
  const { level, source, since } = c.level
  return {
    clock: c.clock,
    word: c.word,
    level: { level, source, since: moment(since) },
    target: c.target && {
      source: c.target.source,
      within: c.target.within,
      calendar: calendarOf(c.target),
      matched: c.target.matched,
      field: c.target.field,
    },
    promise: c.promise && {
      due: instantOfSeconds(c.promise.due),
      madeAt: instantOfSeconds(c.promise.made),
    },
    started: caused(c.started),
    stopped: caused(c.stopped),
    holds: c.holds.map(({ reason, from, until }) => ({
      reason,
      from: instantOfSeconds(from),
      until: moment(until),
    })),
    time: { ...c.time, allowed: c.allowed },
    warnAt: moment(c.warnAt),
    dueAt: moment(c.dueAt),
    remindAt: moment(c.remindAt),
  }
}

const calendarOf = ({ calendar }: NonNullable<EngagementClock['target']>) =>
  calendar && { id: calendar.id, zone: calendar.zone }

export type SpanView = {
  readonly from: Instant
  readonly to: Instant
  readonly word: TimeSpan['word']
  readonly holder: MemberId | null
}

export const viewSpan = ({ from, to, word, holder }: TimeSpan): SpanView => ({
  from: instantOfSeconds(from),
  to: instantOfSeconds(to),
  word,
  holder,
})
