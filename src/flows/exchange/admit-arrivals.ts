// Admits arrivals to a replica, in whatever order they came, until nothing more fits (D9a, D20). Pure but for signatures and the
// trust badge: it writes nothing, and answers with what a commit would hold.
import { admit, prepare } from '../../core/cases/admit.ts'
import type { Admitted, Prepared, Replica } from '../../core/cases/admit.ts'
import type { EventRow, Leaf, Place, TextRow } from '../../core/cases/consequences.ts'
import { parentsOf } from '../../core/cases/event.ts'
import type { History } from '../../core/cases/history.ts'
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
  /** What is at rest: all of it, or as much as an event needs whose deepest parent lies at a depth. */
  readonly loadHistory: (depth: number | null) => Promise<History>
  readonly depthsOf: (events: readonly EventId[]) => Promise<ReadonlyMap<EventId, number>>
  /** How deep events lie at rest, as far as it was asked; null for those without a place. */
  readonly depths: Map<EventId, number | null>
  readonly admitted: Map<EventId, Pick<Admitted, 'event' | 'verdict'>>
  readonly rows: EventRow[]
  readonly placed: { readonly event: EventId; readonly place: Place }[]
  readonly texts: TextRow[]
  readonly leaves: Leaf[]
  readonly overturned: Overturned[]
  readonly outcomes: Map<EventId, Outcome>
}

export const newIntake = (
  given: Pick<Intake, 'member' | 'at' | 'from' | 'replica' | 'loadHistory' | 'depthsOf'>,
): Intake => ({
  ...given,
  depths: new Map(),
  admitted: new Map(),
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
      const outcome = await admitOne(deps, intake, arrival, arrivals)
      intake.outcomes.set(arrival.event.id, outcome)
      if (outcome.word === 'waiting') still.push(arrival)
      else moved = true
    }
    open = still
  }
}

async function admitOne(
  deps: Deps,
  intake: Intake,
  arrival: Arrival,
  arrivals: readonly Arrival[],
): Promise<Outcome> {
  const prepared = await prepareArrival(intake, arrival.event, arrivals)
  if (prepared === 'known') return TAKEN
  if (prepared instanceof Refusal) return { word: 'refused', refusal: prepared }
  if ('missing' in prepared) return { word: 'waiting', missing: prepared.missing }
  if (await checkEventDate(arrival.event, intake.at))
    return { word: 'waiting', missing: [], datedAhead: true }
  const unsigned = await verifyWith(arrival.event, prepared.key)
  if (unsigned) return { word: 'refused', refusal: unsigned }
  const admitted = admit(intake.replica, prepared)
  intake.replica = { ...intake.replica, state: admitted.state }
  intake.admitted.set(arrival.event.id, admitted)
  await note(deps, intake, arrival, admitted)
  return TAKEN
}

/** Reads no more of the history than it takes to tell: nothing, where events lie, what came since a state kept, all. */
async function prepareArrival(
  intake: Intake,
  event: ParsedEvent,
  arrivals: readonly Arrival[],
): Promise<Prepared | { missing: readonly EventId[] } | Refusal | 'known'> {
  if (isHere(intake, event.id)) return 'known'
  const prepared = prepare(intake.replica, event)
  if (!('needsHistory' in prepared)) return prepared
  const parents = parentsOf(event)
  await findDepths(intake, event, arrivals)
  if (depthIn(intake, event.id) !== null) return 'known'
  const missing = parents.filter((id) => depthIn(intake, id) === null)
  if (missing.length > 0) return { missing }
  const depth = Math.max(-1, ...parents.map((id) => depthIn(intake, id) ?? -1))
  // A part that did not reach far enough once gives way to the whole, so that a batch reads twice at most.
  for (const needed of intake.replica.history ? [null] : [depth, null]) {
    intake.replica = { ...intake.replica, history: await historyWith(intake, needed) }
    const known = prepare(intake.replica, event)
    if (!('needsHistory' in known)) return known
  }
  throw new Error('the whole history is loaded and still needed')
}

const isHere = ({ admitted, replica }: Intake, id: EventId): boolean =>
  admitted.has(id) || replica.history?.get(id) !== undefined

const depthIn = ({ admitted, depths }: Intake, id: EventId): number | null =>
  admitted.get(id)?.event.depth ?? depths.get(id) ?? null

/** Asks where an event and its parents lie; with the first one, for all that arrived together. */
async function findDepths(
  intake: Intake,
  event: ParsedEvent,
  arrivals: readonly Arrival[],
): Promise<void> {
  const { depths } = intake
  const isKnown = (id: EventId): boolean => depths.has(id)
  if ([event.id, ...parentsOf(event)].every(isKnown)) return
  const ids = new Set(arrivals.flatMap((a) => [a.event.id, ...parentsOf(a.event)]))
  const asked = [...ids].filter((id) => !isKnown(id))
  const found = await intake.depthsOf(asked)
  for (const id of asked) depths.set(id, found.get(id) ?? null)
}

/** The history at rest with what this intake admitted before it was needed. */
async function historyWith(intake: Intake, depth: number | null): Promise<History> {
  const history = await intake.loadHistory(depth)
  for (const { event, verdict } of intake.admitted.values()) history.add(event, verdict)
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
