// Events by their ids.
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { StoredEvent } from '../../flows/case-ports.ts'
import type { Sql, Statement } from '../database.ts'
import { storedEvent } from './event-rows.ts'
import type { StoredEventRow } from './event-rows.ts'
import { EVENT_COLUMNS } from './list-events.ts'

export const EVENTS_BY_ID: Statement = {
  name: 'events-by-id',
  text: `select ${EVENT_COLUMNS} from case_event
    where member_id = $1 and event_id = any($2::text[]) order by arrival`,
}

export const KNOWN_EVENTS: Statement = {
  name: 'known-events',
  text: `select event_id from case_event where member_id = $1 and event_id = any($2::text[])`,
}

/** By event alone: asked for those of one case, the planner may read all of it. */
export const DEPTHS: Statement = {
  name: 'depths',
  text: `select event_id, case_id, depth from case_event
    where member_id = $1 and event_id = any($2::text[])`,
}

export const HELD_EVENTS: Statement = {
  name: 'held-events',
  text: `select ${EVENT_COLUMNS} from case_event
    where member_id = $1 and case_id = $2 and depth is null order by arrival`,
}

export async function eventsById(
  sql: Sql,
  member: MemberId,
  events: readonly EventId[],
): Promise<StoredEvent[]> {
  if (events.length === 0) return []
  return (await sql.query<StoredEventRow>(EVENTS_BY_ID, [member, events])).map(storedEvent)
}

export async function findEvent(
  sql: Sql,
  member: MemberId,
  event: EventId,
): Promise<StoredEvent | null> {
  return (await eventsById(sql, member, [event]))[0] ?? null
}

export async function knownEvents(
  sql: Sql,
  member: MemberId,
  events: readonly EventId[],
): Promise<ReadonlySet<EventId>> {
  if (events.length === 0) return new Set()
  const rows = await sql.query<{ event_id: EventId }>(KNOWN_EVENTS, [member, events])
  return new Set(rows.map((row) => row.event_id))
}

export async function depthsOf(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  events: readonly EventId[],
): Promise<ReadonlyMap<EventId, number>> {
  if (events.length === 0) return new Map()
  type Row = Pick<StoredEventRow, 'event_id' | 'case_id' | 'depth'>
  const rows = await sql.query<Row>(DEPTHS, [member, events])
  const placed = rows.flatMap(({ event_id, case_id, depth }) =>
    case_id === caseId && depth !== null ? [[event_id, depth] as const] : [],
  )
  return new Map(placed)
}

export async function heldEvents(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
): Promise<StoredEvent[]> {
  return (await sql.query<StoredEventRow>(HELD_EVENTS, [member, caseId])).map(storedEvent)
}
