// What stands beside the events of a case: internal notes, where its deliveries are, what was overturned; and the tips of the
// cases shared with a partner.
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { CaseStore, DeliveryState, DeliverySum, Page } from '../../flows/case-ports.ts'
import { makeCursor, pageOf, readCursor } from '../cursor.ts'
import type { Sql, Statement, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'

/** In the order in which they were queued. */
export async function listDeliveries(
  database: TypedSql<Schema>,
  member: MemberId,
  caseId: CaseId,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<DeliveryState> | Refusal> {
  const list = ['deliveries', member, caseId]
  const after = await readCursor(list, page.after, ['int8'])
  if (after instanceof Refusal) return after
  let found = database.kysely
    .selectFrom('outbox_message')
    .select(['partner', 'event_id as event', 'queued_at as queuedAt', 'place'])
    .select(['delivered_at as deliveredAt', 'attempts', 'refused'])
    .where('member_id', '=', member)
    .where('case_id', '=', caseId)
    .orderBy('place')
    .limit(page.limit + 1)
  if (after) found = found.where('place', '>', Number(after[0]))
  const cursorOf = (last: { readonly place: number }) => makeCursor(list, [Number(last.place)])
  return pageOf(await found.execute(), page.limit, shownOf, cursorOf)
}

const shownOf = ({
  partner,
  event,
  queuedAt,
  deliveredAt,
  attempts,
  refused,
}: DeliveryState): DeliveryState => ({
  partner,
  event,
  queuedAt,
  deliveredAt,
  attempts,
  refused,
})

export const SUM_DELIVERIES: Statement = {
  name: 'sum-deliveries',
  text: `select partner, count(delivered_at) as delivered, max(delivered_at) as "lastDeliveredAt",
      count(*) filter (where delivered_at is null and refused is null) as waiting,
      min(queued_at) filter (where delivered_at is null and refused is null) as "waitingSince",
      coalesce(json_agg(json_build_object('event', event_id, 'word', refused) order by place)
        filter (where refused is not null), '[]') as refused
    from outbox_message where member_id = $1 and case_id = $2 group by partner order by partner`,
}

export const sumDeliveries = (sql: Sql, member: MemberId, caseId: CaseId): Promise<DeliverySum[]> =>
  sql.query<DeliverySum>(SUM_DELIVERIES, [member, caseId])

export async function listOverturned(
  database: TypedSql<Schema>,
  member: MemberId,
  caseId: CaseId,
): ReturnType<CaseStore['listOverturned']> {
  return database.kysely
    .selectFrom('overturned')
    .select(['register', 'before', 'after', 'decider', 'by', 'settled', 'at'])
    .where('member_id', '=', member)
    .where('case_id', '=', caseId)
    .orderBy('entry')
    .execute()
}

export const SHARED_CASES: Statement = {
  name: 'shared-cases',
  text: `select m.case_id, array(select json_array_elements(v.state -> 'heads') ->> 'id') as heads
    from case_member m
    join case_view v on v.member_id = m.member_id and v.case_id = m.case_id
    where m.member_id = $1 and m.participant = $2 and m.active and v.stage = 'shared'
      and m.case_id > $3
    order by m.case_id limit $4`,
}

export async function sharedCases(
  sql: Sql,
  member: MemberId,
  partner: MemberId,
  page: { readonly after: CaseId | null; readonly limit: number },
): Promise<{ caseId: CaseId; heads: EventId[] }[]> {
  const params = [member, partner, page.after ?? '', page.limit]
  const rows = await sql.query<{ case_id: CaseId; heads: EventId[] }>(SHARED_CASES, params)
  return rows.map(({ case_id, heads }) => ({ caseId: case_id, heads }))
}
