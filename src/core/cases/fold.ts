// The fold (fold.md §1.4): the same set of events, the same case, in whatever order they came. `foldHistory` starts from the whole
// set; `step` adds one event whose author had seen everything, which is the common case and costs the same however long the
// case is. Both give the same state; a property test holds them to it.
import type { EventId } from '../kernel/id.ts'
import { activeMembers, statusOf } from './case.ts'
import type { CaseState, Head, Unsettled } from './case.ts'
import type { CaseEvent, Verdict } from './event.ts'
import { compareEvents, compareText, parentsOf } from './event.ts'
import { findCuts } from './cuts.ts'
import { findForks } from './forks.ts'
import { Bits } from './history.ts'
import type { History, Node } from './history.ts'
import { withShown } from './integrity.ts'
import { enlist } from './invitation.ts'
import { evolve } from './judge.ts'
import { amendParticipant } from './membership.ts'
import { CaseOpened, openState } from './opening.ts'
import { ruleOf } from './registry.ts'

/**
 * The state of a set of events closed under ancestors (all held, or the past of one event), and of all that lies below the
 * history's base. Null without an opening event.
 */
export function foldHistory(history: History, set: Bits | null = null): CaseState | null {
  const nodes = history.select(set).toSorted((a, b) => compareEvents(a.event, b.event))
  const opening = history.base ? undefined : nodes[0]
  const base = history.base ?? openingState(opening)
  if (!base) return null

  const { forks, dropped } = findForks(history, nodes)
  const acting = nodes.filter((n) => n.verdict === 'effect' && !dropped.has(n.event.id))
  const cuts = findCuts(history, acting)
  const effective = acting.filter((n) => !cuts.dropped.has(n.event.id))
  const acts = new Set(effective.map((n) => n.event.id))

  let state = base
  for (const { event, verdict } of nodes) {
    const sees = (other: EventId): boolean => history.sees(event.id, other)
    if (event !== opening?.event && acts.has(event.id)) state = evolve(state, event, sees)
    else if (verdict === 'effect' && event.type === 'engagement-requested')
      state = enlist(state, event)
    if (cuts.unseenClaims.has(event.id))
      state = amendParticipant(state, event.author, ({ claim }) =>
        claim ? { claim: { ...claim, unseen: true } } : {},
      )
    state = count(state, event, sees, !dropped.has(event.id))
  }
  for (const [engagement, crossed] of cuts.crossed) {
    const found = state.engagements[engagement]
    if (found)
      state = {
        ...state,
        engagements: { ...state.engagements, [engagement]: { ...found, crossed } },
      }
  }
  return {
    ...state,
    equivocations: forks.map((fork) =>
      withShown(
        { ...fork, shown: [] },
        effective.map((node) => node.event),
      ),
    ),
    contestedBy: contests(history, effective, state, base),
    unsettled: unsettledOf(history, nodes, effective, state, base),
  }
}

function openingState(opening: Node | undefined): CaseState | null {
  if (!opening || opening.event.type !== 'case-opened' || opening.event.prev !== null) return null
  const body = CaseOpened.safeParse(opening.event.body)
  return body.success ? openState(opening.event, body.data) : null
}

const seesAll = (): boolean => true

/**
 * Adds one event that has everything held in its past. The caller has made sure of that (`coversAll`) and of the verdict. Such an
 * event can only confirm how a fork of somebody else's was decided: its vote, if it has one left, goes to the sibling that counts.
 */
export function step(before: CaseState, event: CaseEvent, verdict: Verdict): CaseState {
  const acted = verdict === 'effect' ? evolve(before, event, seesAll) : before
  const state = count(acted, event, seesAll, true)
  const rule = verdict === 'effect' ? ruleOf(event.type) : undefined
  const contests = rule?.contests === true && statusOf(before) === 'closed-contested'
  const seen = before.unsettled.map((u) => withSeen(u, event))
  if (rule?.decision) seen.push(freshDecision(event))
  return {
    ...state,
    contestedBy: contests ? [...state.contestedBy, event.id] : state.contestedBy,
    unsettled: stillUnsettled(state, seen),
  }
}

/**
 * Whether an event's parents cover every tip and are all known to the state alone, and it goes on a chain of its author's that
 * never forked and is its last.
 */
export function coversAll(state: CaseState, event: Linked): boolean {
  if (!continuesChain(state, event)) return false
  const parents = new Set<string>(parentsOf(event))
  const known = new Set<string>(state.heads.map((head) => head.id))
  if (event.prev) known.add(event.prev)
  return (
    state.heads.every((head) => parents.has(head.id)) && [...parents].every((p) => known.has(p))
  )
}

type Linked = Pick<CaseEvent, 'prev' | 'heads' | 'author' | 'incarnation' | 'seq'>

/** Whether an event follows the last one of its author, on a chain that never forked and is its last. */
export function continuesChain(state: CaseState, event: Omit<Linked, 'heads'>): boolean {
  const forked = state.equivocations.some(
    (fork) => fork.author === event.author && fork.incarnation === event.incarnation,
  )
  const author = state.participants[event.author]
  // A later incarnation that a cut made inert resumed nothing, and yet took a place in the chain.
  const begun = Object.keys({ ...author?.resumedKeys, ...author?.chains })
  const goneOn = begun.some((n) => Number(n) > event.incarnation)
  if (forked || goneOn) return false
  const chain = author?.chains[event.incarnation]
  return (chain?.tip ?? null) === event.prev && (chain?.seq ?? 0) + 1 === event.seq
}

/** Depth and time of an event that covers all (D10d). */
export function placeOnTop(state: CaseState, iat: number): { depth: number; at: number } {
  const depth = Math.max(-1, ...state.heads.map((head) => head.depth)) + 1
  return { depth, at: Math.max(iat, ...state.heads.map((head) => head.at)) }
}

/** What every event changes, whatever its verdict: chain, tips, number, time. */
function count(
  s: CaseState,
  event: CaseEvent,
  sees: (other: EventId) => boolean,
  onChain: boolean,
): CaseState {
  const parents = new Set<string>(parentsOf(event))
  const head: Head = { id: event.id, depth: event.depth, at: event.at }
  const heads = [...s.heads.filter((h) => !parents.has(h.id)), head]
  const confirms = s.transfers.some((t) => !t.confirmed && t.to === event.author && sees(t.event))
  const counted: CaseState = {
    ...s,
    size: s.size + 1,
    heads: heads.toSorted((a, b) => compareText(a.id, b.id)),
    transfers: confirms
      ? s.transfers.map((t) =>
          t.to === event.author && sees(t.event) ? { ...t, confirmed: true } : t,
        )
      : s.transfers,
  }
  return amendParticipant(counted, event.author, (p) => ({
    count: p.count + 1,
    lastAt: Math.max(p.lastAt, event.at),
    ...(onChain
      ? { chains: { ...p.chains, [event.incarnation]: { seq: event.seq, tip: event.id } } }
      : {}),
  }))
}

function contests(
  history: History,
  effective: readonly Node[],
  s: CaseState,
  base: CaseState,
): EventId[] {
  if (s.status.word !== 'closed') return []
  const above = effective
    .filter(({ event }) => ruleOf(event.type)?.contests && !history.sees(s.status.event, event.id))
    .map(({ event }) => event.id)
  return base.status.event === s.status.event ? [...base.contestedBy, ...above] : above
}

const freshDecision = (event: CaseEvent): Unsettled => ({
  event: event.id,
  at: event.at,
  type: event.type,
  by: event.author,
  seenBy: [],
})

const withSeen = (u: Unsettled, { author }: Pick<CaseEvent, 'author'>): Unsettled =>
  u.by === author || u.seenBy.includes(author)
    ? u
    : { ...u, seenBy: [...u.seenBy, author].toSorted(compareText) }

/**
 * Settled: somebody else, and every other member that is active, has an event that has the decision in its past (D10a). What
 * was settled stays so when those that confirmed it leave.
 */
function stillUnsettled(s: CaseState, decisions: readonly Unsettled[]): Unsettled[] {
  const active = activeMembers(s)
  return decisions.filter((u) => {
    const others = active.filter((m) => m !== u.by)
    return u.seenBy.length === 0 || others.some((m) => !u.seenBy.includes(m))
  })
}

function unsettledOf(
  history: History,
  nodes: readonly Node[],
  effective: readonly Node[],
  s: CaseState,
  base: CaseState,
): Unsettled[] {
  const seen = new Map<CaseEvent['author'], Bits>()
  for (const node of nodes) {
    const { author } = node.event
    const bits = seen.get(author) ?? new Bits()
    bits.addAll(history.pastOf(node))
    seen.set(author, bits)
  }
  const decisions = effective
    .filter(({ event }) => ruleOf(event.type)?.decision)
    .map((node) => ({
      ...freshDecision(node.event),
      seenBy: [...seen]
        .filter(([author, bits]) => author !== node.event.author && bits.has(node.index))
        .map(([author]) => author)
        .toSorted(compareText),
    }))
  // Whoever wrote above the base has seen all below it.
  const earlier = base.unsettled.map((u) =>
    [...seen.keys()].reduce((now, author) => withSeen(now, { author }), u),
  )
  return stillUnsettled(s, [...earlier, ...decisions])
}
