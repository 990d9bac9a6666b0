// The notes of a case in one list: those of all participants among its events, and those of the own organisation, which are no
// events (D16). A note is withdrawn by its author alone; a withdrawal of somebody else's note shows nothing.
import type { EventId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds, secondsOf } from '../kernel/instant.ts'
import type { LocalNote, Trust } from './consequences.ts'
import { type CaseEvent, compareText } from './event.ts'
import { type Audience, audienceOf, type TextStanding, textStanding } from './view-event.ts'

export type NoteView = {
  readonly id: string
  readonly author: MemberId
  /** The person, for notes of the own organisation. */
  readonly by: string | null
  readonly kind: string
  readonly audience: Audience | 'own-organisation'
  readonly text: unknown
  readonly held: TextStanding
  readonly re: EventId | null
  readonly at: Instant
  readonly withdrawn: Instant | null
  readonly trust: Trust
}

/** A note before its text was opened. */
export type NoteRef = {
  readonly id: string
  readonly at: Instant
  /** Depth of its event; one's own notes stand after the shared ones of the same second. */
  readonly depth: number
  readonly event: CaseEvent | null
  readonly local: LocalNote | null
  readonly withdrawn: Instant | null
}

/** Notes in one line, oldest first. @param events those that had an effect, notes and withdrawals, in display order */
export function listNotes(events: readonly CaseEvent[], local: readonly LocalNote[]): NoteRef[] {
  const withdrawn = withdrawals(events)
  const shared = events
    .filter(({ type }) => type === 'note-added')
    .map((event): NoteRef => {
      const by = withdrawn.get(`${event.author} ${event.id}`) ?? null
      const { id, depth } = event
      return { id, at: instantOfSeconds(event.at), depth, event, local: null, withdrawn: by }
    })
  const own = local.map((note): NoteRef => ({
    id: note.id,
    at: note.at,
    depth: LAST,
    event: null,
    local: note,
    withdrawn: null,
  }))
  return [...shared, ...own].toSorted(compareNotes)
}

const LAST = Number.MAX_SAFE_INTEGER

/** Where a note stands in the line: by its second, then as the history has it, then by its own time and id. */
export type NotePlace = Pick<NoteRef, 'at' | 'depth' | 'id'>

/** Whether a place is that of a note of the own organisation. */
export const isLocalPlace = ({ depth }: NotePlace): boolean => depth === LAST

export const compareNotes = (a: NotePlace, b: NotePlace): number =>
  secondsOf(a.at) - secondsOf(b.at) ||
  a.depth - b.depth ||
  compareText(a.at, b.at) ||
  compareText(a.id, b.id)

function withdrawals(events: readonly CaseEvent[]): Map<string, Instant> {
  const found = new Map<string, Instant>()
  for (const event of events) {
    const key = `${event.author} ${String(event.body['note'])}`
    if (event.type === 'note-withdrawn' && !found.has(key))
      found.set(key, instantOfSeconds(event.at))
  }
  return found
}

/** @param texts the opened texts of the note's event by slot */
export function viewNote(
  ref: NoteRef,
  texts: Readonly<Record<string, unknown>>,
  trust: Trust,
  us: MemberId,
): NoteView {
  const { id, at, event, local, withdrawn } = ref
  const { readers } = event?.texts['note'] ?? { readers: 'case' as const }
  const isHeld = local !== null || Object.hasOwn(texts, 'note')
  return {
    id,
    author: event?.author ?? us,
    by: local?.author ?? null,
    kind: String(event?.body['kind'] ?? 'update'),
    audience: local === null ? audienceOf(readers) : 'own-organisation',
    text: local === null ? (texts['note'] ?? null) : local.text,
    held: textStanding(readers, event?.author ?? us, us, isHeld),
    re: (event?.body['re'] ?? null) as EventId | null,
    at,
    withdrawn,
    trust: local === null ? trust : 'own',
  }
}
