// Small marked words: how a case stands, how grave it is, how far a key is trusted. A colour never stands without its word.
import type { Child } from 'hono/jsx'
import type { Standing, Status } from '../../../core/cases/case.ts'
import type { Stage, Trust } from '../../../core/cases/consequences.ts'
import type { SharedLevel } from '../../../core/severity/scale.ts'
import { STAGE_WORDS, STANDING_WORDS, STATUS_WORDS, TRUST_WORDS } from '../labels.ts'
import { LEVEL_WORDS } from '../words.ts'

type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'plain'

export const Chip = ({
  tone = 'plain',
  title,
  children,
}: {
  readonly tone?: Tone
  readonly title?: string
  readonly children: Child
}) => (
  <span class={`chip ${tone}`} title={title}>
    {children}
  </span>
)

const STATUS_TONES = {
  open: 'busy',
  closed: 'plain',
  'closed-contested': 'warn',
} as const satisfies Record<Status, Tone>

/** While the case is not shared, that comes first. */
export const StatusChip = ({
  status,
  stage,
}: {
  readonly status: Status
  readonly stage: Stage
}) =>
  stage === 'shared' ? (
    <Chip tone={STATUS_TONES[status]}>{STATUS_WORDS[status]}</Chip>
  ) : (
    <Chip tone="warn">{STAGE_WORDS[stage]}</Chip>
  )

const STANDING_TONES = {
  requested: 'warn',
  accepted: 'good',
  declined: 'plain',
  withdrawn: 'plain',
  lapsed: 'plain',
  left: 'plain',
  removed: 'plain',
} as const satisfies Record<Standing, Tone>

export const StandingChip = ({ standing }: { readonly standing: Standing }) => (
  <Chip tone={STANDING_TONES[standing]}>{STANDING_WORDS[standing]}</Chip>
)

/** The word, and four bars of which the gravest level fills all. */
export const Level = ({ level }: { readonly level: SharedLevel }) => (
  <span class={`level level-${level}`}>
    <span class="bars" aria-hidden="true">
      {[4, 3, 2, 1].map((bar) => (
        <i class={bar >= level ? 'on' : 'off'} />
      ))}
    </span>
    {LEVEL_WORDS[level]}
  </span>
)

export const TestChip = () => (
  <Chip tone="plain" title="A test: nobody is alerted">
    Test
  </Chip>
)

/** What can be relied on needs a small mark; what cannot, a word. */
export const TrustChip = ({ trust }: { readonly trust: Trust }) => {
  const { short, long } = TRUST_WORDS[trust]
  if (trust === 'not-vouched' || trust === 'revoked')
    return (
      <Chip tone={trust === 'revoked' ? 'bad' : 'warn'} title={long}>
        {short}
      </Chip>
    )
  return (
    <span class="trusted" title={long}>
      <span aria-hidden="true">✓</span>
      <span class="hidden">{short}</span>
    </span>
  )
}
