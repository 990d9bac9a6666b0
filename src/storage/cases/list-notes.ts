// Notes of a case, from where a page begins: the shared ones among its events, with what withdraws any of them, and those of the own
// organisation. Each is found by an index in the order of notes, so a page costs the same however much was written.
import type { CaseEvent } from '../../core/cases/event.ts'
import { isLocalPlace } from '../../core/cases/view-note.ts'
import type { NotePlace } from '../../core/cases/view-note.ts'
import type { LocalNote } from '../../core/cases/consequences.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { secondsOf } from '../../core/kernel/instant.ts'
import type { FoundNotes, NotesPage } from '../../flows/case-ports.ts'
import type { Sql, Statement } from '../database.ts'
import type { Param } from '../values.ts'
import { eventOf, PLACED_COLUMNS } from './event-rows.ts'
import type { PlacedRow } from './event-rows.ts'

type Way = readonly [name: string, after: '>' | '<', order: 'asc' | 'desc']
const FORWARDS: Way = ['', '>', 'asc']
const BACKWARDS: Way = ['-backwards', '<', 'desc']

const sharedPage = ([name, after, order]: Way): Statement => ({
  name: `notes${name}`,
  text: `select ${PLACED_COLUMNS} from case_event
    where member_id = $1 and case_id = $2 and type = 'note-added' and verdict = 'effect'
      and (at, depth, event_id) ${after} ($4::bigint, $5::bigint, $6::text)
    order by at ${order}, depth ${order}, event_id ${order} limit $3`,
})

const localPage = ([name, after, order]: Way): Statement => ({
  name: `local-notes${name}`,
  text: `select note_id as id, author, text, at from local_note
    where member_id = $1 and case_id = $2
      and (at, note_id) ${after} ($4::timestamptz, $5::text)
    order by at ${order}, note_id ${order} limit $3`,
})

export const NOTE_PAGES = {
  shared: sharedPage(FORWARDS),
  sharedBackwards: sharedPage(BACKWARDS),
  local: localPage(FORWARDS),
  localBackwards: localPage(BACKWARDS),
  /** In display order: the first one counts. */
  withdrawn: {
    name: 'notes-withdrawn',
    text: `select ${PLACED_COLUMNS} from case_event
      where member_id = $1 and case_id = $2 and type = 'note-withdrawn' and verdict = 'effect'
      order by depth, author, incarnation, seq, event_id`,
  },
} as const satisfies Readonly<Record<string, Statement>>

/** As many notes of each kind as the page may hold, in no order together. */
export async function findNotes(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  { after, limit, newestFirst }: NotesPage,
): Promise<FoundNotes> {
  const given = [member, caseId]
  const pages = newestFirst
    ? ([NOTE_PAGES.sharedBackwards, NOTE_PAGES.localBackwards] as const)
    : ([NOTE_PAGES.shared, NOTE_PAGES.local] as const)
  const [shared, local, withdrawn] = await Promise.all([
    sql.query<PlacedRow>(pages[0], [...given, limit, ...sharedStart(after, newestFirst)]),
    sql.query<LocalNote>(pages[1], [...given, limit, ...localStart(after, newestFirst)]),
    sql.query<PlacedRow>(NOTE_PAGES.withdrawn, given),
  ])
  const events = [...shared, ...withdrawn].map((row) => eventOf(caseId, row))
  return { shared: events.filter((event): event is CaseEvent => event !== null), local }
}

const END = Number.MAX_SAFE_INTEGER

function sharedStart(after: NotePlace | null, newestFirst: boolean): Param[] {
  if (!after) return newestFirst ? [END, END, ''] : [-1, -1, '']
  return [secondsOf(after.at), after.depth, after.id]
}

/** Own notes stand after the shared ones of their second, so after a shared one comes the first of that second, or before it. */
function localStart(after: NotePlace | null, newestFirst: boolean): Param[] {
  if (!after) return [newestFirst ? 'infinity' : '-infinity', '']
  return [after.at, isLocalPlace(after) ? after.id : '']
}
