// Gaps to be filled: what to ask which partner about which case, one request in flight for each. What is wanted while a request
// is under way is asked for after it.
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { WorkStore } from '../../flows/work-ports.ts'
import type { Sql, Statement } from '../database.ts'
import { storable } from '../values.ts'

/** Names of events that one repair of a case remembers: five questions' worth. */
export const MAX_WANTED_IDS = 1_000

type Claimed = NonNullable<Awaited<ReturnType<WorkStore['claimRepair']>>>
type Done = Parameters<WorkStore['settleRepair']>[0]

export const CLAIM_REPAIR: Statement = {
  name: 'claim-repair',
  text: `with due as (
      select member_id, case_id, partner from repair_request
      where next_at <= $1::timestamptz and (lease_until is null or lease_until <= $1::timestamptz)
      order by next_at limit 1
      for update skip locked)
    update repair_request r
    set again = false, lease = gen_random_uuid()::text,
      lease_until = $1::timestamptz + $2::double precision * interval '1 millisecond'
    from due
    where r.member_id = due.member_id and r.case_id = due.case_id and r.partner = due.partner
    returning r.member_id as member, r.case_id as "caseId", r.partner, r.wanted, r.attempts, r.lease`,
}

export async function claimRepair(sql: Sql, at: Instant, leaseMs: number): Promise<Claimed | null> {
  return (await sql.query<Claimed>(CLAIM_REPAIR, [at, leaseMs]))[0] ?? null
}

/**
 * A request that failed before keeps the time of its next attempt. Names come from partners and may be made up: only so many are
 * kept, which loses nothing, because a request also says what we hold and is answered with whatever the partner has beyond it.
 */
export const WANT: Statement = {
  name: 'want',
  text: `insert into repair_request as r (member_id, case_id, partner, wanted, next_at)
    values ($1, $2, $3, $4::text[], $5)
    on conflict on constraint repair_request_is_one_for_a_case_and_partner do update
    set wanted = array(select distinct unnest(excluded.wanted || r.wanted) limit ${MAX_WANTED_IDS}),
      again = r.lease is not null,
      next_at = case when r.attempts = 0 then least(r.next_at, excluded.next_at) else r.next_at end`,
}

/** Wanting no event by name is a request too: for whatever of the case the partner has and we lack. */
export async function wantEvents(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  partner: MemberId,
  ids: readonly EventId[],
  at: Instant,
): Promise<void> {
  await sql.execute(WANT, [member, caseId, partner, ids.slice(0, MAX_WANTED_IDS), at])
}

const HELD = 'member_id = $1 and case_id = $2 and partner = $3 and lease = $4'

/** Over, unless more was wanted while it was under way: then it goes on at once with what has not come. */
export const FINISH_REPAIR: Statement = {
  name: 'finish-repair',
  text: `with over as (delete from repair_request where ${HELD} and not again)
    update repair_request r
    set wanted = array(select id from unnest(r.wanted) as id
        where not exists (select from case_event e
          where e.member_id = r.member_id and e.event_id = id)),
      again = false, attempts = 0, last_error = null, lease = null, lease_until = null
    where ${HELD} and again`,
}

export const POSTPONE_REPAIR: Statement = {
  name: 'postpone-repair',
  text: `update repair_request
    set again = false, attempts = attempts + 1, last_error = $5, next_at = $6, lease = null,
      lease_until = null
    where ${HELD}`,
}

export async function settleRepair(sql: Sql, done: Done): Promise<void> {
  const held = [done.member, done.caseId, done.partner, done.lease]
  if (done.nextAt === null) await sql.execute(FINISH_REPAIR, held)
  else
    await sql.execute(POSTPONE_REPAIR, [...held, done.error && storable(done.error), done.nextAt])
}
