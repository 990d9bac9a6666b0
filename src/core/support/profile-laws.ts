// What a support profile must satisfy before anybody relies on it: every name it uses is its own, nothing is named twice, calendars
// keep their laws, and a milder level is never due before a graver one. In: any value. Out: the profile, or a refusal with the
// path of the field and a sentence that names what is at fault. Nothing is repaired.
import { Refusal } from '../kernel/refusal.ts'
import { calendarFault, type Fault } from './calendar-laws.ts'
import { orderFault } from './order-law.ts'
import { SupportProfile, type Target } from './support-profile.ts'

type Law = (profile: SupportProfile) => Fault | null

/** Two targets with the same key would answer the same question. */
const keyOf = ({ clock, level, plan, channel, product }: Target): string =>
  JSON.stringify([clock, level, plan ?? null, channel ?? null, product ?? null])

/** The first of the names that came before. */
function twice(names: readonly string[], fieldOf: (i: number) => string): Fault | null {
  const at = names.findIndex((name, i) => names.indexOf(name) < i)
  return at < 0 ? null : { detail: `"${names[at] ?? ''}" is there already.`, field: fieldOf(at) }
}

const namesAreApart: Law = ({ calendars, regions, plans, products = [], targets }) =>
  twice(
    calendars.map(({ id }) => id),
    (i) => `calendars.${i}.id`,
  ) ??
  twice(
    regions.map(({ id }) => id),
    (i) => `regions.${i}.id`,
  ) ??
  twice(
    plans.map(({ id }) => id),
    (i) => `plans.${i}.id`,
  ) ??
  twice(
    products.map(({ code }) => code),
    (i) => `products.${i}.code`,
  ) ??
  twice(targets.map(keyOf), (i) => `targets.${i}`)

const calendarsHold: Law = ({ calendars }) => {
  for (const [i, calendar] of calendars.entries()) {
    const fault = calendarFault(calendar)
    if (fault) return { detail: fault.detail, field: `calendars.${i}.${fault.field}` }
  }
  return null
}

/** Every use of a name: what it should name, the name, and where it stands. */
function namesUsed(profile: SupportProfile): readonly (readonly [Kind, string, string])[] {
  const { regions, products = [], targets } = profile
  return [
    ...regions.map(({ calendar }, i) => ['calendar', calendar, `regions.${i}.calendar`] as const),
    ...products.flatMap(({ regions: ids = [] }, i) =>
      ids.map((id, k) => ['region', id, `products.${i}.regions.${k}`] as const),
    ),
    ...targets.flatMap(({ calendar, plan, product }, i) => [
      ...(calendar === undefined ? [] : [['calendar', calendar, `targets.${i}.calendar`] as const]),
      ...(plan === undefined ? [] : [['plan', plan, `targets.${i}.plan`] as const]),
      ...(product === undefined ? [] : [['product', product, `targets.${i}.product`] as const]),
    ]),
  ]
}

type Kind = 'calendar' | 'region' | 'plan' | 'product'

const namesResolve: Law = (profile) => {
  const own: Readonly<Record<Kind, ReadonlySet<string>>> = {
    calendar: new Set(profile.calendars.map(({ id }) => id)),
    region: new Set(profile.regions.map(({ id }) => id)),
    plan: new Set(profile.plans.map(({ id }) => id)),
    product: new Set((profile.products ?? []).map(({ code }) => code)),
  }
  const stranger = namesUsed(profile).find(([kind, name]) => !own[kind].has(name))
  if (!stranger) return null
  const [kind, name, field] = stranger
  return { detail: `The profile has no ${kind} "${name}".`, field }
}

const calendarsBelong: Law = ({ targets }) => {
  const at = targets.findIndex(
    ({ within, calendar }) => 'minutes' in within === (calendar !== undefined),
  )
  const target = targets[at]
  if (!target) return null
  const detail =
    target.calendar === undefined
      ? 'Working minutes and business days need a calendar to pass on.'
      : 'Minutes pass at any hour: a calendar would change nothing.'
  return { detail, field: `targets.${at}.calendar` }
}

/** In this order: later laws rely on earlier ones. */
const LAWS: readonly Law[] = [
  namesAreApart,
  calendarsHold,
  namesResolve,
  calendarsBelong,
  orderFault,
]

/** Any value → a profile that keeps the laws, or `support-profile-invalid` with the path of the field (`targets.3.calendar`). */
export function parseSupportProfile(value: unknown): SupportProfile | Refusal {
  const parsed = SupportProfile.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const more = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
    const field = [...(issue?.path ?? []), ...more].join('.')
    const detail = `${field || 'document'}: ${issue?.message ?? ''}`
    return new Refusal('support-profile-invalid', detail, field)
  }
  for (const law of LAWS) {
    const fault = law(parsed.data)
    if (fault) return new Refusal('support-profile-invalid', fault.detail, fault.field)
  }
  return parsed.data
}
