// What was written with an entry, for whom, and what of it is not here.
import type { Audience, EventView, TextStanding } from '../../../core/cases/view-event.ts'
import type { NoteView } from '../../../core/cases/view-note.ts'
import { SLOT_LABELS } from '../labels.ts'
import type { Reader } from '../reader.ts'
import { Names } from './moment.tsx'
import { Value, Words } from './text.tsx'

type Texts = EventView['texts']
type Props = { readonly event: EventView; readonly note: NoteView | null; readonly reader: Reader }

/** Entries with whole records: shown on request, since what stands in them stands above. */
const RECORDS: readonly string[] = ['case-opened', 'problem-restated', 'engagement-requested']

export const EntryTexts = ({ event, note, reader }: Props) => {
  const { texts } = event
  if (texts.length === 0) return null
  const label = RECORDS.includes(event.type)
    ? 'What was written'
    : note?.withdrawn != null
      ? 'The withdrawn note'
      : null
  if (label === null) return <TextList texts={texts} reader={reader} />
  return (
    <details id={`texts-${event.id}`}>
      <summary id={`texts-summary-${event.id}`}>{label}</summary>
      <TextList texts={texts} reader={reader} />
    </details>
  )
}

const TextList = ({ texts, reader }: { readonly texts: Texts; readonly reader: Reader }) => (
  <>
    {texts.map((text) => (
      <div class={text.held === 'held' ? 'text' : 'text missing'}>
        {texts.length === 1 ? null : (
          <p class="label">
            <Words text={SLOT_LABELS[text.slot] ?? text.slot} />
          </p>
        )}
        {text.held === 'held' && text.audience !== 'all' ? (
          <p class="audience">
            Only for <Audienced audience={text.audience} reader={reader} />
          </p>
        ) : null}
        <OneText text={text} reader={reader} />
      </div>
    ))}
  </>
)

const Audienced = ({
  audience,
  reader,
}: {
  readonly audience: Audience
  readonly reader: Reader
}) => (audience === 'all' ? <>all participants</> : <Names reader={reader} members={audience} />)

const OneText = ({ text, reader }: { readonly text: Texts[number]; readonly reader: Reader }) =>
  STANDINGS[text.held]({ text, reader })

type Shown = (props: {
  readonly text: Texts[number]
  readonly reader: Reader
}) => ReturnType<typeof Value>

const STANDINGS: Record<TextStanding, Shown> = {
  held: ({ text }) => <Value value={text.value} />,
  withheld: ({ text, reader }) => (
    <p>
      Something was written here for <Audienced audience={text.audience} reader={reader} /> only.
    </p>
  ),
  awaited: () => <p>What was written here has not arrived yet.</p>,
}
