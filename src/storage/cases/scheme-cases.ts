// Open cases on which a member claimed a level of one of its schemes (P13). Asked when a scheme changes, which is rare, so there is no index
// and no column for it: every open case of the member is looked at, the closed ones are not.
import { sql } from 'kysely'
import type { RawBuilder } from 'kysely'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import type { Page, SchemeCase } from '../../flows/case-ports.ts'
import { makeCursor, pageOf, readCursor } from '../cursor.ts'
import type { TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'

/** A field of the member's own claim in the case's state. */
const ofClaim = (member: MemberId, ...path: readonly string[]): RawBuilder<string> =>
  sql<string>`state #>> array[${sql.join(['participants', member, 'claim', ...path])}]::text[]`

const openCases = ({ kysely }: TypedSql<Schema>, member: MemberId, scheme: string) =>
  kysely
    .selectFrom('case_view')
    .where('member_id', '=', member)
    .where('status', 'in', ['open', 'closed-contested'])
    // The same said again, in the words of the index that leaves closed cases out.
    .where(sql<boolean>`status <> 'closed'`)
    .where(ofClaim(member, 'native', 'scheme'), '=', scheme)

export async function listSchemeCases(
  database: TypedSql<Schema>,
  member: MemberId,
  { id, version }: { readonly id: string; readonly version?: string },
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<SchemeCase> | Refusal> {
  const list = ['scheme-cases', member, id, version ?? null]
  const after = await readCursor(list, page.after, ['text'])
  if (after instanceof Refusal) return after
  let cases = openCases(database, member, id)
    .select([
      'case_id',
      ofClaim(member, 'native', 'version').as('version'),
      ofClaim(member, 'native', 'code').as('code'),
      ofClaim(member, 'level').as('level'),
    ])
    .orderBy('case_id')
    .limit(page.limit + 1)
  if (version !== undefined) cases = cases.where(ofClaim(member, 'native', 'version'), '=', version)
  if (after) cases = cases.where('case_id', '>', String(after[0]) as CaseId)
  return pageOf(await cases.execute(), page.limit, itemOf, ({ case_id }) =>
    makeCursor(list, [case_id]),
  )
}

type Row = {
  readonly case_id: CaseId
  readonly version: string
  readonly code: string
  readonly level: string
}

const itemOf = ({ case_id, level, version, code }: Row): SchemeCase => ({
  caseId: case_id,
  version,
  code,
  level: Number(level) as SharedLevel,
})

export async function countSchemeCases(
  database: TypedSql<Schema>,
  member: MemberId,
  scheme: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await openCases(database, member, scheme)
    .select((eb) => [
      ofClaim(member, 'native', 'version').as('version'),
      eb.fn.countAll<number | string>().as('cases'),
    ])
    // By its place: the table has a column of that name.
    .groupBy(sql`1`)
    .execute()
  return new Map(rows.map(({ version, cases }) => [version, Number(cases)]))
}
