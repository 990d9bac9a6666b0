// Whom of ours to tell, one after another: who is on duty, who has the next shift, then those the rota escalates to. Somebody is named at
// any hour at which a rota covers the matter, open or not. In: our profile, our rotas, an instant, what it is about. Out: ids of people
// in order, each once, with what each is there for.
import type { Instant } from '../kernel/instant.ts'
import { onDuty, type Rota } from './rota.ts'
import type { SupportProfile } from './support-profile.ts'
import { type Concern, coversConcern, rotaFor, whoAnswers } from './who-answers.ts'

export type DutyStep = {
  readonly person: string
  readonly as: 'on-duty' | 'next' | 'escalation'
}

export type DutyOrder = {
  readonly rota: string
  /** When the next shift begins. */
  readonly until: Instant
  readonly steps: readonly DutyStep[]
}

const boundTo = ({ region, products, levels }: Rota): number =>
  (products ? 4 : 0) + (levels ? 2 : 0) + (region ? 1 : 0)

/** The most specific first; otherwise as they came. */
export const mostSpecificFirst = (rotas: readonly Rota[]): Rota[] =>
  rotas.toSorted((a, b) => boundTo(b) - boundTo(a))

/** Null where no rota covers the matter. */
export function dutyOrder(
  profile: SupportProfile | null,
  rotas: readonly Rota[],
  at: Instant,
  concern: Concern = {},
): DutyOrder | null {
  const rota = rotaInForce(profile, mostSpecificFirst(rotas), at, concern)
  if (rota === undefined) return null
  const { person, until, next } = onDuty(rota, at)
  const steps: DutyStep[] = [
    { person, as: 'on-duty' },
    { person: next.person, as: 'next' },
    ...rota.escalateTo.map((id) => ({ person: id, as: 'escalation' }) as const),
  ]
  const isFirst = (step: DutyStep, place: number): boolean =>
    steps.findIndex((other) => other.person === step.person) === place
  return { rota: rota.id, until, steps: steps.filter(isFirst) }
}

/** Of the region that answers now; while all are closed one of no region, then of the region that opens next, then any. */
function rotaInForce(
  profile: SupportProfile | null,
  rotas: readonly Rota[],
  at: Instant,
  concern: Concern,
): Rota | undefined {
  const answers = profile && whoAnswers(profile, [], at, concern)
  const open = answers?.now && rotaFor(rotas, answers.now.region, concern)
  if (open) return open
  const covering = rotas.filter((rota) => coversConcern(rota, concern))
  return (
    covering.find(({ region }) => region === undefined) ??
    (answers?.next ? rotaFor(covering, answers.next.region, concern) : undefined) ??
    covering[0]
  )
}
