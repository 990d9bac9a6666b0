// Who answers now, until when, and who then. In: a member's profile, an instant, and what it is about; for a
// member of ours its rotas too, so that a person can be named. Of several regions that are open the first listed answers.
import { type Instant, instantOf, millisOf } from '../kernel/instant.ts'
import type { SharedLevel } from '../severity/scale.ts'
import type { Calendar } from './calendar.ts'
import { onDuty, type Rota } from './rota.ts'
import { calendarOf, type Region, type SupportProfile } from './support-profile.ts'
import { isOpen, nextClosing, nextOpening } from './working-time.ts'

export type Concern = { readonly product?: string; readonly level?: SharedLevel }

export type Answerer = {
  readonly region: Pick<Region, 'id' | 'name'>
  /** Who of ours is on duty; null for a partner, or where no rota covers it. */
  readonly person: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly escalation: Region['escalation']
}

export type WhoAnswers = {
  /** Null while every region is closed. */
  readonly now: Answerer | null
  /** When that changes: a region closes or opens, or a person hands over. Null: never, or not within two years. */
  readonly until: Instant | null
  readonly next: (Answerer & { readonly from: Instant }) | null
  /** The number to call: of who answers now, else of who answers next. */
  readonly hotline: string | null
}

type Desk = { readonly region: Region; readonly calendar: Calendar }

/** The regions that answer for a product, in the order of the profile. A product that is not listed is answered for by all. */
function desksOf(profile: SupportProfile, product: string | undefined): Desk[] {
  const bound = profile.products?.find(({ code }) => code === product)?.regions
  return profile.regions.flatMap((region) => {
    const calendar = calendarOf(profile, region.calendar)
    const answers = bound === undefined || bound.includes(region.id)
    return answers && calendar !== null ? [{ region, calendar }] : []
  })
}

/** Whether a rota is for what it is about. One for certain products or levels covers nothing that is not named. */
export const coversConcern = ({ products, levels }: Rota, concern: Concern): boolean =>
  (products === undefined || products.some((code) => code === concern.product)) &&
  (levels === undefined || levels.some((level) => level === concern.level))

/** The first rota that covers a region and the concern. */
export const rotaFor = (
  rotas: readonly Rota[],
  { id }: Pick<Region, 'id'>,
  concern: Concern,
): Rota | undefined =>
  rotas.find((rota) => (rota.region ?? id) === id && coversConcern(rota, concern))

function answerer(
  { id, name, hotline, email, escalation }: Region,
  person: string | null,
): Answerer {
  return { region: { id, name }, person, phone: hotline ?? null, email: email ?? null, escalation }
}

const earliest = (moments: readonly (number | null | undefined)[]): number | null => {
  const known = moments.filter((moment) => moment !== null && moment !== undefined)
  return known.length === 0 ? null : Math.min(...known)
}

type Answer = { readonly now: Answerer | null; readonly until: number | null }

function answerAt(
  desks: readonly Desk[],
  rotas: readonly Rota[],
  at: number,
  concern: Concern,
): Answer {
  const place = desks.findIndex(({ calendar }) => isOpen(calendar, at))
  const desk = desks[place]
  const closed = desk ? desks.slice(0, place) : desks
  const openings = closed.map(({ calendar }) => nextOpening(calendar, at))
  if (desk === undefined) return { now: null, until: earliest(openings) }
  const rota = rotaFor(rotas, desk.region, concern)
  const duty = rota && onDuty(rota, instantOf(at))
  return {
    now: answerer(desk.region, duty?.person ?? null),
    until: earliest([...openings, nextClosing(desk.calendar, at), duty && millisOf(duty.until)]),
  }
}

/**
 * Who answers at an instant, until when, and who then.
 * @param rotas those of the member if it is one of ours; none for a partner: rotas are never shared
 */
export function whoAnswers(
  profile: SupportProfile,
  rotas: readonly Rota[],
  at: Instant,
  concern: Concern = {},
): WhoAnswers {
  const desks = desksOf(profile, concern.product)
  const { now, until } = answerAt(desks, rotas, millisOf(at), concern)
  const next = nextAnswer(desks, rotas, until, concern)
  return {
    now,
    until: until === null ? null : instantOf(until),
    next,
    hotline: now?.phone ?? next?.phone ?? null,
  }
}

/** Who answers from an instant on, or from the next opening where every desk is closed then. */
function nextAnswer(
  desks: readonly Desk[],
  rotas: readonly Rota[],
  from: number | null,
  concern: Concern,
): WhoAnswers['next'] {
  if (from === null) return null
  const { now, until } = answerAt(desks, rotas, from, concern)
  if (now !== null) return { ...now, from: instantOf(from) }
  return until === null ? null : nextAnswer(desks, rotas, until, concern)
}
