// Rows of migrations/0003-work.sql and 0006-polls.sql.
import type { Generated, GeneratedAlways } from 'kysely'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'

export interface OutboxMessageRow {
  member_id: MemberId
  case_id: CaseId
  event_id: EventId
  partner: MemberId
  place: GeneratedAlways<number>
  grave: boolean
  queued_at: Instant
  delivered_at: Instant | null
  attempts: Generated<number>
  refused: string | null
  refused_description: string | null
}

export interface PartnerQueueRow {
  member_id: MemberId
  partner: MemberId
  next_at: Instant
  failures: Generated<number>
  failing_since: Instant | null
  last_error: string | null
  last_success_at: Instant | null
  compared_at: Instant | null
  lease: string | null
  lease_until: Instant | null
  polled_at: Instant | null
}

export interface PartnerPollRow {
  member_id: MemberId
  partner: MemberId
  next_at: Instant
  failures: Generated<number>
  failing_since: Instant | null
  last_error: string | null
  last_success_at: Instant | null
  lease: string | null
  lease_until: Instant | null
}

export interface ParkedEventRow {
  member_id: MemberId
  event_id: EventId
  case_id: CaseId
  sender: MemberId
  arrival: GeneratedAlways<number>
  token: string
  disclosures: readonly string[]
  missing: readonly EventId[]
  bytes: number
  parked_at: Instant
}

export interface RepairRequestRow {
  member_id: MemberId
  case_id: CaseId
  partner: MemberId
  wanted: readonly EventId[]
  again: Generated<boolean>
  attempts: Generated<number>
  next_at: Instant
  last_error: string | null
  lease: string | null
  lease_until: Instant | null
}

export interface RefusedEventRow {
  member_id: MemberId
  entry: GeneratedAlways<number>
  sender: string
  event_id: EventId | null
  case_id: CaseId | null
  token: string
  token_hash: string
  word: string
  detail: string
  at: Instant
  times: Generated<number>
}

export interface RequestJtiRow {
  member_id: MemberId
  issuer: MemberId
  jti: string
  until: Instant
}

export interface IdempotencyKeyRow {
  client: string
  key: string
  request_hash: string
  status: number
  body: string
  at: Instant
}

export interface AskedEngagementRow {
  member_id: MemberId
  partner: MemberId
  entry: GeneratedAlways<number>
  case_id: CaseId
  at: Instant
}

export interface AnsweredMarkRow {
  member_id: MemberId
  event_id: EventId
  at: Instant
}

export interface WorkSchema {
  answered_mark: AnsweredMarkRow
  outbox_message: OutboxMessageRow
  partner_queue: PartnerQueueRow
  partner_poll: PartnerPollRow
  parked_event: ParkedEventRow
  repair_request: RepairRequestRow
  refused_event: RefusedEventRow
  request_jti: RequestJtiRow
  idempotency_key: IdempotencyKeyRow
  asked_engagement: AskedEngagementRow
}
