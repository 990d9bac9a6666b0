// Admission of one event whose bytes were opened (D9a): may it enter the graph, and with which verdict. Depends on the event and
// its ancestors only, so every gateway answers alike for ever. Two phases, because the signature is checked in between with
// the keys that were in force in the event's own past (D5a).
import type { CheckSwitches } from '../kernel/checks.ts'
import { caseIdOf } from '../kernel/id.ts'
import type { EventId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import { participantOf } from './case.ts'
import type { CaseState, PublicKey } from './case.ts'
import { reaches } from './checkpoint.ts'
import type { CaseEvent, Verdict } from './event.ts'
import { coversAll, foldHistory, placeOnTop, step } from './fold.ts'
import type { History } from './history.ts'
import { judge } from './judge.ts'
import { CaseOpened, openState } from './opening.ts'
import { overturnedBy } from './settle.ts'
import type { Overturned } from './settle.ts'
import {
  AUTHOR_CHECKS,
  CHAIN_CHECKS,
  firstRefusal,
  OPENING_CHECKS,
  PARENT_CHECKS,
  PAST_CHECKS,
  shownKeys,
} from './structure.ts'

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
 * for ever; `needsHistory` when the state alone cannot tell, or a history above a base does not reach far enough.
 */
export function prepare(
  replica: Replica,
  opened: OpenedEvent,
  switches: CheckSwitches = {},
): Prepared | Waiting | NeedsHistory | Refusal {
  const { state, history } = replica
  const misnamed = firstRefusal(PARENT_CHECKS, { opened, caseId: state.id }, switches)
  if (misnamed) return misnamed
  if (coversAll(state, opened))
    return prepareIn(state, { ...opened, ...placeOnTop(state, opened.iat) }, opened, true, switches)
  if (!history || !reaches(history, state, opened)) return { needsHistory: true }
  const missing = history.missing(opened)
  if (missing.length > 0) return { missing }
  const before = opened.prev === null ? undefined : history.get(opened.prev)?.event
  // Above a base it continues its author's chain, or the history did not reach.
  const broken = history.base ? null : firstRefusal(CHAIN_CHECKS, { opened, before }, switches)
  if (broken) return broken
  const seen = foldHistory(history, history.past(opened))
  const unopened = firstRefusal(PAST_CHECKS, { seen }, switches)
  if (unopened) return unopened
  return prepareIn(seen ?? state, { ...opened, ...history.place(opened) }, opened, false, switches)
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
export function prepareOpening(
  opened: OpenedEvent,
  switches: CheckSwitches = {},
): Omit<Prepared, 'seen' | 'onTop'> | Refusal {
  const keys = shownKeys(opened)
  const claimed = opened.body['algs']
  const algs: readonly unknown[] = Array.isArray(claimed) ? claimed : []
  const refusal = firstRefusal(OPENING_CHECKS, { opened, keys, algs }, switches)
  if (refusal) return refusal
  const key = keyFor(opened, keys)
  return key ? { event: { ...opened, depth: 0, at: opened.iat }, key } : noKey()
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
  switches: CheckSwitches,
): Prepared | Refusal {
  const author = participantOf(seen, event.author)
  const keys = keysInForce(seen, event)
  const refusal = firstRefusal(AUTHOR_CHECKS, { opened, seen, author, keys }, switches)
  if (refusal) return refusal
  const key = keyFor(opened, [...keys, ...shownKeys(event)])
  return key ? { event, seen, key, onTop } : noKey()
}

/** The key that the token names. Another only where the check that it is in force was switched off. */
function keyFor({ kid }: OpenedEvent, keys: readonly PublicKey[]): PublicKey | undefined {
  return keys.find((key) => key.kid === kid) ?? keys[0]
}

const noKey = (): Refusal => new Refusal('event-key-unknown')

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
  return [...author.keys, ...shownKeys(event)].filter((key) => vouched.includes(key.kid))
}
