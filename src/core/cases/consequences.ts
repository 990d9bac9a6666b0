// The commit of one step as a value (D17): everything that changes with the events of one case, computed before any
// transaction opens. Storage writes it whole or not at all; nothing leaves that is not in it.
import type { CaseId, EventId, MemberId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { activeMembers, effectiveLevel, engagementOf, isActive } from './case.ts'
import type { CaseState } from './case.ts'
import type { CaseEvent, TextRef, Verdict } from './event.ts'
import { bundleFor } from './bundle.ts'
import type { Overturned } from './settle.ts'

/**
 * `invited`: we hold an invitation and not the history. `joining`: we accepted and the history is arriving. `shared`: all of it
 * is here.
 */
export type Stage = 'invited' | 'joining' | 'shared'

/** Where an event stands in the graph once all its ancestors are here. */
export type Place = { readonly depth: number; readonly at: number; readonly verdict: Verdict }

/** Whether the federation vouched for the signing key when the event came; a badge, never a condition (D5a). */
export type Trust = 'own' | 'vouched' | 'not-vouched' | 'revoked'

/** A new row of truth. `place` is null while ancestors are missing. */
export type EventRow = {
  readonly event: Omit<CaseEvent, 'at' | 'depth'>
  readonly token: string
  readonly tokenHash: string
  readonly jti: string
  readonly alg: string
  readonly kid: string
  readonly receivedFrom: MemberId | null
  readonly trust: Trust
  readonly place: Place | null
}

export type TextRow = {
  readonly event: EventId
  readonly slot: string
  readonly ref: TextRef
  readonly disclosure: string
  /** Plain words of the text, for search. */
  readonly words: string
}

export type Delivery = {
  readonly partner: MemberId
  readonly event: EventId
  /** Delivery of a case of the gravest severity is retried more often (D19). */
  readonly grave: boolean
}

/** One line of the member's log; numbered after commit. It commits to ids and hashes, never to text (D26). */
export type Leaf = {
  readonly kind: 'event' | 'event-placed' | 'local-note' | 'overturned' | 'refused' | 'setting'
  readonly caseId: CaseId | null
  readonly event: EventId | null
  readonly tokenHash: string | null
  readonly direction: 'in' | 'out' | 'own'
  readonly partner: MemberId | null
  readonly verdict: string
}

export type LocalNote = {
  readonly id: string
  readonly author: string
  readonly text: string
  readonly at: Instant
}

/** The answer kept for a repeated request; written with the effects it reports. */
export type KeptAnswer = {
  readonly client: string
  readonly key: string
  readonly requestHash: string
  readonly status: number
  readonly body: string
}

export type CaseCommit = {
  readonly member: MemberId
  readonly caseId: CaseId
  /** Version of the view this was computed from; null when the case must not be here yet. */
  readonly expected: number | null
  readonly stage: Stage
  readonly state: CaseState
  /** What an invitee can see before the history is here; null once it is. */
  readonly bundle: CaseState | null
  readonly at: Instant
  /** When our side has something to add by itself: a pass after an acceptance, a `received`. */
  readonly followUpAt: Instant | null
  readonly events: readonly EventRow[]
  /** Held events whose ancestors are here now. */
  readonly placed: readonly { readonly event: EventId; readonly place: Place }[]
  readonly texts: readonly TextRow[]
  readonly overturned: readonly Overturned[]
  readonly deliveries: readonly Delivery[]
  readonly leaves: readonly Leaf[]
  /** Parked events that were taken in with this commit. */
  readonly unparked: readonly EventId[]
  /** Ancestors to ask for, and whom first. */
  readonly wanted: { readonly from: MemberId; readonly ids: readonly EventId[] } | null
  readonly localNotes: readonly LocalNote[]
  readonly answer: KeptAnswer | null
}

/** To whom an own event goes: every active participant but its author, and whoever an engagement or a cut concerns (D6a). */
export function deliveriesOf(
  before: CaseState,
  after: CaseState,
  event: CaseEvent,
  inviters: readonly MemberId[] = [],
): Delivery[] {
  const grave = effectiveLevel(after) === 1
  const to = new Set<MemberId>([...activeMembers(after), ...inviters])
  if (event.type === 'member-removed') to.add(event.body['member'] as MemberId)
  if (event.type === 'participant-left') for (const m of activeMembers(before)) to.add(m)
  const deliveries: Delivery[] = []
  const invitee = concerned(after, event)
  if (invitee && !isActive(after, invitee))
    for (const id of bundleFor(after, event))
      deliveries.push({ partner: invitee, event: id, grave })
  for (const partner of to) deliveries.push({ partner, event: event.id, grave })
  return deliveries.filter((d) => d.partner !== event.author)
}

const TO_INVITEE: readonly string[] = [
  'engagement-requested',
  'info-provided',
  'engagement-withdrawn',
  'engagement-lapsed',
  'level-duty-met',
]

/** The invitee that an event of the asked side is for, although it does not take part yet. */
function concerned(s: CaseState, event: CaseEvent): MemberId | null {
  if (!TO_INVITEE.includes(event.type)) return null
  if (event.type === 'engagement-requested') return event.body['invitee'] as MemberId
  return engagementOf(s, event.body['engagement'] as EventId)?.invitee ?? null
}
