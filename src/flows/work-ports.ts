// What flows ask of storage about work and the log: deliveries, parking, repair, repeated requests, numbers of leaves. Work rows are
// claimed with a lease, so that several processes work as one and any of them may die.
import type { KeptAnswer, Leaf } from '../core/cases/consequences.ts'
import type { CaseId, EventId, MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { ClockStore } from './clock-ports.ts'

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

/** What is known of a partner that we ask for what waits there. */
export type ClaimedPoll = {
  readonly member: MemberId
  readonly partner: MemberId
  readonly lease: string
  readonly failures: number
  /** Whether a case that is not closed is shared with it, so that it is worth waiting there. */
  readonly isBusy: boolean
}

export interface WorkStore extends ClockStore {
  // deliveries: one queue per partner, one lease per queue
  /** Takes the lease on one partner queue that is due and has messages; null when none is. */
  claimQueue(
    at: Instant,
    leaseMs: number,
  ): Promise<{
    member: MemberId
    partner: MemberId
    lease: string
    failures: number
    /** When the partner last came by itself for what waits for it; null when it never did. */
    polledAt: Instant | null
  } | null>
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
  /** Lets go of a queue that was claimed and not tried. */
  postponeQueue(member: MemberId, partner: MemberId, lease: string, nextAt: Instant): Promise<void>
  /** The partner came for what waits for it: whatever failed towards it before is over. */
  notePolled(member: MemberId, partner: MemberId, at: Instant): Promise<void>

  // polls: what members that cannot be reached ask of their partners; one lease per partner
  /** Makes a row for every partner in good standing that a member with delivery by poll does not ask yet. */
  beginPolls(at: Instant): Promise<void>
  /** Takes the lease on one partner that is due to be asked; null when none is. */
  claimPoll(at: Instant, leaseMs: number): Promise<ClaimedPoll | null>
  settlePoll(settled: {
    member: MemberId
    partner: MemberId
    lease: string
    at: Instant
    nextAt: Instant
    error: string | null
  }): Promise<void>

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
  /** Whether it is remembered. */
  knowsJti(member: MemberId, issuer: MemberId, jti: string): Promise<boolean>

  // high-water marks that are ahead of this database, and were answered with fences (D23)
  answerMarks(member: MemberId, events: readonly EventId[], at: Instant): Promise<void>
  answeredMarks(member: MemberId, events: readonly EventId[]): Promise<ReadonlySet<EventId>>

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
