// The removal of work rows that are past their time. What is still owed to anybody never is: messages that wait stay however old they are.
import type { Instant } from '../../core/kernel/instant.ts'
import type { Sql } from '../database.ts'
import { ANSWER_KEPT } from './answers.ts'

/** Agreed rates look back a day. */
const ASKED_KEPT = `interval '2 days'`
/** Settled deliveries of closed cases; the events themselves serve every poll and every question (D19a). */
const SETTLED_KEPT = `interval '30 days'`
/** Refused events, for people who look into what a partner did (D21). */
const REFUSED_KEPT = `interval '90 days'`
/** Refused bytes that were no event at all. */
const UNREADABLE_KEPT = `interval '7 days'`
/** Events whose ancestors nobody could give; nobody was told that they are here (D20). */
const PARKED_KEPT = `interval '7 days'`

const expired = (table: string, condition: string): string => `
  delete from ${table} where ctid in (
    select ctid from ${table} where ${condition} limit $2::bigint for update skip locked)`

const ofClosedCases = (condition: string): string => `
  delete from outbox_message where ctid in (
    select m.ctid from outbox_message m
    join case_view v on v.member_id = m.member_id and v.case_id = m.case_id
    where ${condition} and v.status = 'closed' limit $2::bigint for update of m skip locked)`

const SWEEPS: readonly string[] = [
  expired('request_jti', 'until < $1::timestamptz'),
  expired('idempotency_key', `at < $1::timestamptz - ${ANSWER_KEPT}`),
  expired('asked_engagement', `at < $1::timestamptz - ${ASKED_KEPT}`),
  expired('parked_event', `parked_at < $1::timestamptz - ${PARKED_KEPT}`),
  expired('refused_event', `at < $1::timestamptz - ${REFUSED_KEPT}`),
  expired('refused_event', `at < $1::timestamptz - ${UNREADABLE_KEPT} and event_id is null`),
  ofClosedCases(`m.delivered_at < $1::timestamptz - ${SETTLED_KEPT}`),
  ofClosedCases(`m.refused is not null and m.queued_at < $1::timestamptz - ${SETTLED_KEPT}`),
]

/** Removes at most `limit` rows of each kind; returns how many. */
export async function sweep(sql: Sql, at: Instant, limit: number): Promise<number> {
  let swept = 0
  for (const text of SWEEPS) swept += await sql.execute(text, [at, limit])
  return swept
}
