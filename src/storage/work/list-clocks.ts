// The clocks of a member that stand in one state, the ones due first at the front, page by page.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { ClockFilter, StandingClock } from '../../flows/clock-ports.ts'
import type { Page } from '../../flows/case-ports.ts'
import { makeCursor, pageOf, readCursor } from '../cursor.ts'
import type { TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'
import type { EngagementClockRow } from './clock-schema.ts'

type Position = [Instant, string, string, string]

/** Refuses `cursor-invalid`. */
export async function listClocks(
  database: TypedSql<Schema>,
  member: MemberId,
  filter: ClockFilter,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<StandingClock> | Refusal> {
  const list = ['clocks', member, Object.entries(filter).toSorted()]
  const after = await readCursor(list, page.after, ['instant', 'text', 'text', 'text'])
  if (after instanceof Refusal) return after
  const rows = await clocksQuery(database, member, filter, after as Position | null)
    .limit(page.limit + 1)
    .execute()
  const cursorOf = ({ place, case_id, engagement_id, clock }: EngagementClockRow) =>
    makeCursor(list, [place, case_id, engagement_id, clock])
  return pageOf(rows, page.limit, itemOf, cursorOf)
}

/** The query of one page without its limit; exported for the snapshot of its SQL. */
export function clocksQuery(
  database: TypedSql<Schema>,
  member: MemberId,
  { state, whose, test }: ClockFilter,
  after: Position | null,
) {
  let clocks = database.kysely
    .selectFrom('engagement_clock')
    .selectAll()
    .where('member_id', '=', member)
    .where('word', '=', state)
    .orderBy('place')
    .orderBy('case_id')
    .orderBy('engagement_id')
    .orderBy('clock')
  if (whose !== undefined) clocks = clocks.where('invitee', whose === 'ours' ? '=' : '<>', member)
  if (test !== undefined) clocks = clocks.where('test', '=', test)
  if (after === null) return clocks
  const [place, caseId, engagement, clock] = after as [Instant, never, never, never]
  return clocks.where((eb) =>
    eb(
      eb.refTuple('place', 'case_id', 'engagement_id', 'clock'),
      '>',
      eb.tuple(place, caseId, engagement, clock),
    ),
  )
}

const itemOf = (row: EngagementClockRow): StandingClock => ({
  caseId: row.case_id,
  engagement: row.engagement_id,
  clock: row.clock,
  invitee: row.invitee,
  word: row.word,
  level: row.level,
  test: row.test,
  startedAt: row.started_at,
  warnAt: row.warn_at,
  dueAt: row.due_at,
})
