// Cuts (fold.md §1.4c): what a removal, an author cut, a withdrawal or a lapse makes inert although it had an effect in its own
// past. A removal or author cut drops that member's events that neither saw the cut nor were seen by it, severity claims
// excepted. A withdrawal or lapse drops those of the invitee's that rest on its own engagement and on no other.
import type { EngagementId, EventId } from '../kernel/id.ts'
import type { CaseEvent } from './event.ts'
import type { History, Node } from './history.ts'

export type Cuts = {
  readonly dropped: ReadonlySet<EventId>
  /** Severity claims outside a cut: they stand, marked. */
  readonly unseenClaims: ReadonlySet<EventId>
  /** Acceptances that met a withdrawal on the way, by engagement. */
  readonly crossed: ReadonlyMap<EngagementId, EventId>
}

const HOST_CUTS: readonly string[] = ['member-removed', 'author-cut']
const WITHDRAWALS: readonly string[] = ['engagement-withdrawn', 'engagement-lapsed']

/** The one kind of cut whose reach depends on acceptances that the cut itself has in its past. */
export const isWithdrawal = ({ type }: Pick<CaseEvent, 'type'>): boolean =>
  WITHDRAWALS.includes(type)

/** What the cuts among the acting events drop. A withdrawal that a host's cut dropped cuts nothing itself. */
export function findCuts(history: History, acting: readonly Node[]): Cuts {
  const dropped = new Set<EventId>()
  const unseenClaims = new Set<EventId>()
  const events = acting.map((node) => node.event)
  for (const cut of events.filter((e) => HOST_CUTS.includes(e.type))) {
    for (const event of apart(history, events, cut, cut.body['member'])) {
      if (event.type === 'severity-claimed') unseenClaims.add(event.id)
      else dropped.add(event.id)
    }
  }
  const withdrawals = events.filter((e) => isWithdrawal(e) && !dropped.has(e.id))
  const crossed = findCrossed(history, events, withdrawals)
  const lost = new Set(crossed.values())
  for (const withdrawal of withdrawals) {
    const engagement = engagementIn(withdrawal)
    if (engagement === undefined) continue
    for (const event of apart(history, events, withdrawal, inviteeOf(history, engagement))) {
      if (!history.sees(event.id, engagement)) continue
      const own = ownEngagementIn(history, event)
      if (own === undefined ? !hasGround(history, events, event, lost) : own === engagement)
        dropped.add(event.id)
    }
  }
  return { dropped, unseenClaims, crossed }
}

const engagementIn = ({ body }: CaseEvent): EngagementId | undefined =>
  body['engagement'] as EngagementId | undefined

const inviteeOf = (history: History, engagement: EngagementId): unknown =>
  history.get(engagement)?.event.body['invitee']

/** The engagement that an answer of its invitee names. */
function ownEngagementIn(history: History, event: CaseEvent): EngagementId | undefined {
  const engagement = engagementIn(event)
  if (engagement === undefined) return undefined
  return inviteeOf(history, engagement) === event.author ? engagement : undefined
}

/** The acceptances that a withdrawal of the same engagement crossed. */
function findCrossed(
  history: History,
  events: readonly CaseEvent[],
  withdrawals: readonly CaseEvent[],
): Map<EngagementId, EventId> {
  const crossed = new Map<EngagementId, EventId>()
  for (const withdrawal of withdrawals) {
    const engagement = engagementIn(withdrawal)
    if (engagement === undefined) continue
    for (const event of apart(history, events, withdrawal, inviteeOf(history, engagement)))
      if (event.type === 'engagement-accepted' && engagementIn(event) === engagement)
        crossed.set(engagement, event.id)
  }
  return crossed
}

/** Whether the event's author, as far as it had seen, took part by an acceptance that is not lost. */
function hasGround(
  history: History,
  events: readonly CaseEvent[],
  event: CaseEvent,
  lost: ReadonlySet<EventId>,
): boolean {
  const ended = (engagement: EngagementId | undefined): boolean =>
    engagement === undefined ||
    events.some(
      (end) =>
        history.sees(event.id, end.id) &&
        history.sees(end.id, engagement) &&
        ((end.type === 'participant-left' && end.author === event.author) ||
          (end.type === 'member-removed' && end.body['member'] === event.author)),
    )
  return events.some(
    (answer) =>
      answer.type === 'engagement-accepted' &&
      answer.author === event.author &&
      !lost.has(answer.id) &&
      history.sees(event.id, answer.id) &&
      !ended(engagementIn(answer)),
  )
}

/** A member's events that neither saw the cut nor were seen by it. */
function apart(
  history: History,
  events: readonly CaseEvent[],
  cut: CaseEvent,
  member: unknown,
): CaseEvent[] {
  return events.filter(
    (event) =>
      event.author === member &&
      event.id !== cut.id &&
      !history.sees(cut.id, event.id) &&
      !history.sees(event.id, cut.id),
  )
}
