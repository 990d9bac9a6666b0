// One engagement as people see it, and the one thing it waits for (D12): who owes the next answer, what, since when. Computed from
// the state alone; the texts are those held here.
import type { EventId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import type { SharedLevel } from '../severity/scale.ts'
import type { CaseState, Engagement, Mark, Standing } from './case.ts'
import { participantOf, standingOf, statusOf } from './case.ts'
import { disputes } from './flags.ts'
import { acknowledgedBy, textEventsOfHandOff, viewHandOff } from './view-hand-off.ts'
import { type HandOffView, type MissedView, type PauseView } from './view-hand-off.ts'
import { viewMissed, viewPauses } from './view-hand-off.ts'
import { type Accord, accordOf } from './view-handling.ts'
import { momentOf, type Texts, textOf } from './view-parts.ts'

export type WaitingOn = {
  readonly member: MemberId
  /** An answer to the invitation, information asked for, the work itself, or a confirmation that it is done. */
  readonly what: 'answer' | 'information' | 'work' | 'confirmation'
  readonly since: Instant
}

export type EngagementView = {
  readonly id: EventId
  readonly inviter: MemberId
  readonly invitee: MemberId
  readonly standing: Standing
  readonly ask: string
  readonly due: Instant | null
  readonly requestedAt: Instant
  readonly answeredAt: Instant | null
  readonly code: string | null
  readonly completed: {
    readonly outcome: string
    readonly at: Instant
    readonly text: unknown
  } | null
  readonly confirmedAt: Instant | null
  readonly crossed: boolean
  readonly questions: readonly {
    readonly id: EventId
    readonly at: Instant
    readonly text: unknown
    readonly answeredAt: Instant | null
    readonly answer: unknown
  }[]
  readonly severity: {
    readonly requested: SharedLevel | null
    readonly accepted: SharedLevel | null
    readonly gap: number
    readonly accord: Accord
  }
  readonly acknowledgedAt: Instant | null
  /** What was done by a rule of the invitee's, without a person. */
  readonly automatic: readonly ('acknowledged' | 'accepted')[]
  readonly handOff: HandOffView
  readonly pauses: readonly PauseView[]
  readonly missed: readonly MissedView[]
  readonly texts: Readonly<Record<string, unknown>>
  readonly waitingOn: WaitingOn | null
}

/** Engagements as asked, without the opener's own, in the order they were asked in. */
export const engagementsOf = (s: CaseState): Engagement[] =>
  Object.values(s.engagements)
    .filter((e) => e.id !== s.opened.event)
    .toSorted((a, b) => a.requested.at - b.requested.at || (a.id < b.id ? -1 : 1))

/** Who owes the next answer; null once the engagement is over, or the case is closed. */
export function waitingOn(s: CaseState, e: Engagement): WaitingOn | null {
  const standing = standingOf(e)
  if (statusOf(s) === 'closed' || (standing !== 'requested' && standing !== 'accepted')) return null
  const on = (member: MemberId, what: WaitingOn['what'], since: Mark): WaitingOn => ({
    member,
    what,
    since: instantOfSeconds(since.at),
  })
  if (s.kind === 'change') return seen(e) ? null : on(e.invitee, 'answer', e.requested)
  const open = e.questions.find((question) => question.answered === null)
  if (open) return on(e.inviter, 'information', open)
  const told = e.questions.at(-1)?.answered ?? null
  if (standing === 'requested') return on(e.invitee, 'answer', told ?? e.requested)
  if (!e.completed) return on(e.invitee, 'work', latest(e.accepted ?? e.requested, told))
  return e.confirmed ? null : on(e.inviter, 'confirmation', e.completed)
}

/** A notice asks for nothing but to be seen. */
const seen = (e: Engagement): boolean => acknowledgedBy(e) !== null

const latest = (one: Mark, other: Mark | null): Mark => (other && other.at > one.at ? other : one)

export function viewEngagement(s: CaseState, e: Engagement, texts: Texts): EngagementView {
  const answer = e.withdrawn ?? e.lapsed ?? e.accepted ?? e.declined
  const requested = participantOf(s, e.inviter)?.claim?.level ?? null
  const accepted = participantOf(s, e.invitee)?.claim?.level ?? null
  return {
    id: e.id,
    inviter: e.inviter,
    invitee: e.invitee,
    standing: standingOf(e),
    ask: e.ask,
    due: e.due === null ? null : instantOfSeconds(e.due),
    requestedAt: instantOfSeconds(e.requested.at),
    answeredAt: momentOf(answer),
    code: (e.removed ?? e.left ?? e.withdrawn ?? e.declined)?.code ?? null,
    completed: e.completed && {
      outcome: e.completed.outcome,
      at: instantOfSeconds(e.completed.at),
      text: textOf(texts, e.completed.event, 'summary'),
    },
    confirmedAt: momentOf(e.confirmed),
    crossed: e.crossed !== null,
    questions: e.questions.map((question) => ({
      id: question.event,
      at: instantOfSeconds(question.at),
      text: textOf(texts, question.event, 'question'),
      answeredAt: momentOf(question.answered),
      answer: textOf(texts, question.answered?.event, 'answer'),
    })),
    severity: {
      requested,
      accepted,
      gap: gapOf([requested, accepted]),
      accord: accordOf([requested, accepted], isDisputed(s, e)),
    },
    acknowledgedAt: momentOf(acknowledgedBy(e)),
    automatic: e.automatic ?? [],
    handOff: viewHandOff(e, texts),
    pauses: viewPauses(e, texts),
    missed: viewMissed(e),
    texts: { ...texts.get(e.id), ...texts.get(ending(e) ?? e.id) },
    waitingOn: waitingOn(s, e),
  }
}

/** The event whose words go with the standing: why it was accepted, declined, withdrawn, left. */
const ending = (e: Engagement): EventId | undefined =>
  (e.removed ?? e.left ?? e.withdrawn ?? e.accepted ?? e.declined)?.event

/** Whether one of the two refuses to follow the other. */
function isDisputed(s: CaseState, { inviter, invitee }: Engagement): boolean {
  const [one, two] = [participantOf(s, inviter), participantOf(s, invitee)]
  return (
    (one !== undefined && disputes(s, one).includes(invitee)) ||
    (two !== undefined && disputes(s, two).includes(inviter))
  )
}

/** Levels between the gravest and the mildest; 0 where fewer than two were claimed. */
export function gapOf(levels: readonly (SharedLevel | null)[]): number {
  const claimed = levels.filter((level) => level !== null)
  return claimed.length < 2 ? 0 : Math.max(...claimed) - Math.min(...claimed)
}

/** Events whose texts an engagement shows. */
export const textEventsOfEngagement = (e: Engagement): (EventId | undefined)[] => [
  e.id,
  ending(e),
  e.completed?.event,
  ...e.questions.flatMap((question) => [question.event, question.answered?.event]),
  ...textEventsOfHandOff(e),
]
