// Events whose ancestors are missing, kept within bounds: what a stranger to a case's past can make us keep (D20). The oldest
// give way, which loses nothing, since nobody was told that we have them.
import {
  MAX_PARKED_BYTES_PER_CASE,
  MAX_PARKED_PER_CASE,
  MAX_PARKED_PER_PARTNER,
} from '../../core/exchange/limits.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Parked } from '../../flows/work-ports.ts'
import type { Database, Sql, Statement } from '../database.ts'
import { asParam, asTable } from '../record-set.ts'
import type { Schema } from '../schema.ts'

const COLUMNS = {
  i: 'integer',
  event_id: 'text',
  case_id: 'text',
  sender: 'text',
  token: 'text',
  disclosures: 'json',
  missing: 'text[]',
  bytes: 'integer',
} as const

export const PARK: Statement = {
  name: 'park',
  text: `insert into parked_event (member_id, event_id, case_id, sender, token, disclosures, missing,
      bytes, parked_at)
    select $1, event_id, case_id, sender, token, disclosures, missing, bytes, $3::timestamptz
    from ${asTable(COLUMNS, '$2', 'parked')} order by i
    on conflict on constraint parked_event_is_parked_once do update
    set missing = excluded.missing`,
}

export const EVICT: Statement = {
  name: 'evict',
  text: `delete from parked_event p using (
      select event_id,
        row_number() over by_case as nth, sum(bytes) over by_case as so_far,
        row_number() over (partition by sender order by arrival desc) as nth_of_sender
      from parked_event where member_id = $1 and sender = any($2::text[])
      window by_case as (partition by sender, case_id order by arrival desc)) old
    where p.member_id = $1 and p.event_id = old.event_id
      and (old.nth > $3 or old.so_far > $4 or old.nth_of_sender > $5)`,
}

export async function park(
  database: Database<Schema>,
  member: MemberId,
  parked: readonly Parked[],
  at: Instant,
): Promise<void> {
  if (parked.length === 0) return
  const rows = [...new Map(parked.map((one) => [one.event, one])).values()].map(rowOf)
  const senders = [...new Set(parked.map(({ from }) => from))]
  const limits = [MAX_PARKED_PER_CASE, MAX_PARKED_BYTES_PER_CASE, MAX_PARKED_PER_PARTNER]
  await database.transaction(async (tx) => {
    await tx.execute(PARK, [member, asParam(rows), at])
    await tx.execute(EVICT, [member, senders, ...limits])
  })
}

/** What is no base64url was never a disclosure. */
const DISCLOSURE = /^[A-Za-z0-9_-]+$/

const rowOf = (parked: Parked, i: number) => ({
  i,
  event_id: parked.event,
  case_id: parked.caseId,
  sender: parked.from,
  token: parked.token,
  disclosures: parked.disclosures.filter((text) => DISCLOSURE.test(text)),
  missing: parked.missing,
  bytes: parked.disclosures.reduce((sum, { length }) => sum + length, parked.token.length),
})

export const PARKED: Statement = {
  name: 'parked',
  text: `select case_id as "caseId", event_id as event, sender as "from", token, disclosures, missing
    from parked_event where member_id = $1 and case_id = $2 order by arrival`,
}

export const parked = (sql: Sql, member: MemberId, caseId: CaseId): Promise<Parked[]> =>
  sql.query<Parked>(PARKED, [member, caseId])

export async function dropParked(
  sql: Sql,
  member: MemberId,
  events: readonly EventId[],
): Promise<void> {
  if (events.length === 0) return
  const text = 'delete from parked_event where member_id = $1 and event_id = any($2::text[])'
  await sql.execute(text, [member, events])
}
