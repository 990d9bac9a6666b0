// High-water marks that were ahead of this database and were answered with fences (D23): the same doubt does not raise them again.
import type { EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Sql } from '../database.ts'

export async function answerMarks(
  sql: Sql,
  member: MemberId,
  events: readonly EventId[],
  at: Instant,
): Promise<void> {
  await sql.execute(
    `insert into answered_mark (member_id, event_id, at)
     select $1, event_id, $3::timestamptz from unnest($2::text[]) as mark(event_id)
     on conflict do nothing`,
    [member, events, at],
  )
}

export async function answeredMarks(
  sql: Sql,
  member: MemberId,
  events: readonly EventId[],
): Promise<ReadonlySet<EventId>> {
  const rows = await sql.query<{ event: EventId }>(
    `select event_id as event from answered_mark
     where member_id = $1 and event_id = any($2::text[])`,
    [member, events],
  )
  return new Set(rows.map(({ event }) => event))
}
