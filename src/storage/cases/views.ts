// The view of one case, and the fence around views (D23).
import type { Selectable } from 'kysely'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { StoredCase } from '../../flows/case-ports.ts'
import type { Sql, Statement } from '../database.ts'
import type { CaseViewRow } from './case-schema.ts'

/** Asks for the whole view only if it is not the version that is held already. */
export const VIEW: Statement = {
  name: 'view',
  text: `select version, stage, fenced, updated_at, follow_up_at,
      case when version <> $3::integer then state end as state,
      case when version <> $3::integer then bundle end as bundle
    from case_view where member_id = $1 and case_id = $2`,
}

type Row = Omit<Selectable<CaseViewRow>, 'state'> & { readonly state: CaseViewRow['state'] | null }

export async function loadView(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  held?: StoredCase,
): Promise<StoredCase | null> {
  const [row] = await sql.query<Row>(VIEW, [member, caseId, held?.version ?? 0])
  if (!row) return null
  const { state, bundle } = row.state === null && held ? held : row
  if (state === null) throw new Error(`the view of case ${caseId} has no state`)
  return {
    caseId,
    version: row.version,
    stage: row.stage,
    state,
    bundle,
    followUpAt: row.follow_up_at,
    updatedAt: row.updated_at,
    fenced: row.fenced,
  }
}

/** The version counts on, so that what other processes computed before is not written any more. */
export const FENCE: Statement = {
  name: 'fence',
  text: `update case_view v set fenced = true, version = version + 1
    where member_id = $1 and stage in ('shared', 'joining') and not fenced
      and exists (select from case_member m
        where m.member_id = $1 and m.case_id = v.case_id and m.participant <> $1)`,
}

export const LIFT_FENCE: Statement = {
  name: 'lift-fence',
  text: `update case_view set fenced = false, version = version + 1
    where member_id = $1 and case_id = $2 and fenced`,
}

export const fenceCases = (sql: Sql, member: MemberId): Promise<number> =>
  sql.execute(FENCE, [member])

export async function liftFence(sql: Sql, member: MemberId, caseId: CaseId): Promise<void> {
  await sql.execute(LIFT_FENCE, [member, caseId])
}

export const FENCED: Statement = {
  name: 'fenced',
  text: `select case_id from case_view
    where member_id = $1 and fenced and case_id > $2 order by case_id limit $3`,
}

export async function fencedCases(
  sql: Sql,
  member: MemberId,
  { after, limit }: { readonly after: CaseId | null; readonly limit: number },
): Promise<CaseId[]> {
  const rows = await sql.query<{ case_id: CaseId }>(FENCED, [member, after ?? '', limit])
  return rows.map((row) => row.case_id)
}
