// Admits arrivals to a replica, in whatever order they came, until nothing more fits (D9a, D20). Pure but for signatures and the
// trust badge: it writes nothing, and answers with what a commit would hold.
import { admit, prepare } from '../../core/cases/admit.ts'
import type { Admitted, Prepared, Replica } from '../../core/cases/admit.ts'
import type { EventRow, Leaf, Place, TextRow } from '../../core/cases/consequences.ts'
import type { Overturned } from '../../core/cases/settle.ts'
import { checkEventDate } from '../../core/exchange/event-token.ts'
import type { ParsedEvent } from '../../core/exchange/event-token.ts'
import type { EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { trustOf } from '../members/trust-of.ts'
import type { Deps } from '../ports.ts'
import { TAKEN, textsOf } from './arrival.ts'
import type { Arrival, Outcome } from './arrival.ts'
import { verifyWith } from './verify.ts'

export type Intake = {
  readonly member: MemberId
  readonly at: Instant
  /** Who handed the events over; null when a push does not say. */
  readonly from: MemberId | null
  replica: Replica
  readonly loadHistory: () => Promise<NonNullable<Replica['history']>>
  readonly rows: EventRow[]
  readonly placed: { readonly event: EventId; readonly place: Place }[]
  readonly texts: TextRow[]
  readonly leaves: Leaf[]
  readonly overturned: Overturned[]
  readonly outcomes: Map<EventId, Outcome>
}

export const newIntake = (
  given: Pick<Intake, 'member' | 'at' | 'from' | 'replica' | 'loadHistory'>,
): Intake => ({
  ...given,
  rows: [],
  placed: [],
  texts: [],
  leaves: [],
  overturned: [],
  outcomes: new Map(),
})

/** Goes over the arrivals again as long as one of them let another in. */
export async function admitArrivals(
  deps: Deps,
  intake: Intake,
  arrivals: readonly Arrival[],
): Promise<void> {
  let open = [...arrivals]
  let moved = true
  while (moved && open.length > 0) {
    moved = false
    const still: Arrival[] = []
    for (const arrival of open) {
      const outcome = await admitOne(deps, intake, arrival)
      intake.outcomes.set(arrival.event.id, outcome)
      if (outcome.word === 'waiting') still.push(arrival)
      else moved = true
    }
    open = still
  }
}

async function admitOne(deps: Deps, intake: Intake, arrival: Arrival): Promise<Outcome> {
  const prepared = await prepareArrival(intake, arrival.event)
  if (prepared === 'known') return TAKEN
  if (prepared instanceof Refusal) return { word: 'refused', refusal: prepared }
  if ('missing' in prepared) return { word: 'waiting', missing: prepared.missing }
  if (await checkEventDate(arrival.event, intake.at))
    return { word: 'waiting', missing: [], datedAhead: true }
  const unsigned = await verifyWith(arrival.event, prepared.key)
  if (unsigned) return { word: 'refused', refusal: unsigned }
  const admitted = admit(intake.replica, prepared)
  intake.replica = { ...intake.replica, state: admitted.state }
  await note(deps, intake, arrival, admitted)
  return TAKEN
}

async function prepareArrival(
  intake: Intake,
  event: ParsedEvent,
): Promise<Prepared | { missing: readonly EventId[] } | Refusal | 'known'> {
  let prepared = prepare(intake.replica, event)
  if ('needsHistory' in prepared) {
    intake.replica = { ...intake.replica, history: await historyWith(intake) }
    prepared = prepare(intake.replica, event)
  }
  if (intake.replica.history?.get(event.id)) return 'known'
  if ('needsHistory' in prepared) throw new Error('the history is loaded and still needed')
  return prepared
}

/** The history at rest with what this intake admitted on top of it before it was needed. */
async function historyWith(intake: Intake): Promise<NonNullable<Replica['history']>> {
  const history = await intake.loadHistory()
  for (const { event, place } of intake.rows)
    if (place && !history.get(event.id))
      history.add({ ...event, depth: place.depth, at: place.at }, place.verdict)
  return history
}

async function note(
  deps: Deps,
  intake: Intake,
  arrival: Arrival,
  { event, verdict, overturned }: Admitted,
): Promise<void> {
  const { member, from } = intake
  const place: Place = { depth: event.depth, at: event.at, verdict }
  const source = arrival.event
  const leaf: Leaf = {
    kind: arrival.origin === 'held' ? 'event-placed' : 'event',
    caseId: source.caseId,
    event: source.id,
    tokenHash: source.tokenHash,
    direction: 'in',
    partner: from ?? source.author,
    verdict,
  }
  intake.leaves.push(leaf)
  intake.overturned.push(...overturned)
  for (const o of overturned)
    intake.leaves.push({
      ...leaf,
      kind: 'overturned',
      event: o.decider,
      tokenHash: null,
      verdict: o.register,
    })
  if (arrival.origin === 'held') {
    intake.placed.push({ event: source.id, place })
    return
  }
  intake.rows.push(await rowOf(deps, member, from, source, place))
  intake.texts.push(...(await textsOf(member, arrival)))
}

export async function rowOf(
  deps: Deps,
  member: MemberId,
  from: MemberId | null,
  event: ParsedEvent,
  place: Place | null,
): Promise<EventRow> {
  const trust =
    event.author === member ? 'own' : await trustOf(deps, member, event.author, event.kid)
  return {
    event,
    token: event.jwt,
    tokenHash: event.tokenHash,
    jti: event.jti,
    alg: event.alg,
    kid: event.kid,
    receivedFrom: from ?? event.author,
    trust,
    place,
  }
}
