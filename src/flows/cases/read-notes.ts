// The notes of a case: those of all participants and those of the own organisation in one line, page by page.
import { listNotes, viewNote } from '../../core/cases/view-note.ts'
import type { NotePlace, NoteRef, NoteView } from '../../core/cases/view-note.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { NotesPage } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import { openedTexts } from './opened-texts.ts'

export type NotePage = {
  readonly items: readonly NoteView[]
  readonly last: NotePlace | null
}

/** Refuses `case-not-found`. `last` is where to go on, or null at the end. */
export async function readNotes(
  deps: Pick<Deps, 'cases'>,
  member: MemberId,
  caseId: CaseId,
  page: NotesPage,
): Promise<NotePage | Refusal> {
  if (!(await deps.cases.loadCase(member, caseId))) return new Refusal('case-not-found')
  const { limit, newestFirst } = page
  const found = await deps.cases.findNotes(member, caseId, { ...page, limit: limit + 1 })
  const ordered = listNotes(found.shared, found.local)
  const rest = newestFirst ? ordered.toReversed() : ordered
  const shown = rest.slice(0, limit)
  const last = rest.length > limit ? (shown.at(-1) ?? null) : null
  return {
    items: await viewNotes(deps, member, caseId, shown),
    last: last && { at: last.at, depth: last.depth, id: last.id },
  }
}

async function viewNotes(
  { cases }: Pick<Deps, 'cases'>,
  member: MemberId,
  caseId: CaseId,
  notes: readonly NoteRef[],
): Promise<NoteView[]> {
  const events = notes.flatMap(({ event }) => event?.id ?? [])
  const [texts, stored] = await Promise.all([
    openedTexts({ cases }, member, caseId, events),
    cases.eventsById(member, events),
  ])
  const trust = new Map(stored.map((event) => [event.event, event.trust]))
  return notes.map((note) => {
    const id = note.event?.id
    const badge = (id && trust.get(id)) ?? 'not-vouched'
    return viewNote(note, (id && texts.get(id)) ?? {}, badge, member)
  })
}
