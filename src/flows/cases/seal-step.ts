// Seals the drafts of one step on top of a case and admits them by the rules a partner's events meet (D15). In: the case as
// stored, commands; out: everything the commit needs, or the refusal of the first draft that would have no effect.
import { admit, keysInForce, prepare } from '../../core/cases/admit.ts'
import type { Replica } from '../../core/cases/admit.ts'
import { participantOf } from '../../core/cases/case.ts'
import type { CaseState } from '../../core/cases/case.ts'
import type { CaseCommand, Draft, Json } from '../../core/cases/command.ts'
import { deliveriesOf } from '../../core/cases/consequences.ts'
import type { Delivery, EventRow, Leaf, TextRow } from '../../core/cases/consequences.ts'
import { decide } from '../../core/cases/decide.ts'
import { incarnationOf } from '../../core/cases/membership.ts'
import { MAX_HEADS } from '../../core/exchange/limits.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { secondsOf } from '../../core/kernel/instant.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import type { SealedEvent } from '../sealing.ts'

export type Sealed = {
  readonly state: CaseState
  readonly rows: readonly EventRow[]
  readonly texts: readonly TextRow[]
  readonly deliveries: readonly Delivery[]
  readonly leaves: readonly Leaf[]
}

export type Ground = {
  readonly member: MemberId
  readonly replica: Replica
  readonly loadHistory: () => Promise<Replica['history']>
  /** False while the history is not here: what we write is then held until it is. */
  readonly placed: boolean
  /** Members to send to that the state does not show, as in an invitation bundle. */
  readonly inviters: readonly MemberId[]
  readonly at: Instant
}

/** Decides, seals and admits one command after the other. */
export async function sealCommands(
  deps: Deps,
  ground: Ground,
  commands: readonly CaseCommand[],
): Promise<Sealed | Refusal> {
  let sealed: Sealed = {
    state: ground.replica.state,
    rows: [],
    texts: [],
    deliveries: [],
    leaves: [],
  }
  for (const command of commands) {
    const next = await sealCommand(deps, ground, sealed, command)
    if (next instanceof Refusal) return next
    sealed = next
  }
  return sealed
}

async function sealCommand(
  deps: Deps,
  ground: Ground,
  before: Sealed,
  command: CaseCommand,
): Promise<Sealed | Refusal> {
  const { member, at } = ground
  const known = incarnationOf(participantOf(before.state, member))
  const incarnation = command.type === 'restart-author' ? known + 1 : known
  const draft = decide(before.state, command, { by: member, incarnation, at: secondsOf(at) })
  if (draft instanceof Refusal) return draft
  const made = await deps.signer.sealEvent(
    {
      author: member,
      audience: audienceOf(before.state, ground, draft),
      iat: secondsOf(at),
      jti: deps.random.id(),
      caseId: before.state.id,
      ...positionOf(before.state, member, incarnation),
      type: draft.type,
      body: draft.body,
      texts: draft.texts,
    },
    kidsInForce(before.state, member, incarnation, draft),
  )
  return made instanceof Refusal ? made : admitOwn(ground, before, draft, made)
}

async function admitOwn(
  ground: Ground,
  before: Sealed,
  draft: Draft,
  made: SealedEvent,
): Promise<Sealed | Refusal> {
  let replica: Replica = { state: before.state, history: ground.replica.history }
  let prepared = prepare(replica, made.event)
  if ('needsHistory' in prepared) {
    replica = { state: before.state, history: await ground.loadHistory() }
    prepared = prepare(replica, made.event)
  }
  if (prepared instanceof Refusal) return prepared
  if ('missing' in prepared || 'needsHistory' in prepared) return new Refusal('history-incomplete')
  const { event, verdict, state } = admit(replica, prepared)
  if (verdict !== 'effect') return new Refusal(verdict)
  const place = ground.placed ? { depth: event.depth, at: event.at, verdict } : null
  return {
    state,
    rows: [...before.rows, ownRow(made, place)],
    texts: [...before.texts, ...textRows(made, draft)],
    deliveries: [
      ...before.deliveries,
      ...deliveriesOf(before.state, state, event, ground.inviters),
    ],
    leaves: [...before.leaves, ownLeaf(made, ground.placed ? verdict : 'held')],
  }
}

export function ownRow({ event }: SealedEvent, place: EventRow['place']): EventRow {
  return {
    event,
    token: event.jwt,
    tokenHash: event.tokenHash,
    jti: event.jti,
    alg: event.alg,
    kid: event.kid,
    receivedFrom: null,
    trust: 'own',
    place,
  }
}

export const ownLeaf = ({ event }: SealedEvent, verdict: string): Leaf => ({
  kind: 'event',
  caseId: event.caseId,
  event: event.id,
  tokenHash: event.tokenHash,
  direction: 'out',
  partner: null,
  verdict,
})

export function textRows({ event, disclosures }: SealedEvent, draft: Draft): TextRow[] {
  return Object.entries(disclosures).flatMap(([slot, { disclosure }]) => {
    const ref = event.texts[slot]
    const value = draft.texts[slot]?.value ?? null
    return ref ? [{ event: event.id, slot, ref, disclosure, words: wordsOf(value) }] : []
  })
}

/** The plain words in a text, for search: its strings, whatever its shape. */
export function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (value === null || typeof value !== 'object') return ''
  return Object.values(value as Record<string, Json>)
    .map(wordsOf)
    .filter((words) => words !== '')
    .join(' ')
}

/** On top of our own chain and everything seen; of too many tips, the deepest. */
function positionOf(s: CaseState, member: MemberId, incarnation: number) {
  const chains = participantOf(s, member)?.chains ?? {}
  const own = chains[incarnation]
  // A restart goes on from the last event of ours that we know, whatever its incarnation.
  const begins = incarnation > incarnationOf(participantOf(s, member))
  const latest = Math.max(...Object.keys(chains).map(Number))
  const prev = (begins ? chains[latest] : own)?.tip ?? null
  const heads = s.heads
    .filter((head) => head.id !== prev)
    .toSorted((a, b) => b.depth - a.depth)
    .slice(0, MAX_HEADS)
    .map((head) => head.id)
  return { incarnation, seq: (own?.seq ?? 0) + 1, prev, heads }
}

function audienceOf(s: CaseState, ground: Ground, draft: Draft): readonly MemberId[] {
  const invitee = draft.body['invitee']
  const all = [
    ...Object.values(s.participants).map((p) => p.id),
    ...ground.inviters,
    ...(typeof invitee === 'string' ? [invitee as MemberId] : []),
  ]
  return orSelf(
    [...new Set(all)].filter((m) => m !== ground.member),
    ground.member,
  )
}

/** `aud` names at least one member (D6a): while nobody else takes part, ourselves. */
export const orSelf = (audience: readonly MemberId[], self: MemberId): readonly MemberId[] =>
  audience.length === 0 ? [self] : audience

export function kidsInForce(
  s: CaseState,
  member: MemberId,
  incarnation: number,
  draft: Pick<Draft, 'body'>,
): string[] {
  const probe = { author: member, incarnation, body: draft.body }
  return keysInForce(s, probe).map((key) => key.kid)
}
