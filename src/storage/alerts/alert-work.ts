// Alerts as work: causes looked for in what is new in a member's log, alerts that are due. Claimed under a lease that ends by itself when its
// process dies; a cause is written once, whoever finds it.
import type { AlertCause } from '../../core/alerts/cause.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Alert, AlertStore, Attempt, ClaimedAlert } from '../../flows/alert-ports.ts'
import type { Sql, Statement } from '../database.ts'
import { json, storable } from '../values.ts'

const LEASE_FROM_NOW = `lease = gen_random_uuid()::text,
  lease_until = $1::timestamptz + $2::double precision * interval '1 millisecond'`
const IS_FREE = `(o.lease_until is null or o.lease_until <= $1::timestamptz)`

export const BEGIN_WATCHES: Statement = {
  name: 'begin-watches',
  text: `insert into alert_watch (member_id, number)
    select l.member_id, 0 from audit_log l
    where not exists (select from alert_watch o where o.member_id = l.member_id)
    on conflict do nothing`,
}

export const CLAIM_WATCH: Statement = {
  name: 'claim-watch',
  text: `with due as (
      select o.member_id from alert_watch o join audit_log l on l.member_id = o.member_id
      where l.next > o.number + 1 and ${IS_FREE}
      limit 1 for update of o skip locked)
    update alert_watch o set ${LEASE_FROM_NOW}
    from due where o.member_id = due.member_id
    returning o.member_id as member, o.number, o.lease`,
}

export async function claimWatch(
  sql: Sql,
  at: Instant,
  leaseMs: number,
): ReturnType<AlertStore['claimWatch']> {
  await sql.execute(BEGIN_WATCHES)
  type Watch = { member: MemberId; number: number; lease: string }
  return (await sql.query<Watch>(CLAIM_WATCH, [at, leaseMs]))[0] ?? null
}

export const SETTLE_WATCH: Statement = {
  name: 'settle-watch',
  text: `update alert_watch set lease = null, lease_until = null, number = $3
    where member_id = $1 and lease = $2`,
}

export const CASES_CUT_OFF: Statement = {
  name: 'cases-cut-off',
  text: `select v.member_id as member, v.case_id as "caseId"
    from partner_queue q
    join case_member m on m.member_id = q.member_id and m.participant = q.partner
    join case_view v on v.member_id = m.member_id and v.case_id = m.case_id
    where q.failing_since <= $1::timestamptz and v.level = 1 and v.status = 'open' and not v.test
      and exists (select from outbox_message o where o.member_id = q.member_id
        and o.partner = q.partner and o.delivered_at is null and o.refused is null)
      and not exists (select from alert a where a.member_id = v.member_id and a.case_id = v.case_id
        and a.cause ->> 'kind' = 'partner-unreachable' and a.cause ->> 'partner' = q.partner
        and a.raised_at >= q.failing_since)
    limit $2`,
}

/** Stages of clocks of ours that still stand there. */
const STANDING = `clock_stage s
    join engagement_clock c on c.member_id = s.member_id and c.case_id = s.case_id
      and c.engagement_id = s.engagement_id and c.clock = s.clock and c.due_at = s.due
      and c.invitee = s.member_id and c.word in ('warning', 'breached')`

export const STAGES: Statement = {
  name: 'standing-stages',
  text: `select s.engagement_id as engagement, s.clock, s.stage,
      floor(extract(epoch from s.due))::bigint as due,
      floor(extract(epoch from s.reached_at))::bigint as at
    from ${STANDING}
    where s.member_id = $1 and s.case_id = $2 order by s.entry`,
}

/** Of the latest stages those that nobody was told of. */
export const CASES_LATE: Statement = {
  name: 'cases-late',
  text: `select distinct s.member_id as member, s.case_id as "caseId"
    from (select * from clock_stage order by entry desc limit 500) recent
    join ${STANDING} on s.entry = recent.entry
    where not c.test and not exists (select from alert a
      where a.member_id = s.member_id and a.case_id = s.case_id
        and a.cause ->> 'kind' = 'clock-' || s.stage and a.cause ->> 'engagement' = s.engagement_id
        and a.cause ->> 'clock' = s.clock and (a.cause ->> 'due')::timestamptz = date_trunc('second', s.due))
      and s.reached_at > $1::timestamptz
    limit $2`,
}

export const RAISE: Statement = {
  name: 'raise-alerts',
  text: `insert into alert (member_id, alert_id, case_id, cause_key, cause, word, raised_at, next_at)
    select $1, c ->> 'id', $2, c -> 'cause' ->> 'key', c -> 'cause', 'waiting', $4::timestamptz,
      (c -> 'cause' ->> 'from')::timestamptz
    from json_array_elements($3::json) c
    on conflict do nothing`,
}

export const HURRY: Statement = {
  name: 'hurry-alerts',
  text: `update alert set next_at = least(next_at, $3::timestamptz), touched = true
    where member_id = $1 and case_id = $2 and word <> 'over'`,
}

export async function raise(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  causes: readonly { readonly id: string; readonly cause: AlertCause }[],
  at: Instant,
): Promise<void> {
  if (causes.length > 0) await sql.execute(RAISE, [member, caseId, json(causes), at])
}

export const CLAIM_ALERT: Statement = {
  name: 'claim-alert',
  text: `with due as (
      select o.member_id, o.alert_id from alert o
      where o.next_at <= $1::timestamptz and ${IS_FREE}
      order by o.next_at limit 1
      for update of o skip locked)
    update alert o set touched = false, ${LEASE_FROM_NOW}
    from due where o.member_id = due.member_id and o.alert_id = due.alert_id
    returning o.member_id as member, o.lease, o.alert_id as id, o.case_id as "caseId", o.cause, o.word,
      o.raised_at as "raisedAt", o.next_at as "nextAt", o.acknowledged_by as "acknowledgedBy",
      o.acknowledged_at as "acknowledgedAt", o.over_at as "overAt"`,
}

export const ATTEMPTS: Statement = {
  name: 'alert-attempts',
  text: `select alert_id as alert, step, channel_id as channel, act, person_id as person, word, tries,
      error, at, next_at as "nextAt"
    from alert_attempt where member_id = $1 and alert_id = any($2::text[])
    order by alert_id, at, step, act, channel_id`,
}

export const attemptsOf = (
  sql: Sql,
  member: MemberId,
  alerts: readonly string[],
): Promise<Attempt[]> => sql.query<Attempt>(ATTEMPTS, [member, alerts])

export async function claim(sql: Sql, at: Instant, leaseMs: number): Promise<ClaimedAlert | null> {
  type Row = Alert & { member: MemberId; lease: string }
  const [row] = await sql.query<Row>(CLAIM_ALERT, [at, leaseMs])
  if (row === undefined) return null
  const { member, lease, ...alert } = row
  return { member, lease, alert, attempts: await attemptsOf(sql, member, [alert.id]) }
}

export const KEEP_ATTEMPTS: Statement = {
  name: 'keep-attempts',
  text: `insert into alert_attempt
      (member_id, alert_id, step, channel_id, act, person_id, word, tries, error, at, next_at)
    select $1, $2, r.step, r.channel, r.act, r.person, r.word, r.tries, r.error, r.at, r."nextAt"
    from json_to_recordset($4::json) as r(step smallint, channel text, act text, person text,
      word text, tries smallint, error text, at timestamptz, "nextAt" timestamptz)
    where exists (select from alert where member_id = $1 and alert_id = $2 and lease = $3)
    on conflict (member_id, alert_id, step, channel_id, act) do update
      set word = excluded.word, tries = excluded.tries, error = excluded.error,
        next_at = excluded.next_at`,
}

export async function keepAttempts(
  sql: Sql,
  member: MemberId,
  alert: string,
  lease: string,
  attempts: readonly Attempt[],
): Promise<boolean> {
  const rows = attempts.map((attempt) => ({
    ...attempt,
    error: attempt.error === null ? null : storable(attempt.error.slice(0, 500)),
  }))
  return (await sql.execute(KEEP_ATTEMPTS, [member, alert, lease, json(rows)])) > 0
}

/** What was acknowledged while it was held stays so; what was touched is due at once. */
export const SETTLE_ALERT: Statement = {
  name: 'settle-alert',
  text: `update alert set lease = null, lease_until = null, cause = $7,
      word = case when word = 'acknowledged' and $4 <> 'over' then word else $4 end,
      next_at = case when touched then raised_at else $5::timestamptz end,
      over_at = $6::timestamptz
    where member_id = $1 and alert_id = $2 and lease = $3`,
}

export async function settle(
  sql: Sql,
  member: MemberId,
  alert: string,
  lease: string,
  { word, nextAt, overAt, cause }: Pick<Alert, 'word' | 'nextAt' | 'overAt' | 'cause'>,
): Promise<void> {
  await sql.execute(SETTLE_ALERT, [member, alert, lease, word, nextAt, overAt, json(cause)])
}

export const FORGET_ALERT: Statement = {
  name: 'forget-alert',
  text: 'delete from alert where member_id = $1 and alert_id = $2 and lease = $3 and not touched',
}
