// Which level of the receiver's scheme a case is sent with (P6, P9, P10): rule P6 around what the customer's plan lacks and around
// duties that nobody took on. In: the receiver's mapping, a shared level, the circumstances. Out: the level, why it is another one
// than the rule alone would give, the duties that are still open, an alarm when it is milder, and warnings. Never silently milder.
import { Refusal } from '../kernel/refusal.ts'
import { type Channel, figuresOf, type Figures } from './coverage.ts'
import { foldText } from './label.ts'
import { type Hours, type LevelDuty, levelDutiesOf } from './level-duties.ts'
import type { Mapping } from './mapping-document.ts'
import { type Projection, toNative } from './mapping.ts'
import type { SharedLevel } from './scale.ts'
import type { Scheme, SchemeLevel } from './scheme.ts'

export type Circumstances = {
  /** The customer's plan at the receiver, as the receiver names it; null where nobody knows. */
  readonly plan: string | null
  /** Whether a contact who can be reached round the clock was named. */
  readonly contact: 'given' | 'none'
  /** `promised`: somebody will call, and the level waits for it. `none`: nobody does, and levels that need a call are out. */
  readonly phone: 'made' | 'promised' | 'none'
  /** Further codes that the customer is not entitled to. */
  readonly excluded?: readonly string[]
  /** How the case goes over when nobody calls. */
  readonly channel?: Exclude<Channel, 'phone'>
  /** Whether the receiver's business hours run. */
  readonly hours?: Hours
}

export type LimitReason = 'entitlement' | 'no-contact' | 'no-call'

/**
 * `business-hours`: level 1, and the receiver works on it in business hours only. `plan-unknown`: the scheme says nothing about
 * a plan of that name, so that no entitlement could be looked up.
 */
export type ProjectionWarning = 'business-hours' | 'plan-unknown'

export type SentLevel = Projection & {
  /** Why it is another level than the rounding rule alone would give; null where it is that one. */
  readonly reason: LimitReason | null
  /** Every level of the scheme that could not be used, the gravest first. */
  readonly ruledOut: readonly { readonly code: string; readonly why: LimitReason }[]
  readonly levelDuties: readonly LevelDuty[]
  /** Duties taken on and not yet met: the level waits for them. */
  readonly unmet: readonly LevelDuty[]
  /** It is milder than what was asked for: tell somebody, and use another channel as well. */
  readonly alarm: boolean
  readonly warnings: readonly ProjectionWarning[]
  readonly figures: Figures
}

/** Refuses `severity-code-unknown` for an excluded code that the scheme lacks, `severity-none-open` when no level is left. */
export function projectFor(
  mapping: Mapping,
  level: SharedLevel,
  circumstances: Circumstances,
): SentLevel | Refusal {
  const { scheme } = mapping
  const known = toNative(mapping, level, { excluded: circumstances.excluded ?? [] })
  if (known instanceof Refusal) return known
  const lacks = lackingIn(scheme, circumstances)
  const ruledOut = scheme.levels.flatMap((one) => {
    const why = whyNot(one, lacks, circumstances)
    return why === null ? [] : [{ code: one.code, why }]
  })
  const sent = toNative(mapping, level, { excluded: ruledOut.map(({ code }) => code) })
  if (sent instanceof Refusal) return sent
  const byRule = toNative(mapping, level).code
  return {
    ...sent,
    reason: ruledOut.find(({ code }) => code === byRule)?.why ?? null,
    ruledOut,
    alarm: sent.result === 'down',
    ...consequencesOf(scheme, sent, circumstances),
  }
}

/** Codes that the plan cannot open. */
function lackingIn(
  { planLimits }: Scheme,
  { plan, excluded = [] }: Circumstances,
): ReadonlySet<string> {
  const limits = (planLimits ?? []).filter(
    (limit) => plan !== null && foldText(limit.plan) === foldText(plan),
  )
  return new Set([...excluded, ...limits.flatMap(({ lacks }) => lacks)])
}

function whyNot(
  level: SchemeLevel,
  lacks: ReadonlySet<string>,
  { contact, phone, hours }: Circumstances,
): LimitReason | null {
  if (lacks.has(level.code)) return 'entitlement'
  const duties = levelDutiesOf(level, hours)
  if (duties.includes('contact') && contact === 'none') return 'no-contact'
  return duties.includes('call') && phone === 'none' ? 'no-call' : null
}

function consequencesOf(
  scheme: Scheme,
  sent: Projection,
  { plan, phone, hours, channel = 'api' }: Circumstances,
): Pick<SentLevel, 'levelDuties' | 'unmet' | 'warnings' | 'figures'> {
  const level = scheme.levels.find(({ code }) => code === sent.code)
  if (!level) throw new Error(`${scheme.id} has no level ${sent.code}`)
  const figures = figuresOf(level, { plan, channel: phone === 'made' ? 'phone' : channel })
  const levelDuties = levelDutiesOf(level, hours)
  const isLate = sent.level === 1 && figures.coverage === 'business'
  return {
    levelDuties,
    unmet: levelDuties.filter((duty) => duty === 'call' && phone !== 'made'),
    warnings: [
      ...(isLate ? (['business-hours'] as const) : []),
      ...(plan !== null && !plansOf(scheme).has(foldText(plan)) ? (['plan-unknown'] as const) : []),
    ],
    figures,
  }
}

/** Every plan that a scheme names anywhere, folded. */
function plansOf({ planLimits = [], levels }: Scheme): ReadonlySet<string> {
  const named = levels.flatMap(({ plan, otherPlans = [] }) => [
    ...(plan === undefined ? [] : [plan]),
    ...otherPlans.map((other) => other.plan),
  ])
  return new Set([...planLimits.map(({ plan }) => plan), ...named].map(foldText))
}
