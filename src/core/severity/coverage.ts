// What a plan gets at a level (P9): round the clock or business hours, and the published first response. The level stays, the clock
// differs. In: a level, the plan, how the case came, what happened since. Out: the figures that hold, and what they still wait for.
import { foldText } from './label.ts'
import type { SchemeLevel } from './scheme.ts'

export type Channel = 'api' | 'web' | 'phone'

export type CoverageQuestion = {
  /** The plan as the vendor names it; null: unknown, then the figures of the level's main plan are shown under its name. */
  readonly plan: string | null
  readonly channel: Channel
  /** What happened that a figure may wait for. */
  readonly met?: readonly ('escalated' | 'vendor-sets-level')[]
}

export type Figures = {
  /** The plan that the figures belong to; null where the scheme does not say. */
  readonly plan: string | null
  /** `given`: those of the plan asked for. `main`: no plan was named. `none`: the scheme says nothing of that plan. */
  readonly source: 'given' | 'main' | 'none'
  readonly coverage: '24x7' | 'business' | null
  /** Null also while `waitsFor` says what has to happen first. */
  readonly response: SchemeLevel['response'] | null
  readonly waitsFor: readonly ('phoned' | 'escalated' | 'vendor-sets-level')[]
}

type Published = Pick<SchemeLevel, 'coverage' | 'coverageWhen' | 'response' | 'responseWhen'>

/** The figures of one level for one plan. Nothing is taken from another plan's line. */
export function figuresOf(level: SchemeLevel, question: CoverageQuestion): Figures {
  const { plan } = question
  if (plan === null)
    return { plan: level.plan ?? null, source: 'main', ...holding(level, question) }
  const isNamed = (name: string | undefined): boolean =>
    name !== undefined && foldText(name) === foldText(plan)
  const found = isNamed(level.plan) ? level : level.otherPlans?.find((other) => isNamed(other.plan))
  if (!found) return { plan, source: 'none', coverage: null, response: null, waitsFor: [] }
  return { plan: found.plan ?? plan, source: 'given', ...holding(found, question) }
}

function holding(
  { coverage, coverageWhen, response, responseWhen }: Published,
  { channel, met = [] }: CoverageQuestion,
): Pick<Figures, 'coverage' | 'response' | 'waitsFor'> {
  const waitsForPhone = coverageWhen !== undefined && channel !== 'phone'
  const waitsForEvent = responseWhen !== undefined && !met.includes(responseWhen)
  return {
    coverage: waitsForPhone ? 'business' : (coverage ?? null),
    response: waitsForEvent ? null : (response ?? null),
    waitsFor: [...(waitsForPhone ? [coverageWhen] : []), ...(waitsForEvent ? [responseWhen] : [])],
  }
}
