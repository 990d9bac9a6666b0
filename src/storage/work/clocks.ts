// Cases whose clocks are due to be looked at, and what was found there: the clocks that run, the stages reached, the next time. A claimed
// case is put off, not crossed off; what was found is written only for the version it was found in.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { LookedAt } from '../../flows/clock-ports.ts'
import type { Sql, Statement } from '../database.ts'
import { asParam, asTable } from '../record-set.ts'

/** How long a claimed case is left to the process that claimed it. */
const LEASE = `interval '30 seconds'`

export const CLAIM_CLOCKS: Statement = {
  name: 'claim-clocks',
  text: `with due as (
      select member_id, case_id from case_view
      where clocks_at <= $1::timestamptz order by clocks_at limit $2
      for update skip locked)
    update case_view v set clocks_at = $1::timestamptz + ${LEASE}
    from due where v.member_id = due.member_id and v.case_id = due.case_id
    returning v.member_id as member, v.case_id as "caseId"`,
}

export const claimClocks = (
  sql: Sql,
  at: Instant,
  limit: number,
): Promise<{ member: MemberId; caseId: CaseId }[]> =>
  sql.query<{ member: MemberId; caseId: CaseId }>(CLAIM_CLOCKS, [at, limit])

const CASE = { member_id: 'text', case_id: 'text' } as const
const LOOKED = { ...CASE, version: 'integer', next_at: 'timestamptz' }
const CLOCK = {
  ...CASE,
  engagement_id: 'text',
  clock: 'text',
  invitee: 'text',
  word: 'text',
  level: 'smallint',
  test: 'boolean',
  started_at: 'timestamptz',
  warn_at: 'timestamptz',
  due_at: 'timestamptz',
}
const STAGE = {
  ...CASE,
  engagement_id: 'text',
  clock: 'text',
  stage: 'text',
  due: 'timestamptz',
  reached_at: 'timestamptz',
}

/** A case that is being written just now is left alone: it will be due again with what is written. */
export const SETTLE_CLOCKS: Statement = {
  name: 'settle-clocks',
  text: `with mine as (
      select v.member_id, v.case_id, l.next_at
      from case_view v join ${asTable(LOOKED, '$1', 'l')}
        on l.member_id = v.member_id and l.case_id = v.case_id and l.version = v.version
      for update of v skip locked),
    looked as (
      update case_view v set clocks_at = m.next_at from mine m
      where v.member_id = m.member_id and v.case_id = m.case_id),
    found as (
      select f.* from ${asTable(CLOCK, '$2', 'f')}
        join mine m on m.member_id = f.member_id and m.case_id = f.case_id),
    gone as (
      delete from engagement_clock e using mine m
      where e.member_id = m.member_id and e.case_id = m.case_id and not exists (
        select from found f where f.member_id = e.member_id and f.case_id = e.case_id
          and f.engagement_id = e.engagement_id and f.clock = e.clock)),
    kept as (
      insert into engagement_clock (member_id, case_id, engagement_id, clock, invitee, word, level,
        test, started_at, warn_at, due_at, place)
      select member_id, case_id, engagement_id, clock, invitee, word, level,
        test, started_at, warn_at, due_at, coalesce(due_at, started_at) from found
      on conflict on constraint engagement_clock_runs_once do update
      set word = excluded.word, level = excluded.level, started_at = excluded.started_at,
        warn_at = excluded.warn_at, due_at = excluded.due_at, place = excluded.place)
    insert into clock_stage (member_id, case_id, engagement_id, clock, stage, due, reached_at)
    select s.member_id, s.case_id, engagement_id, clock, stage, due, reached_at
    from ${asTable(STAGE, '$3', 's')}
      join mine m on m.member_id = s.member_id and m.case_id = s.case_id
    on conflict do nothing`,
}

export async function settleClocks(sql: Sql, found: readonly LookedAt[]): Promise<void> {
  const looked = found.map(({ member, caseId, version, nextAt }) => ({
    member_id: member,
    case_id: caseId,
    version,
    next_at: nextAt,
  }))
  const clocks = found.flatMap(({ member, caseId, clocks: standing }) =>
    standing.map(({ engagement, startedAt, warnAt, dueAt, ...clock }) => ({
      member_id: member,
      case_id: caseId,
      engagement_id: engagement,
      started_at: startedAt,
      warn_at: warnAt,
      due_at: dueAt,
      ...clock,
    })),
  )
  const stages = found.flatMap(({ member, caseId, stages: reached }) =>
    reached.map(({ engagement, at, ...stage }) => ({
      member_id: member,
      case_id: caseId,
      engagement_id: engagement,
      reached_at: at,
      ...stage,
    })),
  )
  await sql.execute(SETTLE_CLOCKS, [asParam(looked), asParam(clocks), asParam(stages)])
}
