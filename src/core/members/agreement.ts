// What we agreed with a partner, held here and nowhere else (D4): whether it may ask us into a case, for which products, up to
// which severity and how often. A chain authenticates; this authorises. It judges asks, never events of a case already shared.
import { z } from 'zod'
import { MemberId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isGraver, SharedLevel, WORDS } from '../severity/scale.ts'

const Rate = z.int().positive().max(100_000)

export const Agreement = z.strictObject({
  partner: MemberId,
  /** `ask`: a person of ours answers each engagement. `never`: refused at once. */
  mayEngage: z.enum(['ask', 'never']),
  /** Product codes as we publish them. */
  products: z.union([z.literal('all'), z.array(z.string().min(1).max(80)).max(1000)]),
  /** The gravest shared level it may ask for. */
  upTo: SharedLevel,
  /** Engagements per rolling hour and day; null where none is agreed. */
  perHour: Rate.nullable(),
  perDay: Rate.nullable(),
  /** What is accepted without a person: nothing, in this version. */
  autoAccept: z.literal('none'),
})
export type Agreement = z.infer<typeof Agreement>

/** What holds where nothing was agreed: a member in good standing may ask, about anything; a person answers. */
export const defaultAgreement = (partner: MemberId): Agreement => ({
  partner,
  mayEngage: 'ask',
  products: 'all',
  upTo: 1,
  perHour: null,
  perDay: null,
  autoAccept: 'none',
})

export type Ask = {
  /** Codes of the products it is about; none named is covered only by an agreement on all. */
  readonly products: readonly string[]
  /** Null where nobody named a severity we understand: covered only by an agreement up to the gravest. */
  readonly level: SharedLevel | null
}

/** Engagements this partner asked for before this one, within the last hour and the last 24 hours. */
export type RecentCount = { readonly hour: number; readonly day: number }

/** Does the agreement allow this ask? The first point that it does not, or undefined. */
export function judgeEngagement(
  agreement: Agreement,
  ask: Ask,
  recent: RecentCount,
): Refusal | undefined {
  if (agreement.mayEngage === 'never') return new Refusal('engagement-not-agreed')
  return (
    judgeProducts(agreement, ask) ?? judgeSeverity(agreement, ask) ?? judgeRate(agreement, recent)
  )
}

function judgeProducts({ products: agreed }: Agreement, { products }: Ask): Refusal | undefined {
  if (agreed === 'all') return undefined
  if (products.length === 0) return new Refusal('product-not-agreed', 'no product was named')
  const missing = products.find((product) => !agreed.includes(product))
  return missing === undefined
    ? undefined
    : new Refusal('product-not-agreed', `the agreement does not cover ${missing}`)
}

function judgeSeverity({ upTo }: Agreement, { level }: Ask): Refusal | undefined {
  if (!isGraver(level ?? 1, upTo)) return undefined
  return new Refusal('severity-not-agreed', `agreed up to ${upTo} (${WORDS[upTo]})`)
}

function judgeRate(
  { perHour, perDay }: Agreement,
  { hour, day }: RecentCount,
): Refusal | undefined {
  if (perHour !== null && hour >= perHour)
    return new Refusal('rate-not-agreed', `agreed are ${perHour} an hour`)
  if (perDay !== null && day >= perDay)
    return new Refusal('rate-not-agreed', `agreed are ${perDay} a day`)
  return undefined
}
