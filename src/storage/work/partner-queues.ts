// Deliveries: one queue a partner, worked through by one process at a time under a lease that ends by itself when its process
// dies. A queue is due when its time has come and a message waits in it; nobody has to say so, hence nobody can forget to.
import type { EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { OutboxItem, PartnerQueue, WorkStore } from '../../flows/work-ports.ts'
import { GRAVE_RETRY } from '../cases/commit-statement.ts'
import { storable } from '../values.ts'
import type { Sql, Statement } from '../database.ts'
import { asParam, asTable } from '../record-set.ts'

const WAITS = 'm.delivered_at is null and m.refused is null'

export const CLAIM_QUEUE: Statement = {
  name: 'claim-queue',
  text: `with due as (
      select q.member_id, q.partner from partner_queue q
      where q.next_at <= $1::timestamptz and (q.lease_until is null or q.lease_until <= $1::timestamptz)
        and exists (select from outbox_message m
          where m.member_id = q.member_id and m.partner = q.partner and ${WAITS})
      order by q.next_at limit 1
      for update of q skip locked)
    update partner_queue q
    set lease = gen_random_uuid()::text,
      lease_until = $1::timestamptz + $2::double precision * interval '1 millisecond'
    from due where q.member_id = due.member_id and q.partner = due.partner
    returning q.member_id as member, q.partner, q.lease, q.failures, q.polled_at as "polledAt"`,
}

export async function claimQueue(
  sql: Sql,
  at: Instant,
  leaseMs: number,
): ReturnType<WorkStore['claimQueue']> {
  type Claimed = NonNullable<Awaited<ReturnType<WorkStore['claimQueue']>>>
  return (await sql.query<Claimed>(CLAIM_QUEUE, [at, leaseMs]))[0] ?? null
}

/** The first of them whatever its size. Of two with one `jti`, which an answer could not tell apart, the later one waits. */
export const QUEUED: Statement = {
  name: 'queued',
  text: `with waiting as materialized (
      select m.event_id, m.case_id, m.place, m.attempts from outbox_message m
      where m.member_id = $1 and m.partner = $2 and ${WAITS}
      order by m.place limit $3),
    sized as (
      select w.*, e.jti, e.token,
        row_number() over (partition by e.jti order by w.place) as same_jti,
        sum(octet_length(e.token)) over (order by w.place) as so_far,
        row_number() over (order by w.place) as nth
      from waiting w join case_event e on e.member_id = $1 and e.event_id = w.event_id)
    select event_id as event, case_id as "caseId", jti, token, attempts from sized
    where same_jti = 1 and (so_far <= $4 or nth = 1) order by place`,
}

export async function queued(
  sql: Sql,
  member: MemberId,
  partner: MemberId,
  limit: { readonly events: number; readonly bytes: number },
): Promise<OutboxItem[]> {
  return sql.query<OutboxItem>(QUEUED, [member, partner, limit.events, limit.bytes])
}

/** Where acknowledgments are looked for: what was offered stands at the front of the queue. */
const OFFERED_AT_MOST = 1_000

export const QUEUED_BY_JTI: Statement = {
  name: 'queued-by-jti',
  text: `with waiting as materialized (
      select m.event_id, m.case_id, m.place, m.attempts from outbox_message m
      where m.member_id = $1 and m.partner = $2 and ${WAITS}
      order by m.place limit ${OFFERED_AT_MOST})
    select distinct on (e.jti) w.event_id as event, w.case_id as "caseId", e.jti, e.token, w.attempts
    from waiting w join case_event e on e.member_id = $1 and e.event_id = w.event_id
    where e.jti = any($3::text[]) order by e.jti, w.place`,
}

export const queuedByJti = (
  sql: Sql,
  member: MemberId,
  partner: MemberId,
  jtis: readonly string[],
): Promise<OutboxItem[]> => sql.query<OutboxItem>(QUEUED_BY_JTI, [member, partner, jtis])

const SETTLED = {
  event_id: 'text',
  delivered: 'boolean',
  refused: 'text',
  description: 'text',
  attempted: 'boolean',
} as const

/** Answers are facts and count whoever holds the lease; the queue itself is moved by its holder alone. */
export const SETTLE_QUEUE: Statement = {
  name: 'settle-queue',
  text: `with settled as (
      update outbox_message m
      set delivered_at = case when s.delivered then $4::timestamptz end,
        refused = s.refused, refused_description = s.description,
        attempts = m.attempts + case when s.attempted then 1 else 0 end
      from ${asTable(SETTLED, '$3', 's')}
      join case_event e on e.member_id = $1 and e.event_id = s.event_id
      where m.member_id = $1 and m.case_id = e.case_id and m.event_id = s.event_id
        and m.partner = $2 and ${WAITS})
    update partner_queue q
    set lease = case when $5::text is null then lease end,
      lease_until = case when $5::text is null then lease_until end,
      last_success_at = case when $7::text is null then $4::timestamptz else last_success_at end,
      last_error = case when $5::text is null then last_error else $7::text end,
      failing_since = case when $5::text is null then failing_since
        when $7::text is null then null else coalesce(failing_since, $4::timestamptz) end,
      failures = case when $5::text is null then failures
        when $7::text is null then 0 else failures + 1 end,
      next_at = case when $5::text is null then next_at
        when exists (select from outbox_message m
          where m.member_id = $1 and m.partner = $2 and ${WAITS} and m.grave
            and m.event_id <> all (select event_id from ${asTable(SETTLED, '$3', 's')}
              where delivered or refused is not null))
          then least($6::timestamptz, $4::timestamptz + ${GRAVE_RETRY})
        else $6::timestamptz end
    where member_id = $1 and partner = $2 and ($5::text is null or lease = $5::text)`,
}

type Settled = Parameters<WorkStore['settleDeliveries']>[0]

export async function settleDeliveries(sql: Sql, settled: Settled): Promise<void> {
  const { member, partner, at, lease, nextAt, error } = settled
  const rows = asParam(rowsOf(settled))
  await sql.execute(SETTLE_QUEUE, [member, partner, rows, at, lease, nextAt, error && kept(error)])
}

/** Words of the partner's, as many of them as anybody reads. */
const kept = (said: string | undefined): string | null =>
  said === undefined ? null : storable(said.slice(0, 1000))

/** One row an event, since one statement changes a row once. */
function rowsOf({ delivered, refused, attempted }: Settled) {
  const words = new Map(refused.map((refusal) => [refusal.event, refusal]))
  const arrived = new Set(delivered)
  const tried = new Set(attempted)
  return [...new Set<EventId>([...delivered, ...words.keys(), ...attempted])].map((event) => ({
    event_id: event,
    delivered: arrived.has(event),
    refused: arrived.has(event) ? null : kept(words.get(event)?.word),
    description: arrived.has(event) ? null : kept(words.get(event)?.description),
    attempted: tried.has(event),
  }))
}

/** A partner fails when it does not take what we have, and when it does not give what it has. */
export const PARTNER_QUEUES: Statement = {
  name: 'partner-queues',
  text: `select q.member_id as member, q.partner, coalesce(w.waiting, 0) as waiting, w.oldest,
      case when w.waiting is not null then q.next_at end as "nextAt",
      greatest(q.failures, p.failures) as failures,
      least(q.failing_since, p.failing_since) as "failingSince",
      coalesce(q.last_error, p.last_error) as "lastError",
      greatest(q.last_success_at, q.polled_at, p.last_success_at) as "lastSuccessAt"
    from partner_queue q
    left join partner_poll p on p.member_id = q.member_id and p.partner = q.partner
    left join (
      select m.partner, count(*) as waiting, min(m.queued_at) as oldest
      from outbox_message m where m.member_id = $1 and ${WAITS} group by m.partner) w
      on w.partner = q.partner
    where q.member_id = $1 order by q.partner`,
}

export const partnerQueues = (sql: Sql, member: MemberId): Promise<PartnerQueue[]> =>
  sql.query<PartnerQueue>(PARTNER_QUEUES, [member])

export const WAKE_QUEUE: Statement = {
  name: 'wake-queue',
  text: `update partner_queue set next_at = $3
    where member_id = $1 and partner = $2 and next_at > $3::timestamptz`,
}

export async function wakeQueue(
  sql: Sql,
  member: MemberId,
  partner: MemberId,
  at: Instant,
): Promise<void> {
  await sql.execute(WAKE_QUEUE, [member, partner, at])
}

export const POSTPONE_QUEUE: Statement = {
  name: 'postpone-queue',
  text: `update partner_queue set lease = null, lease_until = null, next_at = $4
    where member_id = $1 and partner = $2 and lease = $3`,
}

export async function postponeQueue(
  sql: Sql,
  member: MemberId,
  partner: MemberId,
  lease: string,
  nextAt: Instant,
): Promise<void> {
  await sql.execute(POSTPONE_QUEUE, [member, partner, lease, nextAt])
}

export const NOTE_POLLED: Statement = {
  name: 'note-polled',
  text: `update partner_queue
    set polled_at = $3, failures = 0, failing_since = null, last_error = null
    where member_id = $1 and partner = $2`,
}

export async function notePolled(
  sql: Sql,
  member: MemberId,
  partner: MemberId,
  at: Instant,
): Promise<void> {
  await sql.execute(NOTE_POLLED, [member, partner, at])
}

export const CLAIM_COMPARISON: Statement = {
  name: 'claim-comparison',
  text: `with due as (
      select q.member_id, q.partner from partner_queue q
      where (q.compared_at is null or q.compared_at < $2::timestamptz)
        and exists (select from case_member m
          where m.member_id = q.member_id and m.participant = q.partner and m.active)
      order by q.compared_at nulls first limit 1
      for update of q skip locked)
    update partner_queue q set compared_at = $1 from due
    where q.member_id = due.member_id and q.partner = due.partner
    returning q.member_id as member, q.partner`,
}

export async function claimComparison(
  sql: Sql,
  at: Instant,
  notSince: Instant,
): ReturnType<WorkStore['claimComparison']> {
  type Claimed = NonNullable<Awaited<ReturnType<WorkStore['claimComparison']>>>
  return (await sql.query<Claimed>(CLAIM_COMPARISON, [at, notSince]))[0] ?? null
}
