// What a flow may ask of the world: time, randomness, a place of rest, private keys, partners. `storage`, `signing`, `net` and
// `runtime` implement these; every method that touches a case names the member it acts for, and sees nothing of another's.
import type { CaseState } from '../core/cases/case.ts'
import type {
  CaseCommit,
  EventRow,
  KeptAnswer,
  Leaf,
  Stage,
  Trust,
} from '../core/cases/consequences.ts'
import type { Verdict } from '../core/cases/event.ts'
import type { History } from '../core/cases/history.ts'
import type { CaseId, EventId, MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Refusal } from '../core/kernel/refusal.ts'
import type { Agreement } from '../core/members/agreement.ts'
import type { EventDraft, SealedEvent } from './sealing.ts'
import type { MemberStore } from './member-ports.ts'

export type Clock = { readonly now: () => Instant }
export type Random = {
  /** A fresh unique id, at most 64 characters of `[A-Za-z0-9_-]`. */
  readonly id: () => string
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>
}

export type StoredCase = {
  readonly caseId: CaseId
  readonly version: number
  readonly stage: Stage
  readonly state: CaseState
  readonly bundle: CaseState | null
  readonly followUpAt: Instant | null
  readonly updatedAt: Instant
  /** Signing waits until a partner confirmed our last event there (D23). */
  readonly fenced: boolean
}

export type StoredEvent = {
  readonly caseId: CaseId
  readonly event: EventId
  readonly author: MemberId
  readonly incarnation: number
  readonly seq: number
  readonly type: string
  readonly jti: string
  readonly kid: string
  readonly token: string
  readonly receivedAt: Instant
  readonly receivedFrom: MemberId | null
  readonly trust: Trust
  /** Null while ancestors are missing. */
  readonly depth: number | null
  readonly at: number | null
  readonly verdict: Verdict | null
}

export type StoredText = {
  readonly event: EventId
  readonly slot: string
  readonly digest: string
  readonly readers: 'case' | readonly MemberId[]
  readonly disclosure: string
}

export type DeliveryState = {
  readonly partner: MemberId
  readonly event: EventId
  readonly queuedAt: Instant
  readonly deliveredAt: Instant | null
  readonly attempts: number
  /** The partner's word when it refused for good. */
  readonly refused: string | null
}

/** Where a page ended; opaque to callers. A cursor of another list is refused: `cursor-invalid`. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

export type CaseFilter = {
  /** Any participant's case number, or our reference; exact, case folded. */
  readonly number?: string
  readonly partner?: MemberId
  readonly status?: 'open' | 'closed' | 'closed-contested' | 'invited' | 'declined'
  /** Words found in texts of the case that are held here. */
  readonly text?: string
  readonly holder?: MemberId
  readonly test?: boolean
}

export type CaseRow = {
  readonly caseId: CaseId
  readonly version: number
  readonly stage: Stage
  readonly state: CaseState
  readonly bundle: CaseState | null
  /** Disclosure of the text `summary` of the problem or the invitation, if held. */
  readonly summary: string | null
  readonly updatedAt: Instant
}

export interface CaseStore {
  /**
   * The view of one case, or null; kept in memory by version, so that a hot case costs no read. It may be out of date when
   * other processes write: a commit from it is then `moved-on`, and the next load reads anew. `fresh`: for what is shown.
   */
  loadCase(
    member: MemberId,
    caseId: CaseId,
    options?: { readonly fresh?: boolean },
  ): Promise<StoredCase | null>
  /** The graph of all placed events. */
  loadHistory(member: MemberId, caseId: CaseId): Promise<History>
  /**
   * Writes one step whole, or nothing: `moved-on` when the case is not at the expected version any more. Throws a fault, with
   * nothing written, when a request with the same Idempotency-Key was answered meanwhile; repeating it finds the answer.
   */
  commit(commit: CaseCommit): Promise<'done' | 'moved-on'>
  findEvent(member: MemberId, event: EventId): Promise<StoredEvent | null>
  /** Puts the fence around every shared or joining case of a member that has other participants; returns how many (D23). */
  fenceCases(member: MemberId): Promise<number>
  liftFence(member: MemberId, caseId: CaseId): Promise<void>
  /** Which of the events are here, placed or held. */
  knownEvents(member: MemberId, events: readonly EventId[]): Promise<ReadonlySet<EventId>>
  /** Events held without a place, in the order they came. */
  heldEvents(member: MemberId, caseId: CaseId): Promise<StoredEvent[]>
  /** Placed events in display order after a position (exclusive), and before any that are only held. */
  listEvents(
    member: MemberId,
    caseId: CaseId,
    page: { after: string | null; limit: number; newestFirst?: boolean },
  ): Promise<Page<StoredEvent> | Refusal>
  eventsById(member: MemberId, events: readonly EventId[]): Promise<StoredEvent[]>
  loadTexts(member: MemberId, caseId: CaseId, events?: readonly EventId[]): Promise<StoredText[]>
  /** Adds texts that came later than their events, or again. */
  addTexts(member: MemberId, caseId: CaseId, texts: CaseCommit['texts']): Promise<void>
  listCases(
    member: MemberId,
    filter: CaseFilter,
    page: { after: string | null; limit: number },
  ): Promise<Page<CaseRow> | Refusal>
  listLocalNotes(member: MemberId, caseId: CaseId): Promise<CaseCommit['localNotes']>
  listDeliveries(member: MemberId, caseId: CaseId): Promise<DeliveryState[]>
  listOverturned(
    member: MemberId,
    caseId: CaseId,
  ): Promise<(CaseCommit['overturned'][number] & { at: Instant })[]>
  /** Heads of every case shared with a partner, paged by case id, for comparing (D20). */
  sharedCases(
    member: MemberId,
    partner: MemberId,
    page: { after: CaseId | null; limit: number },
  ): Promise<{ caseId: CaseId; heads: EventId[] }[]>
}

/** An event that waits for ancestors: neither acknowledged nor refused (D20). */
export type Parked = {
  readonly caseId: CaseId
  readonly event: EventId
  readonly from: MemberId
  readonly token: string
  readonly disclosures: readonly string[]
  readonly missing: readonly EventId[]
}

export type OutboxItem = {
  readonly event: EventId
  readonly caseId: CaseId
  readonly jti: string
  readonly token: string
  readonly attempts: number
}

export type PartnerQueue = {
  readonly member: MemberId
  readonly partner: MemberId
  readonly waiting: number
  readonly oldest: Instant | null
  readonly nextAt: Instant | null
  readonly failures: number
  readonly failingSince: Instant | null
  readonly lastError: string | null
  readonly lastSuccessAt: Instant | null
}

export interface WorkStore {
  // deliveries: one queue per partner, one lease per queue
  /** Takes the lease on one partner queue that is due and has messages; null when none is. */
  claimQueue(
    at: Instant,
    leaseMs: number,
  ): Promise<{ member: MemberId; partner: MemberId; lease: string; failures: number } | null>
  /** The oldest undelivered messages of a queue, at most one per `jti`, within the limits. */
  queued(
    member: MemberId,
    partner: MemberId,
    limit: { events: number; bytes: number },
  ): Promise<OutboxItem[]>
  /** Undelivered messages by their `jti`, for the acknowledgments of a poll: only those that were offered before. */
  queuedByJti(member: MemberId, partner: MemberId, jtis: readonly string[]): Promise<OutboxItem[]>
  settleDeliveries(settled: {
    member: MemberId
    partner: MemberId
    /** Null when the answer came by poll and no lease is held. */
    lease: string | null
    delivered: readonly EventId[]
    refused: readonly { event: EventId; word: string; description: string }[]
    attempted: readonly EventId[]
    at: Instant
    /** When to try again; null when the queue is empty or goes on at once. */
    nextAt: Instant
    error: string | null
  }): Promise<void>
  partnerQueues(member: MemberId): Promise<PartnerQueue[]>
  /** Puts a queue to the front, after a sign of life from the partner. */
  wakeQueue(member: MemberId, partner: MemberId, at: Instant): Promise<void>

  // parking
  park(member: MemberId, parked: readonly Parked[], at: Instant): Promise<void>
  parked(member: MemberId, caseId: CaseId): Promise<Parked[]>
  dropParked(member: MemberId, events: readonly EventId[]): Promise<void>

  // repair of gaps: at most one request in flight per case and partner
  claimRepair(
    at: Instant,
    leaseMs: number,
  ): Promise<{
    member: MemberId
    caseId: CaseId
    partner: MemberId
    wanted: EventId[]
    attempts: number
    lease: string
  } | null>
  wantEvents(
    member: MemberId,
    caseId: CaseId,
    partner: MemberId,
    ids: readonly EventId[],
    at: Instant,
  ): Promise<void>
  settleRepair(done: {
    member: MemberId
    caseId: CaseId
    partner: MemberId
    lease: string
    nextAt: Instant | null
    error: string | null
  }): Promise<void>

  // comparing tips
  /** A partner we exchange with whose tips were last compared before `notSince`; marks it compared at `at`. Null when none is. */
  claimComparison(
    at: Instant,
    notSince: Instant,
  ): Promise<{ member: MemberId; partner: MemberId } | null>

  // what our side adds by itself
  claimFollowUps(at: Instant, limit: number): Promise<{ member: MemberId; caseId: CaseId }[]>

  // refusals kept with the bytes, and signed requests seen once
  keepRefused(
    member: MemberId,
    refused: {
      from: MemberId | null
      event: EventId | null
      caseId: CaseId | null
      token: string
      word: string
      detail: string
      at: Instant
    },
  ): Promise<void>
  findRefused(member: MemberId, event: EventId): Promise<{ word: string; detail: string } | null>
  /** True the first time within its life; false when it was seen before. Shared by all processes. */
  rememberJti(member: MemberId, issuer: MemberId, jti: string, until: Instant): Promise<boolean>

  // repeated requests
  findAnswer(client: string, key: string): Promise<(KeptAnswer & { at: Instant }) | null>
  keepAnswer(answer: KeptAnswer, at: Instant): Promise<void>

  // bounded clean-up of what has expired
  sweep(at: Instant, limit: number): Promise<number>
}

export type FeedItem = {
  readonly number: number
  readonly leaf: Leaf
  readonly at: Instant
}

export interface LogStore {
  /** Gives the next numbers to leaves that have none, at most `limit`; one at a time per member whatever process asks. */
  sequence(member: MemberId, limit: number): Promise<number>
  membersWithUnnumbered(limit: number): Promise<MemberId[]>
  /** Leaves after a number, in order; never skips one that commits late. */
  feed(member: MemberId, after: number, limit: number): Promise<FeedItem[]>
  lastNumber(member: MemberId): Promise<number>
}

/** A high-water mark outside the database: the last events we signed, so that an older copy of it is noticed (D23). */
export interface HighWater {
  /** The event signed last; null when there is no mark. */
  read(member: MemberId): Promise<EventId | null>
  /** Called after each commit; may lag behind, never run ahead. */
  raise(member: MemberId, last: EventId): Promise<void>
}

export interface Signer {
  /**
   * Signs an event with the member's active event key if `kids` names it, else with another of its keys that `kids` names and
   * that is not destroyed. `kids`: the keys in force for the member in the case (D5a). Refused when a partner would refuse it.
   */
  sealEvent(draft: EventDraft, kids: readonly string[]): Promise<SealedEvent | Refusal>
  /** Signs the right to one request to a partner (D22). */
  sealRequest(
    member: MemberId,
    request: {
      audience: MemberId
      method: string
      url: string
      body: Uint8Array<ArrayBuffer> | null
      offsetSeconds: number
    },
  ): Promise<string>
  /** Signs an entity statement, historical keys or the like with a federation key. */
  signStatement(
    entity: MemberId,
    typ: string,
    claims: Readonly<Record<string, unknown>>,
  ): Promise<string>
}

export type NetRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
  readonly timeoutMs?: number
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}
export type NetResponse = {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

/** Outgoing HTTP within bounds; throws a fault with `kind` when there is no answer. */
export interface Net {
  request(request: NetRequest): Promise<NetResponse>
}

/** Waits, or ends early when the signal says so; tests give one that does not wait. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>

/** Tells other parts of this process that there is work, so that nobody waits for the next round. Losing a nudge loses nothing. */
export interface Nudge {
  (about: 'deliver' | 'repair' | 'sequence' | 'follow-up' | 'feed', member: MemberId): void
}

export type Deps = {
  readonly clock: Clock
  readonly random: Random
  readonly cases: CaseStore
  readonly work: WorkStore
  readonly log: LogStore
  readonly members: MemberStore
  readonly signer: Signer
  readonly net: Net
  readonly highWater: HighWater
  readonly nudge: Nudge
  readonly pause: Pause
}
export type { Agreement, EventRow }
