// Many cases of one member, as rows: copies of a case that was written by the program, under other names, numbers and dates.
import { createHash } from 'node:crypto'
import type { CaseId, MemberId } from '../../../src/core/kernel/id.ts'
import type { Database } from '../../../src/storage/database.ts'
import type { Schema } from '../../../src/storage/schema.ts'

const AT_ONCE = 10_000

/** `count` cases in all; the one copied is among them. Every third is closed. */
export async function fillList(
  database: Database<Schema>,
  member: MemberId,
  original: CaseId,
  count: number,
): Promise<void> {
  for (let from = 1; from < count; from += AT_ONCE) {
    const numbers = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => from + n)
    const ids = numbers.map((n) => createHash('sha256').update(`${n}`).digest('base64url'))
    await database.transaction((tx) => tx.execute(COPY, [member, original, ids, numbers]), {
      timeoutMs: 120_000,
    })
  }
}

/** The id of a case is the id of its opening event, so its texts go by the same name. */
const COPY = `
  with copy as (select * from unnest($3::text[], $4::integer[]) as c(id, n)),
  listed as (
    insert into case_view (member_id, case_id, version, stage, state, bundle, status, host, holder,
      level, test, opened_at, updated_at, follow_up_at)
    select v.member_id, c.id, v.version, v.stage, replace(v.state::text, $2, c.id)::json, v.bundle,
      case when c.n % 3 = 0 then 'closed' else v.status end, v.host, v.holder,
      v.level, v.test, v.opened_at, v.updated_at - c.n * interval '1 minute', null
    from copy c, case_view v where v.member_id = $1 and v.case_id = $2),
  members as (
    insert into case_member (member_id, participant, case_id, active)
    select m.member_id, m.participant, c.id, m.active
    from copy c, case_member m where m.member_id = $1 and m.case_id = $2),
  numbers as (
    insert into case_number (member_id, case_id, owner, number)
    select $1, c.id, v.host, lower('N-' || c.n)
    from copy c, case_view v where v.member_id = $1 and v.case_id = $2)
  insert into case_text (member_id, case_id, event_id, slot, digest, readers, disclosure, words)
  select t.member_id, c.id, c.id, t.slot, t.digest, t.readers, t.disclosure, t.words
  from copy c, case_text t
  where t.member_id = $1 and t.case_id = $2 and t.event_id = $2 and t.slot = 'summary'`
