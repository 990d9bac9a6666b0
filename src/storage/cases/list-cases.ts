// The cases of one member, the one changed last first, as far as a filter goes.
import { sql } from 'kysely'
import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import { engagementOf, participantOf } from '../../core/cases/case.ts'
import type { CaseState } from '../../core/cases/case.ts'
import { readReference } from '../../core/cases/reference.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { CaseFilter, CaseRow, Page } from '../../flows/case-ports.ts'
import { makeCursor, pageOf, readCursor } from '../cursor.ts'
import type { Statement, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'
import { storable } from '../values.ts'
import { foldNumber } from './view-columns.ts'

type Listed = 'case_id' | 'version' | 'stage' | 'state' | 'bundle' | 'updated_at'
type Row = Pick<Schema['case_view'], Listed>
type Cases = SelectQueryBuilder<Schema, 'case_view', Row>
type Where = ExpressionBuilder<Schema, 'case_view'>

export async function listCases(
  database: TypedSql<Schema>,
  member: MemberId,
  filter: CaseFilter,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<CaseRow> | Refusal> {
  const list = ['cases', member, Object.entries(filter).toSorted()]
  const after = await readCursor(list, page.after, ['instant', 'text'])
  if (after instanceof Refusal) return after
  const rows = await casesQuery(database, member, filter, after)
    .limit(page.limit + 1)
    .execute()
  const summaries = await loadSummaries(database, member, rows.slice(0, page.limit))
  const itemOf = (row: Row): CaseRow => ({
    caseId: row.case_id,
    version: row.version,
    stage: row.stage,
    state: row.state,
    bundle: row.bundle,
    summary: summaries.get(row.case_id) ?? null,
    updatedAt: row.updated_at,
  })
  const cursorOf = (last: Row) => makeCursor(list, [last.updated_at, last.case_id])
  return pageOf(rows, page.limit, itemOf, cursorOf)
}

/** The query of one page without its limit; exported for the snapshot of its SQL. */
export function casesQuery(
  database: TypedSql<Schema>,
  member: MemberId,
  filter: CaseFilter,
  after: readonly (string | number | null)[] | null,
): Cases {
  const { status, holder, test, notice, escalated, partner, number, text } = filter
  let cases: Cases = database.kysely
    .selectFrom('case_view')
    .select(['case_id', 'version', 'stage', 'state', 'bundle', 'updated_at'])
    .where('member_id', '=', member)
    .orderBy('updated_at', 'desc')
    .orderBy('case_id', 'desc')
  if (after) {
    const [updatedAt, caseId] = after as [Instant, CaseId]
    cases = cases.where((eb) =>
      eb(eb.refTuple('updated_at', 'case_id'), '<', eb.tuple(updatedAt, caseId)),
    )
  }
  if (status !== undefined) cases = cases.where('status', '=', status)
  // The same said again, in the words of the index that leaves closed cases out.
  if (status !== undefined && status !== 'closed')
    cases = cases.where(sql<boolean>`status <> 'closed'`)
  if (holder !== undefined) cases = cases.where('holder', '=', holder)
  // `test` alone, as the index of test cases says it.
  if (test !== undefined) cases = cases.where(test ? sql<boolean>`test` : sql<boolean>`not test`)
  if (notice === true) cases = cases.where(sql<boolean>`notice`)
  if (escalated === true) cases = cases.where(sql<boolean>`escalated`)
  if (partner !== undefined) cases = cases.where((eb) => takesPart(eb, partner))
  if (number !== undefined) cases = cases.where((eb) => isKnownAs(eb, member, number))
  if (text !== undefined) cases = cases.where((eb) => says(eb, member, text))
  return cases
}

const takesPart = (eb: Where, partner: MemberId) =>
  eb.exists(
    eb
      .selectFrom('case_member')
      .select('case_member.active')
      .whereRef('case_member.member_id', '=', 'case_view.member_id')
      .where('case_member.participant', '=', partner)
      .whereRef('case_member.case_id', '=', 'case_view.case_id'),
  )

const isKnownAs = (eb: Where, member: MemberId, number: string) =>
  eb(
    'case_id',
    'in',
    eb
      .selectFrom('case_number')
      .select('case_number.case_id')
      .where('case_number.member_id', '=', member)
      .where('case_number.number', 'in', [
        ...new Set([foldNumber(number), foldNumber(readReference(number) ?? number)]),
      ]),
  )

/** Costs what the member's own texts with these words are, whatever others hold. Words that say nothing find nothing. */
function says(eb: Where, member: MemberId, text: string) {
  const asked = sql`websearch_to_tsquery('simple', ${storable(text)})`
  return eb(
    'case_id',
    'in',
    eb
      .selectFrom('case_text')
      .select('case_text.case_id')
      .where('case_text.member_id', '=', member)
      .where(sql<boolean>`numnode(${asked}) > 0`)
      .where(
        // In the words of the index, where the member is one more word.
        sql<boolean>`(array_to_tsvector(array['@' || member_id]) || words) @@ (${lexeme(`@${member}`)}::tsquery && ${asked})`,
      ),
  )
}

/** A text as one word of a tsquery. */
const lexeme = (text: string): string => `'${text.replace(/['\\]/g, '$&$&')}'`

export const SUMMARIES: Statement = {
  name: 'summaries',
  text: `select t.case_id, t.event_id, t.disclosure
    from unnest($2::text[], $3::text[]) as asked(case_id, event_id)
    join case_text t on t.member_id = $1 and t.case_id = asked.case_id
      and t.event_id = asked.event_id and t.slot = 'summary'`,
}

/** Each case's summary as its problem record has it, else as our invitation repeats it. */
async function loadSummaries(
  database: TypedSql<Schema>,
  member: MemberId,
  rows: readonly Row[],
): Promise<Map<CaseId, string>> {
  const asked = rows.flatMap((row) =>
    summarised(row.bundle ?? row.state, member).map((event) => [row.case_id, event] as const),
  )
  if (asked.length === 0) return new Map()
  const found = await database.query<{ case_id: CaseId; event_id: EventId; disclosure: string }>(
    SUMMARIES,
    [member, asked.map(([caseId]) => caseId), asked.map(([, event]) => event)],
  )
  const byEvent = new Map(found.map((row) => [row.event_id, row.disclosure]))
  const summaries = new Map<CaseId, string>()
  for (const [caseId, event] of asked) {
    const disclosure = byEvent.get(event)
    if (disclosure !== undefined && !summaries.has(caseId)) summaries.set(caseId, disclosure)
  }
  return summaries
}

function summarised(shown: CaseState, member: MemberId): EventId[] {
  const own = participantOf(shown, member)
  const invitation = own && engagementOf(shown, own.engagement)
  return invitation ? [shown.problem.event, invitation.requested.event] : [shown.problem.event]
}
