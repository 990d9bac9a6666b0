// The read model of a case: what the API answers and the console shows, computed from the state, the texts held here and our own
// severity scheme. Pure, and no rule of its own: every field is read from a register or is a sum of registers.
import type { CaseId, EventId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import type { Mapping } from '../severity/mapping-document.ts'
import type { CaseState, Status } from './case.ts'
import { activeMembers, holderOf, hostOf, isActive, statusOf } from './case.ts'
import type { Stage } from './consequences.ts'
import type { Flag } from './flags.ts'
import { flagsOf } from './flags.ts'
import { referenceOf } from './reference.ts'
import {
  escalationsOf,
  type EscalationView,
  owesAnswer,
  textEventsOfEscalation,
  viewEscalations,
} from './view-escalation.ts'
import { viewWindow } from './view-hand-off.ts'
import {
  type ActionView,
  type PlanView,
  textEventsOfHandling,
  viewActions,
  viewPlan,
} from './view-handling.ts'
import { type EngagementView, engagementsOf } from './view-engagement.ts'
import { textEventsOfEngagement, viewEngagement, waitingOn } from './view-engagement.ts'
import { textEventsOfParticipant, viewParticipant } from './view-participant.ts'
import type { ParticipantView } from './view-participant.ts'
import { type SeverityView, viewSeverity } from './view-severity.ts'
import { type OfferView, type Texts, textOf, viewOffer } from './view-parts.ts'

/** A case as stored. While only the invitation is here, `bundle` is what it shows. */
export type Held = {
  readonly caseId: CaseId
  readonly version: number
  readonly stage: Stage
  readonly state: CaseState
  readonly bundle: CaseState | null
  readonly updatedAt: Instant
}

export type Seen = {
  readonly us: MemberId
  readonly texts: Texts
  /** The review questions stand in the event that states the problem, not in the state. */
  readonly review: Readonly<Record<string, unknown>> | null
  /** Our own severity scheme, ready for use; null where none is set. */
  readonly mapping: Mapping | null
}

export type CaseView = {
  readonly caseId: CaseId
  readonly reference: string
  readonly version: number
  readonly stage: Stage
  /** Nothing is signed here until a partner confirmed our last event (D23). */
  readonly fenced: boolean
  readonly status: {
    readonly word: Status
    readonly code: string | null
    readonly by: MemberId
    readonly at: Instant
    readonly text: unknown
    /** Every close and reopening, the oldest first. */
    readonly history: readonly { readonly word: 'open' | 'closed'; readonly at: Instant }[]
    /** The resolution record that counts, as the host says. */
    readonly counts: EventId | null
  }
  readonly test: boolean
  readonly rules: number
  readonly openedBy: MemberId
  readonly openedAt: Instant
  readonly updatedAt: Instant
  readonly us: MemberId
  readonly host: MemberId
  readonly hostOffer: OfferView | null
  readonly continues: CaseId | null
  readonly problem: {
    readonly event: EventId
    readonly statedAt: Instant
    readonly kind: string
    readonly product: CaseState['product']
    /** When the change of a notice is to take place. */
    readonly window: { readonly from: Instant; readonly until: Instant } | null
    readonly review: Readonly<Record<string, unknown>> | null
    readonly texts: Readonly<Record<string, unknown>>
  }
  readonly severity: SeverityView
  readonly baton: {
    readonly holder: MemberId
    readonly since: Instant
    readonly term: number
    readonly pass: number
    readonly offer: OfferView | null
    /** Who held it from when on, the oldest first; no holder where that is too long ago. */
    readonly history: readonly { readonly holder: MemberId | null; readonly at: Instant }[]
  }
  readonly participants: readonly ParticipantView[]
  readonly engagements: readonly EngagementView[]
  readonly escalations: readonly EscalationView[]
  readonly plan: PlanView | null
  readonly actions: readonly ActionView[]
  readonly proposals: readonly {
    readonly event: EventId
    readonly member: MemberId
    readonly by: MemberId
    readonly at: Instant
    readonly text: unknown
  }[]
  readonly waitingOnUs: boolean
  readonly unsettled: readonly {
    readonly event: EventId
    readonly type: string
    readonly by: MemberId
    readonly at: Instant
    readonly notSeenBy: readonly MemberId[]
  }[]
  readonly contestedBy: readonly EventId[]
  readonly equivocations: readonly {
    readonly author: MemberId
    readonly events: readonly EventId[]
    /** Whether somebody pointed at them in the case. */
    readonly shown: boolean
  }[]
  readonly flags: readonly Flag[]
  readonly heads: readonly EventId[]
  readonly counts: {
    readonly events: number
    readonly participants: number
    readonly engagements: number
  }
}

/** What is shown of a case: the shared record, or the invitation while there is no more. */
export const shownState = ({ state, bundle }: Pick<Held, 'state' | 'bundle'>): CaseState =>
  bundle ?? state

/** The events whose texts the view shows, so that no other text needs to be read. */
export function textEventsOf(s: CaseState): EventId[] {
  const events: (EventId | undefined)[] = [
    s.problem.event,
    s.status.event,
    s.baton.offer?.event,
    s.hostOffer?.event,
    ...s.proposals.map((proposal) => proposal.event),
    ...Object.values(s.participants).flatMap(textEventsOfParticipant),
    ...engagementsOf(s).flatMap(textEventsOfEngagement),
    ...escalationsOf(s).flatMap(textEventsOfEscalation),
    ...textEventsOfHandling(s),
  ]
  return [...new Set(events.filter((event) => event !== undefined))]
}

export function viewCase(
  held: Held & { readonly fenced: boolean },
  { us, texts, review, mapping }: Seen,
): CaseView {
  const s = shownState(held)
  return {
    caseId: held.caseId,
    reference: referenceOf(held.caseId),
    version: held.version,
    stage: held.stage,
    fenced: held.fenced,
    status: viewStatus(s, texts),
    test: s.test,
    rules: s.rules,
    openedBy: s.opener,
    openedAt: instantOfSeconds(s.opened.at),
    updatedAt: held.updatedAt,
    us,
    host: hostOf(s),
    hostOffer: viewOffer(s.hostOffer, texts),
    continues: s.continues?.case ?? null,
    problem: {
      event: s.problem.event,
      statedAt: instantOfSeconds(s.problem.at),
      kind: s.kind,
      product: s.product,
      window: viewWindow(s.window),
      review,
      texts: texts.get(s.problem.event) ?? {},
    },
    severity: viewSeverity(s, us, mapping, texts),
    baton: {
      holder: holderOf(s),
      since: instantOfSeconds(s.baton.since.at),
      term: s.baton.term,
      pass: s.baton.n,
      offer: viewOffer(s.baton.offer, texts),
      history: batonHistory(s),
    },
    participants: Object.values(s.participants).map((p) => viewParticipant(s, p, us, texts)),
    engagements: engagementsOf(s).map((e) => viewEngagement(s, e, texts)),
    escalations: viewEscalations(s, texts),
    plan: viewPlan(s, texts),
    actions: viewActions(s, texts),
    proposals: s.proposals.map(({ event, at, by, member }) => ({
      event,
      member,
      by,
      at: instantOfSeconds(at),
      text: textOf(texts, event, 'reason'),
    })),
    waitingOnUs: isWaitingOn(s, us),
    unsettled: s.unsettled.map(({ event, type, by, at, seenBy }) => ({
      event,
      type,
      by,
      at: instantOfSeconds(at),
      notSeenBy: notSeenBy(s, by, seenBy),
    })),
    contestedBy: s.contestedBy,
    equivocations: s.equivocations.map(({ author, ids, shown }) => ({
      author,
      events: ids,
      shown: shown.length > 0,
    })),
    flags: flagsOf(s),
    heads: s.heads.map((head) => head.id),
    counts: {
      events: s.size,
      participants: activeMembers(s).length,
      engagements: engagementsOf(s).length,
    },
  }
}

/** Active participants that have confirmed neither by word nor by writing after it (D10a). */
export const notSeenBy = (s: CaseState, by: MemberId, seenBy: readonly MemberId[]): MemberId[] =>
  activeMembers(s).filter((member) => member !== by && !seenBy.includes(member))

/** Whether this member owes the next step of the case or of an engagement. */
export function isWaitingOn(s: CaseState, member: MemberId): boolean {
  const works = statusOf(s) !== 'closed' && isActive(s, member)
  if (works && (holderOf(s) === member || owesAnswer(s, member))) return true
  return engagementsOf(s).some((e) => waitingOn(s, e)?.member === member)
}

/** A close has its summary as text, a reopening its reason; while nobody closed there is none. */
function viewStatus(s: CaseState, texts: Texts): CaseView['status'] {
  const { event, by, code, at } = s.status
  const slot = s.status.word === 'closed' ? 'summary' : 'reason'
  const text = event === s.opened.event ? null : textOf(texts, event, slot)
  const history = (s.status.turns ?? []).map((turn, i) => ({
    word: i % 2 === 0 ? ('closed' as const) : ('open' as const),
    at: instantOfSeconds(turn),
  }))
  const counts = s.status.counts ?? null
  return { word: statusOf(s), code, by, at: instantOfSeconds(at), text, history, counts }
}

const batonHistory = ({ baton, opener, opened }: CaseState): CaseView['baton']['history'] =>
  [{ holder: opener, at: opened.at }, ...(baton.moves ?? [])].map(({ holder, at }) => ({
    holder,
    at: instantOfSeconds(at),
  }))
