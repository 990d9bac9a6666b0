// Who was asked for what, and the one thing each request waits for.
import type { EngagementView } from '../../../core/cases/view-engagement.ts'
import type { CaseView } from '../../../core/cases/view.ts'
import { millisOf } from '../../../core/kernel/instant.ts'
import { SLOT_LABELS, WAITING_WORDS } from '../labels.ts'
import type { Reader } from '../reader.ts'
import { ASK_WORDS, DECLINE_WORDS, OUTCOME_WORDS, wordFor } from '../words.ts'
import { LEAVE_WORDS, REMOVE_WORDS, WITHDRAW_WORDS } from '../words.ts'
import { Chip, StandingChip } from './chips.tsx'
import { Moment, Name, Since } from './moment.tsx'
import { Value } from './text.tsx'

type Props = { readonly view: CaseView; readonly reader: Reader }

export const Engagements = ({ view, reader }: Props) => (
  <section class="card" id="engagements" data-region aria-labelledby="engagements-title">
    <h2 id="engagements-title">Requests to vendors</h2>
    {view.engagements.length === 0 ? (
      <p class="quiet">Nobody was asked in yet.</p>
    ) : (
      <ul class="engagements">
        {view.engagements.map((engagement) => (
          <li id={`g-${engagement.id}`}>
            <Engagement engagement={engagement} reader={reader} />
          </li>
        ))}
      </ul>
    )}
  </section>
)

type OneProps = { readonly engagement: EngagementView; readonly reader: Reader }

const Engagement = ({ engagement, reader }: OneProps) => (
  <>
    <h3>
      <Name reader={reader} member={engagement.inviter} /> asked{' '}
      <Name reader={reader} member={engagement.invitee} /> {wordFor(ASK_WORDS, engagement.ask)}
    </h3>
    <p class="chips">
      <StandingChip standing={engagement.standing} />
      {engagement.completed === null ? null : (
        <Chip tone="good">
          {engagement.confirmedAt === null ? 'reported done' : 'done, confirmed'}
        </Chip>
      )}
      {engagement.crossed ? <Chip tone="warn">crossed</Chip> : null}
    </p>
    <Waiting engagement={engagement} reader={reader} />
    <p class="quiet">
      Asked <Moment reader={reader} at={engagement.requestedAt} />
      {engagement.answeredAt === null ? null : (
        <>
          , answered <Moment reader={reader} at={engagement.answeredAt} />
        </>
      )}
      {engagement.code === null ? null : `: ${endWord(engagement)}`}
    </p>
    <Asked engagement={engagement} />
    {engagement.questions.map((question) => (
      <Question question={question} reader={reader} />
    ))}
    {engagement.completed === null ? null : (
      <div class="thread">
        <p>
          Reported <Moment reader={reader} at={engagement.completed.at} />:{' '}
          {wordFor(OUTCOME_WORDS, engagement.completed.outcome)}
        </p>
        {engagement.completed.text === null ? null : <Value value={engagement.completed.text} />}
      </div>
    )}
  </>
)

const Waiting = ({ engagement, reader }: OneProps) => {
  const { waitingOn, due } = engagement
  if (waitingOn === null) return null
  const late = due !== null && waitingOn.what === 'answer' && millisOf(due) < millisOf(reader.now)
  return (
    <p class={waitingOn.member === reader.us ? 'waiting ours' : 'waiting'}>
      {waitingOn.member === reader.us ? (
        'Waits for you'
      ) : (
        <>
          Waits for <Name reader={reader} member={waitingOn.member} />
        </>
      )}
      : {WAITING_WORDS[waitingOn.what]}, <Since reader={reader} at={waitingOn.since} />
      {due === null || waitingOn.what !== 'answer' ? null : (
        <span class={late ? 'warning' : ''}>
          {late ? '; was wanted by ' : '; wanted by '}
          <Moment reader={reader} at={due} />
        </span>
      )}
    </p>
  )
}

const ENDINGS: Readonly<Partial<Record<EngagementView['standing'], Record<string, string>>>> = {
  declined: DECLINE_WORDS,
  withdrawn: WITHDRAW_WORDS,
  left: LEAVE_WORDS,
  removed: REMOVE_WORDS,
}

const endWord = ({ standing, code }: EngagementView): string =>
  wordFor(ENDINGS[standing] ?? {}, code)

const Asked = ({ engagement: { id, texts } }: { readonly engagement: EngagementView }) => {
  const shown = Object.entries(texts).filter(([, value]) => value !== null && value !== undefined)
  if (shown.length === 0) return null
  return (
    <details id={`asked-${id}`}>
      <summary id={`asked-summary-${id}`}>What was written with it</summary>
      <dl class="fields">
        {shown.map(([slot, value]) => (
          <div>
            <dt>{Object.hasOwn(SLOT_LABELS, slot) ? SLOT_LABELS[slot] : slot}</dt>
            <dd>
              <Value value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

const Question = ({
  question,
  reader,
}: {
  readonly question: EngagementView['questions'][number]
  readonly reader: Reader
}) => (
  <div class="thread">
    <p>
      Asked for information <Moment reader={reader} at={question.at} />
    </p>
    {question.text === null ? null : <Value value={question.text} />}
    {question.answeredAt === null ? (
      <p class="warning">Not answered yet.</p>
    ) : (
      <>
        <p>
          Answered <Moment reader={reader} at={question.answeredAt} />
        </p>
        {question.answer === null ? null : <Value value={question.answer} />}
      </>
    )}
  </div>
)
