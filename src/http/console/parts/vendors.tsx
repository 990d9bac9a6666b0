// The vendors of a case side by side: standing, role, own number, own words for the severity, and what each states of its own side.
import type { SLOT_KEYS } from '../../../core/cases/note.ts'
import type { ParticipantView } from '../../../core/cases/view-participant.ts'
import type { CaseView } from '../../../core/cases/view.ts'
import { Instant, millisOf } from '../../../core/kernel/instant.ts'
import type { KnownPartner } from '../../../flows/members/known-partners.ts'
import { FOOTING_SENTENCES } from '../labels.ts'
import { plainWords } from '../marks.ts'
import { addressOf, type Reader } from '../reader.ts'
import { CLAIM_WORDS, WORK_STATE_WORDS, wordFor } from '../words.ts'
import { Chip, Level, StandingChip } from './chips.tsx'
import { Moment, Name } from './moment.tsx'
import { Phone } from './notices.tsx'
import { Value, Words } from './text.tsx'

type VendorsProps = {
  readonly view: CaseView
  readonly partners: ReadonlyMap<CaseView['host'], KnownPartner>
  readonly laneOf: (member: CaseView['host']) => number
  readonly reader: Reader
}

export const Vendors = ({ view, partners, laneOf, reader }: VendorsProps) => (
  <section id="vendors" data-region aria-labelledby="vendors-title">
    <h2 id="vendors-title">Vendors</h2>
    <ul class="vendors">
      {view.participants.map((participant) => (
        <li class={`card vendor lane-${laneOf(participant.member)}`}>
          <Vendor
            participant={participant}
            partner={partners.get(participant.member)}
            isOpen={view.status.word !== 'closed'}
            reader={reader}
          />
        </li>
      ))}
    </ul>
    {view.proposals.map(({ member, by, at, text }) => (
      <div class="card">
        <p>
          <Name reader={reader} member={by} /> proposed to ask{' '}
          <Name reader={reader} member={member} /> in, <Moment reader={reader} at={at} />.
        </p>
        {text === null ? null : <Value value={text} />}
      </div>
    ))}
  </section>
)

type VendorProps = {
  readonly participant: ParticipantView
  readonly partner: KnownPartner | undefined
  readonly isOpen: boolean
  readonly reader: Reader
}

const Vendor = ({ participant, partner, isOpen, reader }: VendorProps) => (
  <>
    <h3>
      <Name reader={reader} member={participant.member} />
    </h3>
    <p class="address">
      <Words text={addressOf(participant.member)} />
    </p>
    <p class="chips">
      {participant.isUs ? <Chip tone="busy">You</Chip> : null}
      {participant.isHost ? <Chip>Leads the case</Chip> : null}
      {participant.holdsBaton && isOpen ? <Chip>Owns the next step</Chip> : null}
      {participant.isHost ? null : <StandingChip standing={participant.standing} />}
      {participant.mayEngage && !participant.isHost ? <Chip>May ask others in</Chip> : null}
      {participant.frozen ? <Chip tone="bad">Frozen</Chip> : null}
    </p>
    {partner?.footing == null || partner.footing === 'good' ? null : (
      <p class="warning">{FOOTING_SENTENCES[partner.footing]}</p>
    )}
    {partner?.answering == null ? null : <Answers answering={partner.answering} reader={reader} />}
    <Claim participant={participant} reader={reader} />
    <Own participant={participant} reader={reader} />
  </>
)

/** By its published support profile: who answers, until when, who then, and the number. */
const Answers = ({
  answering: { region, until, next, hotline },
  reader,
}: {
  readonly answering: NonNullable<KnownPartner['answering']>
  readonly reader: Reader
}) => (
  <p class="quiet">
    {region === null ? 'Nobody answers now' : <Words text={`${region} answers now`} />}
    {until === null ? null : (
      <>
        {' '}
        until <Moment reader={reader} at={until} />
        {next === null ? null : <Words text={`, then ${next}`} />}
      </>
    )}
    {hotline === null ? null : (
      <>
        {'; call '}
        <Phone number={hotline} />
      </>
    )}
  </p>
)

const Claim = ({ participant, reader }: Pick<VendorProps, 'participant' | 'reader'>) => {
  const { severity } = participant
  if (severity === null) return <p class="claim quiet">No severity stated</p>
  return (
    <div class="claim">
      <p class="side-by-side">
        {severity.native === null ? null : (
          <span
            class="native"
            title={plainWords(`${severity.native.scheme}, version ${severity.native.version}`)}
          >
            <Words text={severity.native.code} />
          </span>
        )}
        <Level level={severity.level} />
      </p>
      <p class="quiet">
        {severity.reason === 'initial' ? 'stated' : wordFor(CLAIM_WORDS, severity.reason)},{' '}
        <Moment reader={reader} at={severity.at} />
      </p>
      {severity.text === null ? null : <Value value={severity.text} />}
    </div>
  )
}

const SLOT_LABELS = {
  'case-number': 'Case number',
  'native-severity': 'Severity there',
  'native-priority': 'Priority there',
  'work-state': 'Work',
  'next-update': 'Next update',
  engineer: 'Engineer',
  contacts: 'Contacts',
  'onward-wish': 'Would like in',
  link: 'Link',
  'rules-max': '',
  'duty-manager': 'Duty manager',
  'escalation-manager': 'Escalation manager',
  'escalation-engineer': 'Escalation engineer',
  'technical-owner': 'Technical owner',
  'communication-owner': 'Communication owner',
} as const satisfies Record<(typeof SLOT_KEYS)[number], string>

const Own = ({ participant, reader }: Pick<VendorProps, 'participant' | 'reader'>) => {
  const { slots, lastEventAt, lastReceivedAt, reopenRequestedAt } = participant
  const stated = Object.entries(SLOT_LABELS).filter(
    ([key, label]) => label !== '' && (slots[key]?.value ?? null) !== null,
  )
  return (
    <dl class="facts">
      {stated.map(([key, label]) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <SlotValue name={key} value={slots[key]?.value} reader={reader} />
          </dd>
        </div>
      ))}
      {reopenRequestedAt === null ? null : (
        <div>
          <dt>Asks to reopen</dt>
          <dd>
            <Moment reader={reader} at={reopenRequestedAt} />
          </dd>
        </div>
      )}
      {participant.events === 0 ? null : (
        <div>
          <dt>Last wrote</dt>
          <dd>
            <Moment reader={reader} at={lastEventAt} />
          </dd>
        </div>
      )}
      {lastReceivedAt === null ? null : (
        <div>
          <dt>Last confirmed</dt>
          <dd>
            <Moment reader={reader} at={lastReceivedAt} />
          </dd>
        </div>
      )}
    </dl>
  )
}

type SlotProps = { readonly name: string; readonly value: unknown; readonly reader: Reader }

const SlotValue = ({ name, value, reader }: SlotProps) => {
  const due = name === 'next-update' ? Instant.safeParse(value).data : undefined
  if (due !== undefined)
    return (
      <>
        <Moment reader={reader} at={due} />
        {millisOf(due) < millisOf(reader.now) ? (
          <span class="warning"> was promised, and is over</span>
        ) : null}
      </>
    )
  if (name === 'work-state') return <>{wordFor(WORK_STATE_WORDS, value)}</>
  return <Value value={typeof value === 'number' ? String(value) : value} />
}
