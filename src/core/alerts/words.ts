// What an alert says: its cause in a few words, and the values for the placeholders of a template. References, names and figures only.
import type { Instant } from '../kernel/instant.ts'
import { type SharedLevel, WORDS } from '../severity/scale.ts'
import type { AlertCause, AlertKind } from './cause.ts'
import type { AlertValues } from './template.ts'

const CAUSES: Readonly<Record<AlertKind, string>> = {
  'engagement-requested': 'Your help is asked for',
  'level-raised': 'The severity was raised',
  'clock-warned': 'A clock runs out soon',
  'clock-breached': 'A clock ran out',
  'clock-reminded': 'A clock ran out some time ago',
  'escalation-raised': 'An escalation waits for your answer',
  'phone-unconfirmed': 'A hand-off by phone is not confirmed',
  'severity-gap': 'The severity is disputed',
  'partner-unreachable': 'A partner of a critical case cannot be reached',
}

export const causeWords = ({ kind, clock }: Pick<AlertCause, 'kind' | 'clock'>): string =>
  clock === null ? CAUSES[kind] : `${CAUSES[kind]}: ${clock}`

const NONE = '-'
const minuteOf = (at: Instant): string => `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`

export const levelWords = (level: SharedLevel): string => `${level} ${WORDS[level]}`

/** @param told names of what the cause names by ids */
export function valuesOf(
  cause: Pick<AlertCause, 'kind' | 'clock' | 'due' | 'level' | 'product'>,
  told: {
    readonly reference: string
    readonly link: string
    readonly minutes: number
    readonly partner: string | null
    readonly person: string | null
  },
): AlertValues {
  return {
    case: told.reference,
    cause: causeWords(cause),
    due: cause.due === null ? NONE : minuteOf(cause.due),
    level: levelWords(cause.level),
    link: told.link,
    minutes: `${told.minutes}`,
    partner: told.partner ?? NONE,
    person: told.person ?? 'To whoever is on duty',
    product: cause.product ?? NONE,
  }
}
