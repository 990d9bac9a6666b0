// One entry of the timeline: a sentence with its time and author, what was written, and what is remarkable about it.
import type { MemberId } from '../../../core/kernel/id.ts'
import type { Stage } from '../../../core/cases/consequences.ts'
import type { EventView } from '../../../core/cases/view-event.ts'
import type { NoteView } from '../../../core/cases/view-note.ts'
import { millisOf } from '../../../core/kernel/instant.ts'
import { type RefusalCode, SENTENCES } from '../../../core/kernel/refusal.ts'
import type { Reader } from '../reader.ts'
import { sentenceOf } from '../sentences.ts'
import type { Around } from '../telling.ts'
import { anchorOf, type Entry, momentOf } from '../timeline.ts'
import { spanOf } from '../times.ts'
import { Chip, TrustChip } from './chips.tsx'
import { EntryTexts } from './entry-texts.tsx'
import { Moment, Names, TimeOfDay, Told } from './moment.tsx'
import { Value, Words } from './text.tsx'

export type EntryProps = {
  readonly around: Around
  readonly laneOf: (member: MemberId) => number
  readonly reader: Reader
  readonly stage: Stage
}

export const OneEntry = ({ entry, ...props }: EntryProps & { readonly entry: Entry }) => {
  switch (entry.kind) {
    case 'own-note':
      return <OwnNote note={entry.note} {...props} />
    case 'confirmations':
      return <Confirmations events={entry.events} {...props} />
    case 'event':
      return <EventEntry event={entry.event} note={entry.note} {...props} />
  }
}

const OwnNote = ({ note, laneOf, reader }: EntryProps & { readonly note: NoteView }) => (
  <li class={`entry own lane-${laneOf(reader.us)}`} id={anchorOf(note.id)} data-entry>
    <TimeOfDay reader={reader} at={note.at} />
    <div>
      <p>
        <span class="told">
          <b class="name">
            <Words text={note.by ?? reader.nameOf(reader.us)} />
          </b>{' '}
          wrote an internal note.
        </span>{' '}
        <Chip tone="warn" title="It never leaves this gateway">
          Only your organisation
        </Chip>
      </p>
      <div class="text">
        <Value value={note.text} />
      </div>
    </div>
  </li>
)

type ConfirmationsProps = EntryProps & { readonly events: readonly EventView[] }

const Confirmations = ({ events, laneOf, reader }: ConfirmationsProps) => {
  const authors = [...new Set(events.map(({ author }) => author))]
  const [first] = events
  if (first === undefined) return null
  return (
    <li class={`entry quiet lane-${laneOf(first.author)}`} id={anchorOf(first.id)}>
      <TimeOfDay reader={reader} at={momentOf(first)} />
      <p class="told">
        <Names reader={reader} members={authors} /> confirmed what{' '}
        {authors.length === 1 ? 'it has' : 'they have'} seen so far.
      </p>
    </li>
  )
}

type EventProps = EntryProps & { readonly event: EventView; readonly note: NoteView | null }

/** An invitation builds on a history that opens with its acceptance: it waits for nothing. */
const isIdle = ({ verdict }: Pick<EventView, 'verdict'>, stage: Stage): boolean =>
  verdict !== 'effect' && !(verdict === null && stage === 'invited')

const EventEntry = ({ event, note, around, laneOf, reader, stage }: EventProps) => (
  <li
    class={`entry lane-${laneOf(event.author)}${isIdle(event, stage) ? ' idle' : ''}`}
    id={anchorOf(event.id)}
    data-entry
  >
    <TimeOfDay reader={reader} at={momentOf(event)} />
    <div>
      <p>
        <Told reader={reader} sentence={sentenceOf(event, around)} />{' '}
        <TrustChip trust={event.trust} /> <Remarks event={event} note={note} reader={reader} />
      </p>
      {isIdle(event, stage) ? <Reason verdict={event.verdict} /> : null}
      <EntryTexts event={event} note={note} reader={reader} />
    </div>
  </li>
)

const Reason = ({ verdict }: Pick<EventView, 'verdict'>) => {
  if (verdict === 'effect') return null
  return (
    <p class="reason">
      {verdict === null
        ? 'It builds on entries that have not arrived yet, and waits for them.'
        : `Had no effect: ${SENTENCES[verdict satisfies RefusalCode]}`}
    </p>
  )
}

/** Later than this after it was written, an arrival is worth a word. */
const LATE_MS = 60_000

const Remarks = ({ event, note, reader }: Pick<EventProps, 'event' | 'note' | 'reader'>) => {
  const late = event.at === null ? 0 : millisOf(event.receivedAt) - millisOf(event.at)
  return (
    <>
      {event.notSeenBy.length === 0 ? null : (
        <Chip tone="busy">
          not yet seen by <Names reader={reader} members={event.notSeenBy} />
        </Chip>
      )}{' '}
      {event.author === reader.us || late < LATE_MS ? null : (
        <Chip title="When it reached this gateway">
          arrived <Moment reader={reader} at={event.receivedAt} />, {spanOf(late)} later
        </Chip>
      )}{' '}
      {note?.withdrawn == null ? null : (
        <Chip tone="warn">
          withdrawn <Moment reader={reader} at={note.withdrawn} />
        </Chip>
      )}{' '}
      {note?.re == null ? null : (
        <a href={`#${anchorOf(note.re)}`} id={`re-${event.id}`}>
          on an earlier entry
        </a>
      )}
    </>
  )
}
