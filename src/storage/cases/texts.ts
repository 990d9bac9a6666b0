// Texts of a case: kept when they match their events, found by whoever shows or serves them, never changed.
import type { CaseCommit } from '../../core/cases/consequences.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { StoredText } from '../../flows/case-ports.ts'
import type { Sql, Statement } from '../database.ts'
import { asParam, asTable } from '../record-set.ts'
import type { CaseTextRow } from './case-schema.ts'
import { TEXT_COLUMNS, textRow } from './commit-truth.ts'

const COLUMNS = 'event_id, slot, digest, readers, disclosure'

export const TEXTS_OF_CASE: Statement = {
  name: 'texts-of-case',
  text: `select ${COLUMNS} from case_text where member_id = $1 and case_id = $2
    order by event_id, slot`,
}

export const TEXTS_OF_EVENTS: Statement = {
  name: 'texts-of-events',
  text: `select ${COLUMNS} from case_text
    where member_id = $1 and case_id = $2 and event_id = any($3::text[])
    order by event_id, slot`,
}

export const ADD_TEXTS: Statement = {
  name: 'add-texts',
  text: `insert into case_text (member_id, case_id, event_id, slot, digest, readers, disclosure, words)
    select $1, $2, event_id, slot, digest, readers, disclosure, to_tsvector('simple', words)
    from ${asTable(TEXT_COLUMNS, '$3', 'text')}
    where exists (select from case_event e
      where e.member_id = $1 and e.event_id = text.event_id and e.case_id = $2)
    on conflict do nothing`,
}

export async function loadTexts(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  events?: readonly EventId[],
): Promise<StoredText[]> {
  const rows = events
    ? await sql.query<CaseTextRow>(TEXTS_OF_EVENTS, [member, caseId, events])
    : await sql.query<CaseTextRow>(TEXTS_OF_CASE, [member, caseId])
  return rows.map((row) => ({
    event: row.event_id,
    slot: row.slot,
    digest: row.digest,
    readers: row.readers,
    disclosure: row.disclosure,
  }))
}

export async function addTexts(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  texts: CaseCommit['texts'],
): Promise<void> {
  if (texts.length === 0) return
  await sql.execute(ADD_TEXTS, [member, caseId, asParam(texts.map(textRow))])
}
