// Serves the history of a case to a participant that lacks part of it (D6a, D20): the ancestors of what it names, without those
// of what it has, parents first, within the limits. An invitee gets its bundle; somebody that left, nothing after its cut.
import { isActive, participantOf, standing } from '../../core/cases/case.ts'
import { bundleFor } from '../../core/cases/bundle.ts'
import type { CaseState } from '../../core/cases/case.ts'
import { compareEvents } from '../../core/cases/event.ts'
import { Bits } from '../../core/cases/history.ts'
import type { History } from '../../core/cases/history.ts'
import { MAX_MISSING_BYTES, MAX_MISSING_EVENTS } from '../../core/exchange/limits.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { StoredCase, StoredEvent } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import { disclosuresFor, stateOf } from './outgoing.ts'
import type { Disclosures } from './outgoing.ts'

export type MissingRequest = {
  readonly case: CaseId
  /** Events asked for; empty: everything up to our tips. */
  readonly wanted: readonly EventId[]
  /** Tips the caller has; ids unknown here are passed over. */
  readonly have: readonly EventId[]
}

export type MissingAnswer = {
  readonly events: readonly string[]
  readonly disclosures: Disclosures
  /** False when the limits cut the answer short: ask again with what came. */
  readonly complete: boolean
}

export async function serveMissing(
  deps: Deps,
  member: MemberId,
  caller: MemberId,
  request: MissingRequest,
): Promise<MissingAnswer | Refusal> {
  const found = await findMissing(deps, member, caller, request)
  if (found instanceof Refusal) return found
  return { ...found, events: found.events.map(({ token }) => token) }
}

type Missing = Omit<MissingAnswer, 'events'> & { readonly events: readonly StoredEvent[] }

/** What a partner lacks of a case and may have, as it rests here. */
export async function findMissing(
  deps: Deps,
  member: MemberId,
  caller: MemberId,
  request: MissingRequest,
): Promise<Missing | Refusal> {
  const stored = await deps.cases.loadCase(member, request.case, { fresh: true })
  if (!stored) return new Refusal('event-not-shared')
  const ids = await servable(deps, member, caller, stored, request)
  if (ids instanceof Refusal) return ids
  const rows = await deps.cases.eventsById(member, ids.slice(0, MAX_MISSING_EVENTS))
  const chosen = withinBytes(inOrder(ids, rows))
  return {
    events: chosen,
    disclosures: await disclosuresFor(deps, member, caller, chosen),
    complete: chosen.length === ids.length,
  }
}

async function servable(
  deps: Deps,
  member: MemberId,
  caller: MemberId,
  stored: StoredCase,
  request: MissingRequest,
): Promise<EventId[] | Refusal> {
  if (stored.stage !== 'shared') return heldHere(deps, member, caller, stored)
  const { state } = stored
  if (!participantOf(state, caller)) return new Refusal('event-not-shared')
  if (!isActive(state, caller) && !['left', 'removed'].includes(standing(state, caller) ?? ''))
    return bundleOf(state, caller)
  const history = await deps.cases.loadHistory(member, stored.caseId)
  const open = isActive(state, caller)
    ? closure(history, request.wanted.length > 0 ? request.wanted : state.heads.map((h) => h.id))
    : upToCut(history, state, caller)
  const had = closure(history, request.have)
  return history
    .select(open)
    .filter((node) => !had.has(node.index))
    .toSorted((a, b) => compareEvents(a.event, b.event))
    .map((node) => node.event.id)
}

/** Before our history is here we serve what we hold to those that take part: it may be what one of them lost. */
async function heldHere(
  deps: Deps,
  member: MemberId,
  caller: MemberId,
  stored: StoredCase,
): Promise<EventId[] | Refusal> {
  if (!isActive(stateOf(stored), caller)) return new Refusal('event-not-shared')
  const held = await deps.cases.heldEvents(member, stored.caseId)
  return [stored.state.opened.event, ...held.map((row) => row.event)]
}

function bundleOf(state: CaseState, caller: MemberId): EventId[] {
  const ids = (participantOf(state, caller)?.engagements ?? []).flatMap((id) => {
    const engagement = state.engagements[id]
    if (!engagement) return []
    const asked = { type: 'engagement-requested', id, author: engagement.inviter }
    const ended = [engagement.withdrawn?.event, engagement.lapsed?.event]
    const told = engagement.questions.flatMap((q) => (q.answered ? [q.answered.event] : []))
    return [...bundleFor(state, asked), ...told, ...ended.filter((e) => e !== undefined)]
  })
  return [...new Set(ids)]
}

/** Everything named and all their ancestors. */
function closure(history: History, ids: readonly EventId[]): Bits {
  const bits = new Bits()
  for (const id of ids) {
    const node = history.get(id)
    if (!node) continue
    bits.addAll(history.past(node.event))
    bits.add(node.index)
  }
  return bits
}

function upToCut(history: History, state: CaseState, caller: MemberId): Bits {
  const engagements = participantOf(state, caller)?.engagements ?? []
  const cuts = engagements.flatMap((id) => {
    const e = state.engagements[id]
    return e ? [e.left?.event, e.removed?.event].filter((c) => c !== undefined) : []
  })
  return closure(history, cuts)
}

function inOrder(ids: readonly EventId[], rows: readonly StoredEvent[]): StoredEvent[] {
  const byId = new Map(rows.map((row) => [row.event, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function withinBytes(rows: readonly StoredEvent[]): StoredEvent[] {
  let bytes = 0
  return rows.filter((row, index) => {
    bytes += row.token.length
    return index === 0 || bytes <= MAX_MISSING_BYTES
  })
}
