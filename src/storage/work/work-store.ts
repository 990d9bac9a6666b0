// Work at rest, as `flows/ports.ts` asks for it: what must leave, what was missed, what was asked before. Any process may claim
// any of it, and any may die holding it.
import type { KeptAnswer } from '../../core/cases/consequences.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type {
  ClaimedPoll,
  OutboxItem,
  Parked,
  PartnerQueue,
  WorkStore,
} from '../../flows/work-ports.ts'
import type { Database } from '../database.ts'
import type { Schema } from '../schema.ts'
import { answeredMarks, answerMarks } from './answered-marks.ts'
import { findAnswer, keepAnswer } from './answers.ts'
import type { ClockFilter } from '../../flows/clock-ports.ts'
import { claimClocks, settleClocks } from './clocks.ts'
import { claimFollowUps } from './follow-ups.ts'
import { listClocks } from './list-clocks.ts'
import { beginPolls, claimPoll, settlePoll } from './partner-polls.ts'
import { dropParked, park, parked } from './parking.ts'
import * as queues from './partner-queues.ts'
import { findRefused, keepRefused, knowsJti, rememberJti } from './refusals.ts'
import { claimRepair, settleRepair, wantEvents } from './repairs.ts'
import { sweep } from './sweeps.ts'

export class SqlWorkStore implements WorkStore {
  readonly #database: Database<Schema>

  constructor(database: Database<Schema>) {
    this.#database = database
  }

  claimQueue(at: Instant, leaseMs: number): ReturnType<WorkStore['claimQueue']> {
    return queues.claimQueue(this.#database, at, leaseMs)
  }

  queued(
    member: MemberId,
    partner: MemberId,
    limit: { readonly events: number; readonly bytes: number },
  ): Promise<OutboxItem[]> {
    return queues.queued(this.#database, member, partner, limit)
  }

  queuedByJti(member: MemberId, partner: MemberId, jtis: readonly string[]): Promise<OutboxItem[]> {
    return queues.queuedByJti(this.#database, member, partner, jtis)
  }

  claimComparison(at: Instant, notSince: Instant): ReturnType<WorkStore['claimComparison']> {
    return queues.claimComparison(this.#database, at, notSince)
  }

  settleDeliveries(settled: Parameters<WorkStore['settleDeliveries']>[0]): Promise<void> {
    return queues.settleDeliveries(this.#database, settled)
  }

  partnerQueues(member: MemberId): Promise<PartnerQueue[]> {
    return queues.partnerQueues(this.#database, member)
  }

  wakeQueue(member: MemberId, partner: MemberId, at: Instant): Promise<void> {
    return queues.wakeQueue(this.#database, member, partner, at)
  }

  postponeQueue(
    member: MemberId,
    partner: MemberId,
    lease: string,
    nextAt: Instant,
  ): Promise<void> {
    return queues.postponeQueue(this.#database, member, partner, lease, nextAt)
  }

  notePolled(member: MemberId, partner: MemberId, at: Instant): Promise<void> {
    return queues.notePolled(this.#database, member, partner, at)
  }

  beginPolls(at: Instant): Promise<void> {
    return beginPolls(this.#database, at)
  }

  claimPoll(at: Instant, leaseMs: number): Promise<ClaimedPoll | null> {
    return claimPoll(this.#database, at, leaseMs)
  }

  settlePoll(settled: Parameters<WorkStore['settlePoll']>[0]): Promise<void> {
    return settlePoll(this.#database, settled)
  }

  park(member: MemberId, events: readonly Parked[], at: Instant): Promise<void> {
    return park(this.#database, member, events, at)
  }

  parked(member: MemberId, caseId: CaseId): Promise<Parked[]> {
    return parked(this.#database, member, caseId)
  }

  dropParked(member: MemberId, events: readonly EventId[]): Promise<void> {
    return dropParked(this.#database, member, events)
  }

  claimRepair(at: Instant, leaseMs: number): ReturnType<WorkStore['claimRepair']> {
    return claimRepair(this.#database, at, leaseMs)
  }

  wantEvents(
    member: MemberId,
    caseId: CaseId,
    partner: MemberId,
    ids: readonly EventId[],
    at: Instant,
  ): Promise<void> {
    return wantEvents(this.#database, member, caseId, partner, ids, at)
  }

  settleRepair(done: Parameters<WorkStore['settleRepair']>[0]): Promise<void> {
    return settleRepair(this.#database, done)
  }

  claimFollowUps(at: Instant, limit: number): ReturnType<WorkStore['claimFollowUps']> {
    return claimFollowUps(this.#database, at, limit)
  }

  claimClocks(at: Instant, limit: number): ReturnType<WorkStore['claimClocks']> {
    return claimClocks(this.#database, at, limit)
  }

  settleClocks(found: Parameters<WorkStore['settleClocks']>[0]): Promise<void> {
    return settleClocks(this.#database, found)
  }

  listClocks(
    member: MemberId,
    filter: ClockFilter,
    page: { readonly after: string | null; readonly limit: number },
  ): ReturnType<WorkStore['listClocks']> {
    return listClocks(this.#database, member, filter, page)
  }

  keepRefused(member: MemberId, refused: Parameters<WorkStore['keepRefused']>[1]): Promise<void> {
    return keepRefused(this.#database, member, refused)
  }

  findRefused(member: MemberId, event: EventId): ReturnType<WorkStore['findRefused']> {
    return findRefused(this.#database, member, event)
  }

  rememberJti(member: MemberId, issuer: MemberId, jti: string, until: Instant): Promise<boolean> {
    return rememberJti(this.#database, member, issuer, jti, until)
  }

  knowsJti(member: MemberId, issuer: MemberId, jti: string): Promise<boolean> {
    return knowsJti(this.#database, member, issuer, jti)
  }

  answerMarks(member: MemberId, events: readonly EventId[], at: Instant): Promise<void> {
    return answerMarks(this.#database, member, events, at)
  }

  answeredMarks(member: MemberId, events: readonly EventId[]): Promise<ReadonlySet<EventId>> {
    return answeredMarks(this.#database, member, events)
  }

  findAnswer(client: string, key: string): ReturnType<WorkStore['findAnswer']> {
    return findAnswer(this.#database, client, key)
  }

  async keepAnswer(answer: KeptAnswer, at: Instant): Promise<void> {
    await keepAnswer(this.#database, answer, at)
  }

  sweep(at: Instant, limit: number): Promise<number> {
    return sweep(this.#database, at, limit)
  }
}
