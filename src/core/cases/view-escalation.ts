// An escalation as people see it: its state in one word (lessons 4.2), what was asked, and what each member says of it in its own
// register. Computed from the state alone; the texts are those held here.
import type { EventId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import type { CaseState } from './case.ts'
import { activeMembers, isActive, isOpenEscalation } from './case.ts'
import type { Criteria, Escalation, Side } from './escalation-state.ts'
import { endOf } from './escalation-state.ts'
import { momentOf, type Texts, textOf } from './view-parts.ts'

/** `ended` is shown as de-escalated; `abandoned`: its raiser takes no part any more, and it binds nobody. */
export type EscalationWord =
  | 'requested'
  | 'acknowledged'
  | 'active'
  | 'on-track'
  | 'ended'
  | 'declined'
  | 'withdrawn'
  | 'abandoned'

/** Declined only if every other active member declined: one that takes it up is enough. */
export function escalationWord(s: CaseState, e: Escalation): EscalationWord {
  const end = endOf(e)
  if (end) return end.word
  if (!isActive(s, e.by)) return 'abandoned'
  const sides = Object.values(e.sides)
  if (e.agreed) return isOnTrack(sides) ? 'on-track' : 'active'
  if (sides.some((side) => side.answer?.word === 'acknowledged')) return 'acknowledged'
  const others = activeMembers(s).filter((member) => member !== e.by)
  const declined = others.every((member) => e.sides[member]?.answer?.word === 'declined')
  return others.length > 0 && declined ? 'declined' : 'requested'
}

/** Somebody says so, and nobody says otherwise. */
const isOnTrack = (sides: readonly Side[]): boolean =>
  sides.some((side) => side.onTrack?.onTrack === true) &&
  !sides.some((side) => side.onTrack?.onTrack === false)

/** Whether a member has yet to say whether it takes up something that was asked of it. */
export const owesAnswer = (s: CaseState, member: MemberId): boolean =>
  Object.values(s.escalations ?? {}).some(
    (e) =>
      e.by !== member &&
      e.oneSided === undefined &&
      isOpenEscalation(s, e) &&
      e.sides[member]?.answer === undefined,
  )

export type SideView = {
  readonly member: MemberId
  readonly answer: {
    readonly word: 'acknowledged' | 'declined'
    readonly code: string | null
    readonly at: Instant
    readonly manager: unknown
    readonly text: unknown
  } | null
  readonly plan: {
    readonly id: EventId
    readonly version: number
    readonly at: Instant
    readonly agreed: boolean
    readonly text: unknown
  } | null
  readonly onTrack: {
    readonly onTrack: boolean
    readonly at: Instant
    readonly text: unknown
  } | null
  readonly proposal: {
    readonly id: EventId
    readonly criteria: Criteria
    readonly at: Instant
    readonly text: unknown
    /** From when on silence may end it. */
    readonly silentUntil: Instant | null
    readonly objectedAt: Instant | null
    readonly objection: unknown
  } | null
}

export type EscalationView = {
  readonly id: EventId
  readonly by: MemberId
  readonly state: EscalationWord
  readonly open: boolean
  readonly reason: string
  readonly level: string
  readonly questions: Readonly<Record<string, unknown>> | null
  readonly criticalDate: string | null
  readonly coupled: boolean
  readonly oneSided: boolean
  readonly raisedAt: Instant
  readonly statedAt: Instant
  readonly texts: Readonly<Record<string, unknown>>
  readonly agreedPlan: { readonly id: EventId; readonly at: Instant; readonly text: unknown } | null
  readonly sides: readonly SideView[]
  readonly end: {
    readonly word: 'ended' | 'withdrawn'
    readonly by: MemberId
    readonly at: Instant
    readonly bySilence: boolean
    readonly checklist: {
      readonly planDoneOrOnCourse: boolean
      readonly analysisOnCourse: boolean
    } | null
    readonly text: unknown
  } | null
}

/** Escalations in the order they were raised in. */
export const escalationsOf = (s: CaseState): [EventId, Escalation][] =>
  (Object.entries(s.escalations ?? {}) as [EventId, Escalation][]).toSorted(
    ([a, one], [b, two]) => one.at - two.at || (a < b ? -1 : 1),
  )

export const viewEscalations = (s: CaseState, texts: Texts): EscalationView[] =>
  escalationsOf(s).map(([id, e]) => ({
    id,
    by: e.by,
    state: escalationWord(s, e),
    open: isOpenEscalation(s, e),
    reason: e.reason,
    level: e.level,
    questions: e.questions,
    criticalDate: e.criticalDate,
    coupled: e.coupled === true,
    oneSided: e.oneSided === true,
    raisedAt: instantOfSeconds(e.at),
    statedAt: instantOfSeconds(e.stated.at),
    texts: { ...texts.get(id), ...texts.get(e.stated.event) },
    agreedPlan: e.agreed
      ? {
          id: e.agreed.plan,
          at: instantOfSeconds(e.agreed.at),
          text: textOf(texts, e.agreed.event, 'note'),
        }
      : null,
    sides: Object.entries(e.sides).map(([member, side]) =>
      viewSide(e, member as MemberId, side, texts),
    ),
    end: viewEnd(e, texts),
  }))

function viewSide(e: Escalation, member: MemberId, side: Side, texts: Texts): SideView {
  const { answer, plan, onTrack, proposal } = side
  const objection = e.objections?.[member]
  const objected = objection?.proposal === proposal?.event ? objection : undefined
  const noteOf = (event: EventId): unknown => textOf(texts, event, 'note')
  return {
    member,
    answer: answer
      ? {
          word: answer.word,
          code: answer.code,
          at: instantOfSeconds(answer.at),
          manager: textOf(texts, answer.event, 'manager'),
          text: noteOf(answer.event),
        }
      : null,
    plan: plan
      ? {
          id: plan.event,
          version: plan.version,
          at: instantOfSeconds(plan.at),
          agreed: e.agreed?.plan === plan.event,
          text: textOf(texts, plan.event, 'plan'),
        }
      : null,
    onTrack: onTrack
      ? {
          onTrack: onTrack.onTrack,
          at: instantOfSeconds(onTrack.at),
          text: noteOf(onTrack.event),
        }
      : null,
    proposal: proposal
      ? {
          id: proposal.event,
          criteria: proposal.criteria,
          at: instantOfSeconds(proposal.at),
          text: noteOf(proposal.event),
          silentUntil:
            proposal.notice === null ? null : instantOfSeconds(proposal.at + proposal.notice),
          objectedAt: momentOf(objected),
          objection: textOf(texts, objected?.event, 'reason'),
        }
      : null,
  }
}

function viewEnd(e: Escalation, texts: Texts): EscalationView['end'] {
  const end = endOf(e)
  if (!end) return null
  const slot = end.bySilence ? 'note' : end.word === 'ended' ? 'agreement' : 'reason'
  return {
    word: end.word,
    by: end.by,
    at: instantOfSeconds(end.at),
    bySilence: end.bySilence,
    checklist: e.ended
      ? {
          planDoneOrOnCourse: e.ended.planDoneOrOnCourse,
          analysisOnCourse: e.ended.analysisOnCourse,
        }
      : null,
    text: textOf(texts, end.event, slot),
  }
}

/** Events whose texts an escalation shows. */
export const textEventsOfEscalation = ([id, e]: readonly [EventId, Escalation]): (
  EventId | undefined
)[] => [
  id,
  e.stated.event,
  e.agreed?.event,
  e.agreed?.plan,
  endOf(e)?.event,
  ...Object.values(e.objections ?? {}).map((objection) => objection.event),
  ...Object.values(e.sides).flatMap((side) => [
    side.answer?.event,
    side.plan?.event,
    side.onTrack?.event,
    side.proposal?.event,
  ]),
]
