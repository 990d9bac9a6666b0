// Whether what we wrote reached everybody, partner by partner.
import type { KnownPartner } from '../../../flows/members/known-partners.ts'
import type { MemberId } from '../../../core/kernel/id.ts'
import type { PartnerDelivery } from '../delivery.ts'
import { refusedWord } from '../labels.ts'
import type { Reader } from '../reader.ts'
import { Chip } from './chips.tsx'
import { Moment, Name, Since } from './moment.tsx'
import { Phones } from './notices.tsx'

type Props = {
  readonly deliveries: readonly PartnerDelivery[]
  readonly partners: ReadonlyMap<MemberId, KnownPartner>
  readonly reader: Reader
}

export const Delivery = ({ deliveries, partners, reader }: Props) => (
  <section class="card" id="delivery" data-region aria-labelledby="delivery-title">
    <h2 id="delivery-title">Delivery</h2>
    {deliveries.length === 0 ? (
      <p class="quiet">There is nobody else to deliver to yet.</p>
    ) : (
      <ul class="deliveries">
        {deliveries.map((delivery) => (
          <li>
            <h3>
              <Name reader={reader} member={delivery.partner} /> <State delivery={delivery} />
            </h3>
            <Details delivery={delivery} reader={reader} />
            {delivery.failingSince !== null && !delivery.unreachable ? (
              <Phones partner={partners.get(delivery.partner)} />
            ) : null}
          </li>
        ))}
      </ul>
    )}
  </section>
)

const State = ({ delivery }: { readonly delivery: PartnerDelivery }) => {
  const { failingSince, waiting, refused, unreachable, delivered } = delivery
  if (failingSince !== null)
    return (
      <Chip tone={unreachable ? 'bad' : 'warn'}>
        {unreachable ? 'unreachable' : 'not answering'}
      </Chip>
    )
  if (refused.length > 0) return <Chip tone="bad">refused some</Chip>
  if (waiting > 0) return <Chip tone="busy">on its way</Chip>
  return (
    <Chip tone={delivered > 0 ? 'good' : 'plain'}>
      {delivered > 0 ? 'delivered' : 'nothing to send'}
    </Chip>
  )
}

const entries = (count: number): string => (count === 1 ? '1 entry' : `${count} entries`)

const Details = ({
  delivery,
  reader,
}: {
  readonly delivery: PartnerDelivery
  readonly reader: Reader
}) => {
  const { delivered, lastDeliveredAt, waiting, waitingSince, refused, failingSince } = delivery
  return (
    <>
      {lastDeliveredAt === null ? null : (
        <p class="quiet">
          {entries(delivered)} delivered, the last <Moment reader={reader} at={lastDeliveredAt} />
        </p>
      )}
      {waitingSince === null ? null : (
        <p>
          {entries(waiting)} waiting <Since reader={reader} at={waitingSince} />
        </p>
      )}
      {failingSince === null ? null : (
        <p class="warning">
          No answer <Since reader={reader} at={failingSince} />, tried {delivery.failures} times
        </p>
      )}
      {refused.length === 0 ? null : (
        <ul class="values">
          {refused.map(({ event, word }) => (
            <li>
              <a href={`#e-${event}`} id={`refused-${event}`}>
                An entry
              </a>{' '}
              was refused: {refusedWord(word)}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
