// When each clock of an engagement starts and stops, and what started and stopped it (D31). In: the state and one engagement. Out: seconds since 1970.
// Work that was handed back, or whose case was opened again after it was done, is timed anew.
import { participantOf, statusOf } from '../cases/case.ts'
import type { CaseState, Engagement } from '../cases/case.ts'
import type { Clock } from '../cases/registers.ts'
import { acknowledgedBy } from '../cases/view-hand-off.ts'

export type StartCause = 'requested' | 'call' | 'accepted' | 'update' | 'reopened' | 'handed-back'
export type StopCause =
  | 'acknowledged'
  | 'accepted'
  | 'declined'
  | 'workaround'
  | 'completed'
  /** The engagement or its case was over before anybody acted. */
  | 'over'
  | 'closed'

export type Moment<Cause> = { readonly at: number; readonly cause: Cause }
export type Run = {
  readonly started: Moment<StartCause>
  readonly stopped: Moment<StopCause> | null
}

/** Null: it has not started. */
export function runOf(s: CaseState, e: Engagement, clock: Clock): Run | null {
  const own = ownRun(s, e, clock)
  if (own === null) return null
  const { started } = own
  const stops = [...own.stops, ...endings(s, e)].filter(({ at }) => at >= started.at)
  const first = stops.toSorted((a, b) => a.at - b.at)[0] ?? null
  return { started, stopped: first }
}

type OwnRun = {
  readonly started: Moment<StartCause>
  readonly stops: readonly Moment<StopCause>[]
}

function ownRun(s: CaseState, e: Engagement, clock: Clock): OwnRun | null {
  if (clock === 'acknowledge')
    return { started: asked(e), stops: stop(acknowledgedBy(e), 'acknowledged') }
  if (clock === 'accept')
    return {
      started: asked(e),
      stops: [...stop(e.accepted, 'accepted'), ...stop(e.declined, 'declined')],
    }
  // Who was only told owes no work.
  if (e.accepted === null || e.ask === 'inform') return null
  if (clock === 'workaround') {
    const told = e.workaroundAt === undefined ? [] : stop({ at: e.workaroundAt }, 'workaround')
    const done = completions(e)[0]
    return {
      started: { at: e.accepted.at, cause: 'accepted' },
      stops: [...told, ...(done === undefined ? [] : stop({ at: done }, 'completed'))],
    }
  }
  const round = lastRound(s, e, e.accepted.at)
  return clock === 'resolve' ? round : sinceUpdate(s, e, round)
}

const stop = <Cause extends StopCause>(
  mark: { readonly at: number } | null,
  cause: Cause,
): Moment<Cause>[] => (mark ? [{ at: mark.at, cause }] : [])

/** A hand-off by phone counts from the call, unless the invitee says that there was none. */
function asked({ requested, phone }: Engagement): Moment<StartCause> {
  if (!phone || phone.answer?.confirmed === false || phone.at >= requested.at)
    return { at: requested.at, cause: 'requested' }
  return { at: phone.at, cause: 'call' }
}

/** The last span of work: from the acceptance, or from when finished work came back. */
function lastRound(s: CaseState, e: Engagement, accepted: number): OwnRun {
  const returned = returns(s, e)
  let started: Moment<StartCause> = { at: accepted, cause: 'accepted' }
  for (;;) {
    const done = completions(e).find((at) => at >= started.at)
    if (done === undefined) return { started, stops: [] }
    const again = returned.find(({ at }) => at > done)
    if (!again) return { started, stops: stop({ at: done }, 'completed') }
    started = again
  }
}

const completions = ({ completed, completedBefore = [] }: Engagement): number[] =>
  [...completedBefore, ...(completed ? [completed.at] : [])].toSorted((a, b) => a - b)

/** The baton back to the invitee before its work was confirmed, or the case opened again. */
function returns(s: CaseState, { invitee, confirmed }: Engagement): Moment<StartCause>[] {
  const handed = (s.baton.moves ?? []).filter(
    ({ holder, at }) => holder === invitee && !(confirmed && confirmed.at <= at),
  )
  const reopened = (s.status.turns ?? []).filter((_, i) => i % 2 === 1)
  return [
    ...handed.map(({ at }) => ({ at, cause: 'handed-back' as const })),
    ...reopened.map((at) => ({ at, cause: 'reopened' as const })),
  ].toSorted((a, b) => a.at - b.at)
}

function sinceUpdate(s: CaseState, { invitee }: Engagement, { started, stops }: OwnRun): OwnRun {
  const at = participantOf(s, invitee)?.updatedAt
  const last = stops.at(0)?.at ?? Infinity
  const tells = at !== undefined && at > started.at && at <= last
  return { started: tells ? { at, cause: 'update' } : started, stops }
}

/** What ends every clock: the engagement is over, or its case is closed. */
function endings(s: CaseState, e: Engagement): Moment<StopCause>[] {
  const closed = statusOf(s) === 'closed' ? s.status : null
  return [
    ...[e.declined, e.withdrawn, e.lapsed, e.left, e.removed].flatMap((mark) => stop(mark, 'over')),
    ...stop(closed, 'closed'),
  ]
}
