// Who owns the next step, as a small picture: the holder, an arrow to whoever it is offered to, and a bar of whose time it has been.
import type { CaseView } from '../../../core/cases/view.ts'
import type { Reader } from '../reader.ts'
import type { Share } from '../spans.ts'
import { spanOf } from '../times.ts'
import { Moment, Name, Since } from './moment.tsx'
import { Value } from './text.tsx'

type NextStepProps = {
  readonly view: CaseView
  /** Null where not the whole history is at hand. */
  readonly shares: readonly Share[] | null
  readonly laneOf: (member: CaseView['host']) => number
  readonly reader: Reader
}

export const NextStep = ({ view, shares, laneOf, reader }: NextStepProps) => {
  const { baton, status } = view
  const closed = status.word === 'closed'
  return (
    <section class="card" id="next-step" data-region aria-labelledby="next-step-title">
      <h2 id="next-step-title">{closed ? 'Closed' : 'Next step'}</h2>
      {closed ? (
        <Closed view={view} reader={reader} />
      ) : (
        <div class="pass">
          <div class={`holder lane-${laneOf(baton.holder)}`}>
            <Name reader={reader} member={baton.holder} />
            <p>
              {baton.holder === reader.us ? 'Yours: your organisation owns' : 'Owns'} the next step{' '}
              <Since reader={reader} at={baton.since} />
            </p>
          </div>
          {baton.offer === null ? null : (
            <Offer offer={baton.offer} laneOf={laneOf} reader={reader} />
          )}
        </div>
      )}
      {baton.offer?.text == null || closed ? null : (
        <blockquote>
          <Value value={baton.offer.text} />
        </blockquote>
      )}
      {shares === null || shares.length === 0 ? null : (
        <Shares shares={shares} laneOf={laneOf} reader={reader} />
      )}
    </section>
  )
}

const Closed = ({ view, reader }: { readonly view: CaseView; readonly reader: Reader }) => (
  <>
    <p>
      <Name reader={reader} member={view.status.by} /> closed the case at{' '}
      <Moment reader={reader} at={view.status.at} />. Nobody owes a next step.
    </p>
    {view.status.text === null ? null : (
      <blockquote>
        <Value value={view.status.text} />
      </blockquote>
    )}
  </>
)

const OFFER_WORDS = {
  accepted: 'is ready; the step is being handed over',
  declined: 'did not take it',
} as const

const Offer = ({
  offer,
  laneOf,
  reader,
}: {
  readonly offer: NonNullable<CaseView['baton']['offer']>
  readonly laneOf: NextStepProps['laneOf']
  readonly reader: Reader
}) => (
  <>
    <div class={offer.answer === 'declined' ? 'arrow refused' : 'arrow'}>
      <svg aria-hidden="true" viewBox="0 0 64 12" preserveAspectRatio="none">
        <path d="M0 6 H56" />
        <path d="M54 1 L63 6 L54 11" />
      </svg>
    </div>
    <div class={`offeree lane-${laneOf(offer.to)}`}>
      <Name reader={reader} member={offer.to} />
      <p>
        {offer.answer === null ? 'was offered it ' : `${OFFER_WORDS[offer.answer]} `}
        <Since reader={reader} at={offer.answeredAt ?? offer.at} />
      </p>
    </div>
  </>
)

const Shares = ({
  shares,
  laneOf,
  reader,
}: {
  readonly shares: readonly Share[]
  readonly laneOf: NextStepProps['laneOf']
  readonly reader: Reader
}) => {
  const total = shares.reduce((sum, { ms }) => sum + ms, 0)
  let x = 0
  const bars = shares.map(({ member, ms }) => {
    const width = (100 * ms) / Math.max(total, 1)
    x += width
    return { member, x: x - width, width }
  })
  return (
    <div class="shares">
      <h3>Whose time it has been</h3>
      <svg class="share-bar" aria-hidden="true" width="100%" height="14">
        {bars.map(({ member, x, width }) => (
          <rect class={`lane-${laneOf(member)}`} x={`${x}%`} width={`${width}%`} height="14" />
        ))}
      </svg>
      <ul class="legend">
        {shares.map(({ member, ms }) => (
          <li class={`lane-${laneOf(member)}`}>
            <Name reader={reader} member={member} /> {spanOf(ms)}
          </li>
        ))}
      </ul>
    </div>
  )
}
