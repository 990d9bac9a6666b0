// Which level a partner is asked with, in its own words (P6 to P10, D30): our claim against the scheme it publishes, the customer's plan,
// and the duties that come with the level. A duty that nobody spoke to is asked for; whatever is sent milder is said. Nothing is sent here.
import type { Invitation } from '../../core/cases/command.ts'
import type { Channel, LevelDuty, Projected } from '../../core/cases/registers.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal, type RefusalCode } from '../../core/kernel/refusal.ts'
import {
  type ProjectionWarning,
  projectFor,
  type SentLevel,
} from '../../core/severity/project-for.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import { currentSupport } from '../duty/support-profile-of.ts'
import { partnerScheme } from '../members/partner-scheme.ts'
import type { Deps } from '../ports.ts'

/** What is known of a hand-off before it is made. An absent answer to a duty means that nobody asked. */
export type Terms = {
  readonly partner: MemberId
  /** The support plan by the partner's own code. */
  readonly plan?: string
  readonly channel?: Exclude<Channel, 'phone'>
  readonly product?: string
  readonly levelDuties?: {
    /** Somebody who can be reached at any hour is named, will be, or there is nobody. */
    readonly contact?: 'given' | 'promised' | 'none'
    readonly call?: 'promised' | 'none'
  }
  /** The hand-off was made by phone, which is a call. */
  readonly phone?: object
}

/** What was sent, or would be. */
export type SentReport = {
  readonly partner: MemberId
  /** The level that is meant; null where we claim none, and then nothing is sent of it. */
  readonly level: SharedLevel | null
  /** In the partner's own words; null where it publishes no scheme that can be read. */
  readonly sent: SentLevel | null
  /** Why there is nothing in its own words. */
  readonly unknown: RefusalCode | null
  /** Duties of the level that nobody took on or turned down yet. */
  readonly unanswered: readonly LevelDuty[]
  /** Duties taken on and not met: the level waits for them. */
  readonly unmet: readonly LevelDuty[]
  readonly alarm: boolean
  readonly warnings: readonly ProjectionWarning[]
}

/** Never fails for a scheme that cannot be had: the case goes over with its shared level. Refuses `severity-none-open`. */
export async function levelFor(
  deps: Deps,
  member: MemberId,
  level: SharedLevel | null,
  terms: Terms,
): Promise<SentReport | Refusal> {
  const nothing = {
    partner: terms.partner,
    level,
    sent: null,
    unanswered: [],
    unmet: [],
    alarm: false,
    warnings: [],
  }
  if (level === null) return { ...nothing, unknown: null }
  const mapping = await partnerScheme(deps, member, terms.partner)
  if (mapping instanceof Refusal) return { ...nothing, unknown: mapping.code }
  const { contact, call } = terms.levelDuties ?? {}
  const isByPhone = terms.phone !== undefined
  // A duty nobody spoke to is taken for taken on: then the level shows whether it has to be asked for.
  const sent = projectFor(mapping, level, {
    plan: terms.plan ?? null,
    contact: contact === 'none' ? 'none' : 'given',
    phone: isByPhone ? 'made' : (call ?? 'promised'),
    ...(terms.channel === undefined ? {} : { channel: terms.channel }),
  })
  if (sent instanceof Refusal) return sent
  const answers = { contact, call: isByPhone ? 'made' : call }
  return {
    ...nothing,
    sent,
    unknown: null,
    unanswered: sent.levelDuties.filter((duty) => answers[duty] === undefined),
    unmet: sent.levelDuties.filter((duty) => answers[duty] === 'promised'),
    alarm: sent.alarm,
    warnings: sent.warnings,
  }
}

/** What the invitation says of it. Refuses `level-duty-unmet` with the field that answers it. */
export async function sendLevel(
  deps: Deps,
  member: MemberId,
  level: SharedLevel | null,
  terms: Terms,
  path: string,
): Promise<{ readonly report: SentReport; readonly said: Said } | Refusal> {
  const report = await levelFor(deps, member, level, terms)
  if (report instanceof Refusal) return report
  const [duty] = report.unanswered
  if (duty !== undefined)
    return new Refusal('level-duty-unmet', ASKED[duty], `${path}levelDuties.${duty}`)
  const support = await currentSupport(deps, member, terms.partner)
  return {
    report,
    said: {
      plan: terms.plan ?? null,
      channel: terms.phone === undefined ? (terms.channel ?? 'api') : 'phone',
      support: support?.digest ?? null,
      projected: projectedOf(report),
      levelDuties: report.unmet,
    },
  }
}

type Said = Pick<Invitation, 'plan' | 'channel' | 'support' | 'projected' | 'levelDuties'>

const ASKED: Readonly<Record<LevelDuty, string>> = {
  call: 'The partner works on this level once somebody called: say that somebody will, hand over by phone, or say that nobody will.',
  contact:
    'The partner works on this level while somebody can be reached at any hour: name that contact, promise one, or say that there is none.',
}

function projectedOf({ sent }: SentReport): Projected | null {
  if (sent === null) return null
  const { scheme, code, result, reason } = sent
  return { scheme: scheme.id, version: scheme.version, code, rounded: result, reason }
}
