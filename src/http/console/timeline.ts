// What happened, as days of entries: the events of a page in display order, our own organisation's notes among them by time, runs of
// mere confirmations as one.
import type { EventView } from '../../core/cases/view-event.ts'
import type { NoteView } from '../../core/cases/view-note.ts'
import type { EventId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { dayOf } from './times.ts'

export type Entry =
  | {
      readonly kind: 'event'
      readonly at: Instant
      readonly event: EventView
      readonly note: NoteView | null
    }
  | { readonly kind: 'confirmations'; readonly at: Instant; readonly events: readonly EventView[] }
  | { readonly kind: 'own-note'; readonly at: Instant; readonly note: NoteView }

export type Day = { readonly day: string; readonly entries: readonly Entry[] }

/** Where own notes of a page begin and end, so that each stands on exactly one page. */
export type Bounds = { readonly from: Instant | null; readonly before: Instant | null }

export type Page = {
  /** In the order of the page. */
  readonly events: readonly EventView[]
  readonly notes: readonly NoteView[]
  readonly newestFirst: boolean
  readonly bounds: Bounds
}

/** While ancestors are missing an event has no time of its own yet. */
export const momentOf = ({ at, receivedAt }: EventView): Instant => at ?? receivedAt

export function daysOf(page: Page, zone: string): Day[] {
  const days: { day: string; entries: Entry[] }[] = []
  for (const entry of mergedEntries(page)) {
    const day = dayOf(entry.at, zone)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

function mergedEntries({ events, notes, newestFirst, bounds }: Page): Entry[] {
  const noteOf = new Map(notes.map((note) => [note.id, note]))
  const own = notes
    .filter((note) => note.audience === 'own-organisation' && isWithin(note.at, bounds))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  const isNext = newestFirst
    ? (note: NoteView, at: Instant) => note.at >= at
    : (note: NoteView, at: Instant) => note.at < at
  const waiting = newestFirst ? own.toReversed() : own
  const entries: Entry[] = []
  for (const event of events) {
    const at = momentOf(event)
    while (waiting[0] && isNext(waiting[0], at)) entries.push(...ownEntries(waiting.splice(0, 1)))
    add(entries, event, at, noteOf.get(event.id) ?? null)
  }
  return [...entries, ...ownEntries(waiting)]
}

const isWithin = (at: Instant, { from, before }: Bounds): boolean =>
  (from === null || at >= from) && (before === null || at < before)

const ownEntries = (notes: readonly NoteView[]): Entry[] =>
  notes.map((note) => ({ kind: 'own-note', at: note.at, note }))

/** A confirmation with nothing remarkable joins the run before it. */
function add(entries: Entry[], event: EventView, at: Instant, note: NoteView | null): void {
  const plain =
    event.verdict === 'effect' && event.trust !== 'revoked' && event.trust !== 'not-vouched'
  if (event.type !== 'received' || !plain) {
    entries.push({ kind: 'event', at, event, note })
    return
  }
  const last = entries.at(-1)
  if (last?.kind === 'confirmations')
    entries[entries.length - 1] = { ...last, events: [...last.events, event] }
  else entries.push({ kind: 'confirmations', at, events: [event] })
}

/** The own notes that belong to a page of events. @param reached what the page before had reached */
export function boundsOf(
  events: readonly EventView[],
  {
    newestFirst,
    hasMore,
    reached,
  }: { newestFirst: boolean; hasMore: boolean; reached: Instant | null },
): Bounds {
  const last = events.at(-1)
  const end = hasMore && last ? momentOf(last) : null
  return newestFirst ? { from: end, before: reached } : { from: reached, before: end }
}

export const anchorOf = (id: EventId | string): string => `e-${id}`
