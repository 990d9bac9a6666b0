// What asking a partner would mean, before anything is sent: the level in its words, what was rounded and why, duties to take on, how
// soon it promises to act, who answers there now. In: the hand-off as far as it is known. Out: all of it; nothing is written.
import { type Channel, CLOCKS } from '../../core/cases/registers.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import type { SupportProfile } from '../../core/support/support-profile.ts'
import { type FoundTarget, targetFor } from '../../core/support/target.ts'
import { currentSupport } from '../duty/support-profile-of.ts'
import { type FoundAnswer, findWhoAnswers } from '../duty/who-answers.ts'
import { resolvePartner } from '../members/resolve-partner.ts'
import type { Deps } from '../ports.ts'
import { resolveSeverity, type SeverityInput } from './resolve-severity.ts'
import { levelFor, type SentReport, type Terms } from './send-level.ts'

export type PreviewedTarget = Omit<FoundTarget, 'calendar'> & {
  readonly clock: (typeof CLOCKS)[number]
  /** The calendar it runs on, by its id; null where it runs round the clock. */
  readonly calendar: string | null
}

export type EngagementPreview = {
  readonly report: SentReport
  readonly targets: readonly PreviewedTarget[]
  readonly answers: FoundAnswer
}

/** Refuses what `resolveSeverity` and `resolvePartner` refuse, and `severity-none-open`. */
export async function previewEngagement(
  deps: Deps,
  member: MemberId,
  { severity, ...terms }: Terms & { readonly severity: SeverityInput },
): Promise<EngagementPreview | Refusal> {
  if (terms.partner === member) return new Refusal('target-is-self', undefined, 'partner')
  const claim = await resolveSeverity(deps, member, severity)
  if (claim instanceof Refusal) return claim
  const resolved = await resolvePartner(deps, member, terms.partner)
  if (resolved instanceof Refusal) return new Refusal(resolved.code, resolved.detail, 'partner')
  const report = await levelFor(deps, member, claim.level, terms)
  if (report instanceof Refusal) return report
  const support = await currentSupport(deps, member, terms.partner)
  const level = report.sent?.level ?? claim.level
  const { product } = terms
  const concern = { level, ...(product === undefined ? {} : { product }) }
  const answers = await findWhoAnswers(deps, member, terms.partner, { concern, nameOurs: false })
  if (answers instanceof Refusal) return new Refusal(answers.code, answers.detail, 'partner')
  return { report, targets: targetsOf(support?.profile ?? null, level, terms), answers }
}

/** Clocks run on the level as the partner has it. */
function targetsOf(
  profile: SupportProfile | null,
  level: SharedLevel,
  { plan, product, channel = 'api', phone }: Terms,
): PreviewedTarget[] {
  const bound = { plan: plan ?? null, product: product ?? null }
  const by: Channel = phone === undefined ? channel : 'phone'
  return CLOCKS.flatMap((clock) => {
    const found = targetFor(profile, { clock, level, channel: by, ...bound })
    return found === null ? [] : [{ ...found, clock, calendar: found.calendar?.id ?? null }]
  })
}
