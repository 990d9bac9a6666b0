// Admission of one event whose bytes were opened (D9a): may it enter the graph, and with which verdict. Depends on the event and
// its ancestors only, so every gateway answers alike for ever. Two phases, because the signature is checked in between with
// the keys that were in force in the event's own past (D5a).
import { MAX_EVENTS_PER_AUTHOR, MAX_EVENTS_PER_CASE, MAX_HEADS } from '../exchange/limits.ts'
import { caseIdOf } from '../kernel/id.ts'
import type { EventId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import { participantOf } from './case.ts'
import type { CaseState, PublicKey } from './case.ts'
import type { CaseEvent, Verdict } from './event.ts'
import { coversAll, foldHistory, placeOnTop, step } from './fold.ts'
import type { History } from './history.ts'
import { judge } from './judge.ts'
import { CaseOpened, openState } from './opening.ts'
import { overturnedBy } from './settle.ts'
import type { Overturned } from './settle.ts'
import { PublicKeys } from './shapes.ts'

/** An event as its bytes say it, before its place in the graph is known. */
export type OpenedEvent = Omit<CaseEvent, 'at' | 'depth'> & {
  readonly alg: string
  readonly kid: string
}

/** What is held of a case. The history may stay away as long as events come on top of all that is held. */
export type Replica = { readonly state: CaseState; readonly history: History | null }

export type Prepared = {
  readonly event: CaseEvent
  /** The state its author had seen. */
  readonly seen: CaseState
  /** Keys in force for the author in that state; the token's `kid` names one of them. */
  readonly key: PublicKey
  readonly onTop: boolean
}
export type Waiting = { readonly missing: readonly EventId[] }
export type NeedsHistory = { readonly needsHistory: true }

export type Admitted = {
  readonly event: CaseEvent
  readonly verdict: Verdict
  readonly state: CaseState
  readonly overturned: readonly Overturned[]
}

/**
 * First phase: place and structure. Answers what to verify the signature with, the ancestors that are missing, or a refusal
 * for ever; `needsHistory` when the state alone cannot tell.
 */
export function prepare(
  replica: Replica,
  opened: OpenedEvent,
): Prepared | Waiting | NeedsHistory | Refusal {
  if (opened.caseId !== replica.state.id)
    return new Refusal('event-parents-invalid', 'the event is of another case')
  if (opened.heads.length > MAX_HEADS) return new Refusal('event-parents-invalid', 'too many heads')
  if (new Set([...opened.heads, opened.prev]).size <= opened.heads.length)
    return new Refusal('event-parents-invalid', 'a parent is named twice')

  if (coversAll(replica.state, opened)) {
    const event: CaseEvent = { ...opened, ...placeOnTop(replica.state, opened.iat) }
    return prepareIn(replica.state, event, opened, true)
  }
  const { history } = replica
  if (!history) return { needsHistory: true }
  const missing = history.missing(opened)
  if (missing.length > 0) return { missing }
  const broken = checkChain(history, opened)
  if (broken) return broken
  const seen = foldHistory(history, history.past(opened))
  if (!seen)
    return new Refusal('event-parents-invalid', 'the event does not descend from an opening')
  return prepareIn(seen, { ...opened, ...history.place(opened) }, opened, false)
}

/** Second phase, once the signature has verified: verdict, the state with the event in it, and what it overturned. */
export function admit(replica: Replica, prepared: Prepared): Admitted {
  const { event, seen, onTop } = prepared
  const verdict = judge(seen, event)
  replica.history?.add(event, verdict)
  if (onTop) return { event, verdict, state: step(replica.state, event, verdict), overturned: [] }
  const state = replica.history && foldHistory(replica.history)
  if (!state) throw new Error('an event off the top was admitted without the history')
  const sees = (other: EventId): boolean => replica.history?.sees(event.id, other) ?? false
  return { event, verdict, state, overturned: overturnedBy(replica.state, state, event, sees) }
}

/** The opening event of a case: its keys, algorithms and rules are in itself. */
export function prepareOpening(opened: OpenedEvent): Omit<Prepared, 'seen' | 'onTop'> | Refusal {
  const { type, prev, heads, seq, incarnation } = opened
  if (type !== 'case-opened' || prev !== null || heads.length > 0 || seq !== 1 || incarnation !== 0)
    return new Refusal('event-parents-invalid', 'an opening event has no parents and number 1')
  const body = CaseOpened.safeParse(opened.body)
  if (!body.success)
    return new Refusal('event-claims-invalid', 'the opening’s body has a wrong shape')
  if (!body.data.algs.includes('ES256') || !body.data.algs.some((alg) => alg === opened.alg))
    return new Refusal('event-algorithm-not-allowed')
  const key = body.data.keys.find((k) => k.kid === opened.kid)
  if (!key) return new Refusal('event-key-unknown')
  return { event: { ...opened, depth: 0, at: opened.iat }, key }
}

/** The state of a case that consists of its opening event. */
export function admitOpening(event: CaseEvent): CaseState {
  const state = openState(event, CaseOpened.parse(event.body))
  return step({ ...state, id: caseIdOf(event.id) }, event, 'type-unknown')
}

function prepareIn(
  seen: CaseState,
  event: CaseEvent,
  opened: OpenedEvent,
  onTop: boolean,
): Prepared | Refusal {
  const author = participantOf(seen, event.author)
  if (!author) return new Refusal('event-author-not-invited')
  if (event.incarnation > 0 && !author.resumedKeys[event.incarnation])
    return new Refusal('event-incarnation-unknown')
  if (seen.size >= MAX_EVENTS_PER_CASE || author.count >= MAX_EVENTS_PER_AUTHOR)
    return new Refusal('case-full')
  if (!seen.algs.includes(opened.alg)) return new Refusal('event-algorithm-not-allowed')
  const key = keysInForce(seen, event).find((k) => k.kid === opened.kid)
  return key ? { event, seen, key, onTop } : new Refusal('event-key-unknown')
}

/**
 * The keys under which an author may sign, judged in the event's own past (D5a): the keys of its last `keys-rotated`; before
 * one, the keys it has shown, or shows in this very event, whose thumbprints its inviter named.
 */
export function keysInForce(
  seen: CaseState,
  event: Pick<CaseEvent, 'author' | 'incarnation' | 'body'>,
): readonly PublicKey[] {
  const author = participantOf(seen, event.author)
  if (!author) return []
  if (author.rotated) return author.keys
  const vouched = author.resumedKeys[event.incarnation] ?? author.vouched
  const shown = PublicKeys.safeParse(event.body['keys'])
  const keys = shown.success ? [...author.keys, ...shown.data] : author.keys
  return keys.filter((key) => vouched.includes(key.kid))
}

function checkChain(history: History, opened: OpenedEvent): Refusal | null {
  const { prev, author, incarnation, seq } = opened
  if (prev === null) return seq === 1 ? null : new Refusal('event-sequence-broken')
  const before = history.get(prev)?.event
  const follows =
    before?.author === author && before.incarnation === incarnation && before.seq + 1 === seq
  return follows ? null : new Refusal('event-sequence-broken')
}
