// The shared record of one case: registers with one writer each (D11), and what is computed from them. A value, JSON all
// through, so that it rests as a view and can be dropped and folded again from the events.
import type { CaseId, EngagementId, EventId, MemberId } from '../kernel/id.ts'
import type { SharedLevel } from '../severity/scale.ts'

/** A public event key as it stands in events: its thumbprint and the members that RFC 7638 hashes, nothing else. */
export type PublicKey = { readonly kid: string } & (
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
)

export type Mark = { readonly event: EventId; readonly at: number }

export type Question = Mark & { readonly answered: Mark | null }

export type Engagement = {
  readonly id: EngagementId
  readonly inviter: MemberId
  readonly invitee: MemberId
  readonly ask: string
  readonly product: string | null
  /** Answer wanted by, seconds since 1970. */
  readonly due: number | null
  readonly requested: Mark
  readonly accepted: Mark | null
  readonly declined: (Mark & { readonly code: string }) | null
  readonly withdrawn: (Mark & { readonly code: string }) | null
  readonly lapsed: Mark | null
  readonly completed: (Mark & { readonly outcome: string }) | null
  readonly confirmed: Mark | null
  readonly left: (Mark & { readonly code: string }) | null
  readonly removed: (Mark & { readonly code: string }) | null
  /** An acceptance met a withdrawal on the way and gave no access (D12). */
  readonly crossed: EventId | null
  readonly questions: readonly Question[]
}

export type Standing =
  'requested' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed' | 'left' | 'removed'

export type Native = {
  readonly scheme: string
  readonly version: string
  readonly code: string
}

export type Claim = Mark & {
  readonly level: SharedLevel
  readonly native: Native | null
  /** Digest of the mapping document that was used. */
  readonly mapping: string | null
  readonly reason: string
  /** Written by a member unseen by the cut that removed it; it stands all the same. */
  readonly unseen: boolean
}

export type Slot = Mark & { readonly value: string | number | null; readonly text: string | null }

export type Chain = { readonly seq: number; readonly tip: EventId }

export type Participant = {
  readonly id: MemberId
  /** The invitation that counts; for the opener, the case itself. */
  readonly engagement: EngagementId
  readonly engagements: readonly EngagementId[]
  readonly mayEngage: boolean
  readonly claim: Claim | null
  readonly slots: Readonly<Record<string, Slot>>
  readonly reopenRequested: Mark | null
  /** Thumbprints an inviter vouched for, and the keys shown for them. */
  readonly vouched: readonly string[]
  readonly keys: readonly PublicKey[]
  /** Set by the member's own `keys-rotated`: then `keys` are in force and `vouched` is past. */
  readonly rotated: boolean
  readonly rulesMax: number
  readonly algs: readonly string[]
  readonly frozen: (Mark & { readonly resumed: number | null }) | null
  /** Thumbprints under which a resumed incarnation may sign, by incarnation. */
  readonly resumedKeys: Readonly<Record<string, readonly string[]>>
  /** Events that vouch for or show its keys: what a stranger needs to check its signature (D6a). */
  readonly keyEvents: readonly EventId[]
  /** Time of its latest `received`, seconds. */
  readonly receivedAt: number | null
  /** Own chain by incarnation, and how many events in all. */
  readonly chains: Readonly<Record<string, Chain>>
  readonly count: number
  /** Time of its latest event, seconds. */
  readonly lastAt: number
}

export type Offer = Mark & {
  readonly by: MemberId
  readonly to: MemberId
  readonly answer: (Mark & { readonly word: 'accepted' | 'declined' }) | null
}

export type Baton = {
  readonly term: number
  readonly n: number
  /** Holder by the rules of the baton alone; `holderOf` looks at whether it is still active. */
  readonly holder: MemberId
  readonly since: Mark
  readonly offer: Offer | null
}

export type Transfer = Mark & {
  readonly from: MemberId
  readonly to: MemberId
  readonly engagement: EngagementId
  /** The receiver wrote an event that builds on the transfer; until then nobody leaves (D13a). */
  readonly confirmed: boolean
}

export type Unsettled = Mark & {
  readonly type: string
  readonly by: MemberId
  readonly seenBy: readonly MemberId[]
}

export type Head = { readonly id: EventId; readonly depth: number; readonly at: number }

export type CaseState = {
  readonly id: CaseId
  readonly rules: number
  readonly algs: readonly string[]
  readonly test: boolean
  readonly kind: string
  readonly product: { readonly code: string; readonly version: string | null } | null
  readonly batonSilence: number | null
  readonly continues: { readonly case: CaseId; readonly heads: readonly EventId[] } | null
  readonly opener: MemberId
  readonly opened: Mark
  /** The event that states the problem as it stands. */
  readonly problem: Mark
  readonly participants: Readonly<Record<MemberId, Participant>>
  readonly engagements: Readonly<Record<EngagementId, Engagement>>
  readonly proposals: readonly (Mark & { readonly by: MemberId; readonly member: MemberId })[]
  readonly transfers: readonly Transfer[]
  readonly hostOffer: Offer | null
  readonly baton: Baton
  readonly status: Mark & {
    readonly word: 'open' | 'closed'
    readonly by: MemberId
    readonly code: string | null
  }
  /** Events that a close does not cover (D11b). */
  readonly contestedBy: readonly EventId[]
  readonly equivocations: readonly {
    readonly author: MemberId
    readonly incarnation: number
    readonly seq: number
    readonly ids: readonly EventId[]
    /** Those that an effective `equivocation-shown` points at, in the order of `ids`. */
    readonly shown: readonly EventId[]
  }[]
  /** Decisions that some other active member has not seen yet (D10a). */
  readonly unsettled: readonly Unsettled[]
  readonly heads: readonly Head[]
  readonly size: number
}

/**
 * Where one engagement stands: removed > left > withdrawn or lapsed > accepted > declined > requested (fold.md §1.4d). What was
 * over before its member left or was removed keeps its own word.
 */
export function standingOf(e: Engagement): Standing {
  const over = !e.accepted && (e.declined ?? e.withdrawn ?? e.lapsed) !== null
  if (e.removed && !over) return 'removed'
  if (e.left && !over) return 'left'
  if (e.withdrawn) return 'withdrawn'
  if (e.lapsed) return 'lapsed'
  if (e.accepted) return 'accepted'
  return e.declined ? 'declined' : 'requested'
}

export function participantOf(s: CaseState, member: MemberId): Participant | undefined {
  return Object.hasOwn(s.participants, member) ? s.participants[member] : undefined
}

export function engagementOf(s: CaseState, id: EngagementId): Engagement | undefined {
  return Object.hasOwn(s.engagements, id) ? s.engagements[id] : undefined
}

/** The standing of a member by the engagement that counts; null for strangers. */
export function standing(s: CaseState, member: MemberId): Standing | null {
  const participant = participantOf(s, member)
  const engagement = participant && engagementOf(s, participant.engagement)
  return engagement ? standingOf(engagement) : null
}

export function isActive(s: CaseState, member: MemberId): boolean {
  return standing(s, member) === 'accepted'
}

export function activeMembers(s: CaseState): MemberId[] {
  return Object.values(s.participants)
    .filter((p) => isActive(s, p.id))
    .map((p) => p.id)
}

/** Active members and those whose invitation waits for an answer. */
export function presentMembers(s: CaseState): MemberId[] {
  return Object.values(s.participants)
    .filter((p) => ['accepted', 'requested'].includes(standing(s, p.id) ?? ''))
    .map((p) => p.id)
}

/**
 * The host: from the opener along each host's first transfer after the one that made it host (fold.md §1.4e). A transfer holds
 * while its receiver is active under the engagement it had then, and for good once the receiver handed on in its turn.
 */
export function hostOf(s: CaseState): MemberId {
  return lastTransfer(s)?.to ?? s.opener
}

export function lastTransfer(s: CaseState): Transfer | null {
  if (s.transfers.length === 0) return null
  const holding = holdingTransfers(s)
  let host = s.opener
  let last: Transfer | null = null
  for (const transfer of s.transfers) {
    if (transfer.from !== host || !holding.has(transfer)) continue
    host = transfer.to
    last = transfer
  }
  return last
}

function holdingTransfers(s: CaseState): Set<Transfer> {
  const holding = new Set<Transfer>()
  const handsOn = new Set<MemberId>()
  for (const transfer of s.transfers.toReversed()) {
    const { to, engagement } = transfer
    const found = engagementOf(s, engagement)
    const stands = found?.invitee === to && standingOf(found) === 'accepted'
    if (!stands && !handsOn.has(to)) continue
    holding.add(transfer)
    handsOn.add(transfer.from)
  }
  return holding
}

/** Who owns the next action: always exactly one; the host when the holder is not active any more (D13). */
export function holderOf(s: CaseState): MemberId {
  return isActive(s, s.baton.holder) ? s.baton.holder : hostOf(s)
}

export type Status = 'open' | 'closed' | 'closed-contested'

export function statusOf(s: CaseState): Status {
  if (s.status.word === 'open') return 'open'
  return s.contestedBy.length > 0 ? 'closed-contested' : 'closed'
}

/** Effective severity: the gravest standing claim; null while nobody claimed any (D29a). */
export function effectiveLevel(s: CaseState): SharedLevel | null {
  let gravest: SharedLevel | null = null
  for (const { claim } of Object.values(s.participants))
    if (claim && (gravest === null || claim.level < gravest)) gravest = claim.level
  return gravest
}

/** Levels beside the effective one (D29a): the host's claim, and the mildest that the others agreed to. */
export function claimedLevels(s: CaseState): {
  readonly requested: SharedLevel | null
  readonly accepted: SharedLevel | null
} {
  const host = hostOf(s)
  const others = activeMembers(s)
    .filter((member) => member !== host)
    .flatMap((member) => participantOf(s, member)?.claim?.level ?? [])
  return {
    requested: participantOf(s, host)?.claim?.level ?? null,
    accepted: others.length === 0 ? null : (Math.max(...others) as SharedLevel),
  }
}

export type Flag =
  'holder-gone' | 'closed-contested' | 'equivocation' | 'author-frozen' | 'crossed' | 'claim-unseen'

export function flagsOf(s: CaseState): Flag[] {
  const participants = Object.values(s.participants)
  const flags = new Set<Flag>()
  if (!isActive(s, s.baton.holder)) flags.add('holder-gone')
  if (statusOf(s) === 'closed-contested') flags.add('closed-contested')
  if (s.equivocations.length > 0) flags.add('equivocation')
  if (participants.some((p) => p.frozen && p.frozen.resumed === null)) flags.add('author-frozen')
  if (Object.values(s.engagements).some((e) => e.crossed)) flags.add('crossed')
  if (participants.some((p) => p.claim?.unseen)) flags.add('claim-unseen')
  return [...flags].toSorted()
}
