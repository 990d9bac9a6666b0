// Cases in which our own side has something to add by itself. A claimed case is put off, not crossed off: what is added sets the
// next time with its commit, and if its process dies the case is due again.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Sql, Statement } from '../database.ts'

export const CLAIM_FOLLOW_UPS: Statement = {
  name: 'claim-follow-ups',
  text: `with due as (
      select member_id, case_id from case_view
      where follow_up_at <= $1::timestamptz order by follow_up_at limit $2
      for update skip locked)
    update case_view v set follow_up_at = $1::timestamptz + interval '30 seconds'
    from due where v.member_id = due.member_id and v.case_id = due.case_id
    returning v.member_id as member, v.case_id as "caseId"`,
}

export const claimFollowUps = (
  sql: Sql,
  at: Instant,
  limit: number,
): Promise<{ member: MemberId; caseId: CaseId }[]> =>
  sql.query<{ member: MemberId; caseId: CaseId }>(CLAIM_FOLLOW_UPS, [at, limit])
