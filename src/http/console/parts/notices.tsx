// What must not be overlooked, above everything else of a case: what we may not see yet, what is disputed, what reads otherwise than it
// was shown, who is to be called.
import type { Child } from 'hono/jsx'
import type { Overturned } from '../../../core/cases/settle.ts'
import type { CaseView } from '../../../core/cases/view.ts'
import { MemberId } from '../../../core/kernel/id.ts'
import type { Instant } from '../../../core/kernel/instant.ts'
import type { KnownPartner } from '../../../flows/members/known-partners.ts'
import type { PartnerDelivery } from '../delivery.ts'
import { FLAG_SENTENCES, STANDING_WORDS, STATUS_WORDS } from '../labels.ts'
import type { Reader } from '../reader.ts'
import { type Part, say, type Sentence } from '../sentence.ts'
import { LEVEL_WORDS, wordFor } from '../words.ts'
import { DayAndTime, Name, Since, Told } from './moment.tsx'
import { Words } from './text.tsx'

type OverturnedRecord = Overturned & { readonly at: Instant }

export const Notice = ({
  tone,
  children,
}: {
  readonly tone: 'warn' | 'bad' | 'busy'
  readonly children: Child
}) => <div class={`notice ${tone}`}>{children}</div>

type NoticesProps = {
  readonly view: CaseView
  readonly overturned: readonly OverturnedRecord[]
  readonly deliveries: readonly PartnerDelivery[]
  readonly partners: ReadonlyMap<MemberId, KnownPartner>
  readonly reader: Reader
}

export const Notices = ({ view, overturned, deliveries, partners, reader }: NoticesProps) => (
  <>
    {view.stage === 'invited' ? (
      <Notice tone="busy">
        <p>
          Your organisation was asked in. You see the invitation; the history opens once it is
          accepted.
        </p>
      </Notice>
    ) : null}
    {view.stage === 'joining' ? (
      <Notice tone="busy">
        <p>Your organisation accepted. The history is on its way.</p>
      </Notice>
    ) : null}
    {view.fenced ? (
      <Notice tone="bad">
        <p>
          Your gateway was restored from a backup. Nothing is written here until a partner confirmed
          the last event your organisation signed.
        </p>
      </Notice>
    ) : null}
    {equivocators(view).map((author) => (
      <Notice tone="bad">
        <p>
          <Name reader={reader} member={author} /> signed two different versions of the same entry.
          Both are kept as evidence; one of them counts, the same one at every gateway. The lead can
          freeze what that vendor writes until its keys are safe again.
        </p>
      </Notice>
    ))}
    {view.flags
      .filter((flag) => flag !== 'equivocation')
      .map((flag) => (
        <Notice tone="warn">
          <p>{FLAG_SENTENCES[flag]}</p>
        </Notice>
      ))}
    {deliveries
      .filter(({ unreachable }) => unreachable)
      .map((delivery) => (
        <Unreachable delivery={delivery} partner={partners.get(delivery.partner)} reader={reader} />
      ))}
    {overturned.length === 0 ? null : <OverturnedNotice records={overturned} reader={reader} />}
  </>
)

const equivocators = ({ equivocations }: CaseView): MemberId[] => [
  ...new Set(equivocations.map(({ author }) => author)),
]

const Unreachable = ({
  delivery,
  partner,
  reader,
}: {
  readonly delivery: PartnerDelivery
  readonly partner: KnownPartner | undefined
  readonly reader: Reader
}) => (
  <Notice tone="bad">
    <p>
      The gateway of <Name reader={reader} member={delivery.partner} /> has not answered{' '}
      {delivery.failingSince === null ? null : <Since reader={reader} at={delivery.failingSince} />}
      . What was written meanwhile waits for it; nothing is lost. If it cannot wait, call:
    </p>
    <Phones partner={partner} />
  </Notice>
)

export const Phones = ({ partner }: { readonly partner: KnownPartner | undefined }) => {
  const contacts = (partner?.contacts ?? []).filter(({ phone }) => phone !== null)
  if (contacts.length === 0) return <p class="quiet">No phone number of theirs is known here.</p>
  return (
    <ul class="phones">
      {contacts.map(({ name, phone }) => (
        <li>
          <Words text={name} />: {phone === null ? null : <Phone number={phone} />}
        </li>
      ))}
    </ul>
  )
}

/** The number as it was written; what is dialled are its digits. */
export const Phone = ({ number }: { readonly number: string }) => (
  <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>
    <Words text={number} />
  </a>
)

const OverturnedNotice = ({
  records,
  reader,
}: {
  readonly records: readonly OverturnedRecord[]
  readonly reader: Reader
}) => (
  <Notice tone="warn">
    <p>Entries that crossed on the way changed what was shown here before:</p>
    <ul>
      {records.map((record) => (
        <li>
          <DayAndTime reader={reader} at={record.at} />:{' '}
          <Told reader={reader} sentence={overturnedSentence(record)} />
        </li>
      ))}
    </ul>
  </Notice>
)

const memberOr = (text: string): Part => {
  const member = MemberId.safeParse(text)
  return member.success ? { member: member.data } : { quoted: text }
}

/** What a register is called, and its values in words. */
export function overturnedSentence({ register, before, after, settled }: Overturned): Sentence {
  const [kind = '', ...rest] = register.split(':')
  const whose = memberOr(rest.join(':'))
  const seen = settled ? ' Everybody had confirmed it before.' : ''
  switch (kind) {
    case 'host':
      return say`${memberOr(after)} leads the case, not ${memberOr(before)}.${seen}`
    case 'baton':
      return say`the next step is owned by ${holderIn(after)}; before it read ${holderIn(before)}.${seen}`
    case 'status':
      return say`the case is ${statusWord(after)}, not ${statusWord(before)}.${seen}`
    case 'standing':
      return say`${whose}: ${standingWord(after)}; before it read: ${standingWord(before)}.${seen}`
    case 'severity':
      return say`${whose} states ${levelWord(after)}; before it read ${levelWord(before)}.${seen}`
    default:
      return say`${{ quoted: register }} is ${{ quoted: after }}, not ${{ quoted: before }}.${seen}`
  }
}

/** `0.1 https://a.example` */
const holderIn = (value: string): Part => memberOr(value.slice(value.indexOf(' ') + 1))
const statusWord = (value: string): string => wordFor(STATUS_WORDS, value).toLowerCase()
const standingWord = (value: string): string =>
  value === 'none' ? 'not part of it' : wordFor(STANDING_WORDS, value)
const levelWord = (value: string): string =>
  value === 'none' ? 'no severity' : wordFor(LEVEL_WORDS, value).toLowerCase()
