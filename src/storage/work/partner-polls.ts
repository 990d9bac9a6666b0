// Polls: partners that a member asks for what waits there, because they cannot reach it. One process at a time asks one partner,
// under a lease that ends by itself when its process dies.
import type { Instant } from '../../core/kernel/instant.ts'
import type { ClaimedPoll, WorkStore } from '../../flows/work-ports.ts'
import type { Sql, Statement } from '../database.ts'
import { storable } from '../values.ts'

/** Who was met, is vouched for or pinned, and may be called: an invitation can wait with any of them. */
const ASKED = `partner p join entity e on e.entity_id = p.member_id
  where e.profile ->> 'delivery' = 'poll' and p.metadata is not null and p.via is not null
    and not p.suspended`

export const BEGIN_POLLS: Statement = {
  name: 'begin-polls',
  text: `insert into partner_poll (member_id, partner, next_at)
    select p.member_id, p.partner, $1::timestamptz from ${ASKED}
      and not exists (select from partner_poll o
        where o.member_id = p.member_id and o.partner = p.partner)
    on conflict do nothing`,
}

export async function beginPolls(sql: Sql, at: Instant): Promise<void> {
  await sql.execute(BEGIN_POLLS, [at])
}

export const CLAIM_POLL: Statement = {
  name: 'claim-poll',
  text: `with due as (
      select o.member_id, o.partner from partner_poll o
      where o.next_at <= $1::timestamptz and (o.lease_until is null or o.lease_until <= $1::timestamptz)
        and exists (select from ${ASKED} and p.member_id = o.member_id and p.partner = o.partner)
      order by o.next_at limit 1
      for update of o skip locked)
    update partner_poll o
    set lease = gen_random_uuid()::text,
      lease_until = $1::timestamptz + $2::double precision * interval '1 millisecond'
    from due where o.member_id = due.member_id and o.partner = due.partner
    returning o.member_id as member, o.partner, o.lease, o.failures,
      exists (select from case_member m
        join case_view v on v.member_id = m.member_id and v.case_id = m.case_id
        where m.member_id = o.member_id and m.participant = o.partner and v.status <> 'closed')
        as "isBusy"`,
}

export async function claimPoll(
  sql: Sql,
  at: Instant,
  leaseMs: number,
): Promise<ClaimedPoll | null> {
  return (await sql.query<ClaimedPoll>(CLAIM_POLL, [at, leaseMs]))[0] ?? null
}

export const SETTLE_POLL: Statement = {
  name: 'settle-poll',
  text: `update partner_poll
    set lease = null, lease_until = null, next_at = $5, last_error = $6,
      failures = case when $6::text is null then 0 else failures + 1 end,
      failing_since = case when $6::text is null then null
        else coalesce(failing_since, $4::timestamptz) end,
      last_success_at = case when $6::text is null then $4::timestamptz else last_success_at end
    where member_id = $1 and partner = $2 and lease = $3`,
}

export async function settlePoll(
  sql: Sql,
  { member, partner, lease, at, nextAt, error }: Parameters<WorkStore['settlePoll']>[0],
): Promise<void> {
  const said = error === null ? null : storable(error.slice(0, 1000))
  await sql.execute(SETTLE_POLL, [member, partner, lease, at, nextAt, said])
}
