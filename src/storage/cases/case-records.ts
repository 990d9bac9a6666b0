// What stands beside the events of a case: internal notes, where its deliveries are, what was overturned; and the tips of the
// cases shared with a partner.
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { CaseStore, DeliveryState } from '../../flows/case-ports.ts'
import type { Sql, Statement, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'

export async function listDeliveries(
  database: TypedSql<Schema>,
  member: MemberId,
  caseId: CaseId,
): Promise<DeliveryState[]> {
  return database.kysely
    .selectFrom('outbox_message')
    .select(['partner', 'event_id as event', 'queued_at as queuedAt'])
    .select(['delivered_at as deliveredAt', 'attempts', 'refused'])
    .where('member_id', '=', member)
    .where('case_id', '=', caseId)
    .orderBy('place')
    .execute()
}

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
