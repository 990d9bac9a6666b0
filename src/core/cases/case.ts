// The shared record of one case: registers with one writer each (D11), and what is computed from them. A value, JSON all
// through, so that it rests as a view and can be dropped and folded again from the events.
import type { CaseId, EngagementId, EventId, MemberId } from '../kernel/id.ts'
import type { SharedLevel } from '../severity/scale.ts'
import { endOf, type Escalation } from './escalation-state.ts'
import type { Baton, Chain, Claim, LevelStep, Offer, Slot, Transfer } from './case-parts.ts'
import type {
  Action,
  Channel,
  LevelDuty,
  Missed,
  Pause,
  PhoneCall,
  Plan,
  Projected,
  Promised,
  Refused,
  Resolution,
} from './registers.ts'

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
  /** Seconds: when it was said to be completed before that, and when its invitee first told of a workaround. */
  readonly completedBefore?: readonly number[]
  readonly workaroundAt?: number
  readonly confirmed: Mark | null
  readonly left: (Mark & { readonly code: string }) | null
  readonly removed: (Mark & { readonly code: string }) | null
  /** An acceptance met a withdrawal on the way and gave no access (D12). */
  readonly crossed: EventId | null
  readonly questions: readonly Question[]
  readonly level?: SharedLevel // as asked, before the claims of the case are seen; absent where nobody stated it
  /** The support plan the inviter asks under, by the invitee's own code. */
  readonly plan?: string
  /** How it was asked; absent for the API. */
  readonly channel?: Exclude<Channel, 'api'>
  /** Digest of the support profile by which the inviter reckoned. */
  readonly support?: string
  readonly projected?: Projected
  /** What the level asks of the requester, and when it was met; null while it was not. */
  readonly levelDuties?: Readonly<Partial<Record<LevelDuty, Mark | null>>>
  readonly phone?: PhoneCall
  readonly window?: { readonly from: number; readonly until: number }
  readonly acknowledged?: Mark
  /** Acknowledged or accepted by a rule of the invitee's, without a person. */
  readonly automatic?: readonly ('acknowledged' | 'accepted')[]
  readonly pauses?: Readonly<Record<EventId, Pause>>
  readonly missed?: readonly Missed[]
}

export type Standing =
  'requested' | 'accepted' | 'declined' | 'withdrawn' | 'lapsed' | 'left' | 'removed'

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
  /** The levels it claimed, each since when, seconds; absent while its first claim is its only one. */
  readonly levels?: readonly LevelStep[]
  /** Milder claims it does not agree to, by the claimant. */
  readonly refusals?: Readonly<Record<MemberId, Refused>>
  /** Time of its latest update to others, seconds; and its latest promises of one, the oldest first. */
  readonly updatedAt?: number
  readonly promises?: readonly Promised[]
  readonly resolution?: Resolution
  /** The sum of the effort it shared. */
  readonly effortMinutes?: number
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
  /** When a change is to take place, seconds; a change notice has one. */
  readonly window?: { readonly from: number; readonly until: number }
  readonly product: { readonly code: string; readonly version: string | null } | null
  readonly batonSilence: number | null
  readonly continues: { readonly case: CaseId; readonly heads: readonly EventId[] } | null
  readonly opener: MemberId
  readonly opened: Mark
  /** The event that states the problem as it stands. */
  readonly problem: Mark
  readonly participants: Readonly<Record<MemberId, Participant>>
  readonly engagements: Readonly<Record<EngagementId, Engagement>>
  readonly escalations?: Readonly<Record<EventId, Escalation>>
  readonly plan?: Plan
  readonly actions?: Readonly<Record<EventId, Action>>
  readonly proposals: readonly (Mark & { readonly by: MemberId; readonly member: MemberId })[]
  readonly transfers: readonly Transfer[]
  readonly hostOffer: Offer | null
  readonly baton: Baton
  readonly status: Mark & {
    readonly word: 'open' | 'closed'
    readonly by: MemberId
    readonly code: string | null
    /** When it was closed, opened again, closed …, seconds; absent while nobody ever closed it. */
    readonly turns?: readonly number[]
    /** The resolution that counts, of those stated. */
    readonly counts?: EventId
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

export const lastTransfer = (s: CaseState): Transfer | null => transfersHeld(s).at(-1) ?? null

/** The transfers that made the hosts there were, the oldest first. */
export function transfersHeld(s: CaseState): Transfer[] {
  if (s.transfers.length === 0) return []
  const holding = holdingTransfers(s)
  const held: Transfer[] = []
  for (const transfer of s.transfers) {
    if (transfer.from !== (held.at(-1)?.to ?? s.opener) || !holding.has(transfer)) continue
    held.push(transfer)
  }
  return held
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

/** A close that did not cover something weighty, or an open escalation, is contested (D11b). */
export function statusOf(s: CaseState): Status {
  if (s.status.word === 'open') return 'open'
  return s.contestedBy.length > 0 || openEscalations(s).length > 0 ? 'closed-contested' : 'closed'
}

/** Whether it is neither ended nor withdrawn, by a raiser that takes part: what a departed one raised binds nobody. */
export const isOpenEscalation = (s: CaseState, e: Escalation): boolean =>
  endOf(e) === null && isActive(s, e.by)

export function openEscalations(s: CaseState): EventId[] {
  if (!s.escalations) return []
  const open = Object.entries(s.escalations).filter(([, e]) => isOpenEscalation(s, e))
  return open.map(([id]) => id as EventId)
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
