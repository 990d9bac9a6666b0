// Who is told next, and when: one step after another, each to the first of those in turn who was not told yet; whoever is quiet is told
// when the quiet hours end, unless it is grave. In: what was told, who is in turn now, how long an answer may take. Out: the next act. It
// ends with everybody told, or nobody to tell: never with a wait that has no end.
import { type Instant, millisOf, plusMillis } from '../kernel/instant.ts'
import type { SharedLevel } from '../severity/scale.ts'
import { type Person, quietUntil } from '../support/person.ts'
import type { DutyStep } from '../support/duty-order.ts'

/** One step of an alert that was made. */
export type Step = {
  readonly step: number
  /** Null where no person was known and only a team's pager was told. */
  readonly person: string | null
  readonly at: Instant
  /** `reached`: some channel took it. `lost`: every channel gave up. */
  readonly word: 'trying' | 'reached' | 'lost'
}

export type Rung = { readonly id: string; readonly quietHours: Person['quietHours'] }

export type LadderInput = {
  readonly level: SharedLevel
  readonly from: Instant
  readonly steps: readonly Step[]
  readonly rungs: readonly Rung[]
  /** Milliseconds that each has to answer. */
  readonly answerMillis: number
  /** Whether a channel tells a team, so that it needs no person. */
  readonly hasTeam: boolean
}

export type NextAct =
  | { readonly do: 'tell'; readonly step: number; readonly person: string | null }
  | { readonly do: 'hold'; readonly person: string; readonly until: Instant }
  | { readonly do: 'wait'; readonly until: Instant }
  | { readonly do: 'end'; readonly word: 'unanswered' | 'unreached' }

/** More people than this are not told about one cause. */
export const MAX_STEPS = 12
/** Quiet hours hold a step at most so long: they end some time. */
export const MAX_HOLD_MILLIS = 24 * 60 * 60 * 1000

/** Those that a cause is for. Whoever only owns communication gets digests and is never told. */
export function rungsFor(
  people: readonly { readonly id: string; readonly as: DutyStep['as']; readonly person: Person }[],
  whom: 'duty' | 'managers',
): Rung[] {
  const told = people.filter(({ person: { roles } }) =>
    roles.some((role) => role !== 'communication-owner'),
  )
  const managers = told.filter(({ as }) => as === 'escalation')
  const turn = whom === 'managers' && managers.length > 0 ? managers : told
  return turn.map(({ id, person }) => ({ id, quietHours: person.quietHours }))
}

export function nextAct(ladder: LadderInput, at: Instant): NextAct {
  const { steps, rungs, answerMillis, hasTeam, from } = ladder
  const last = steps.at(-1)
  const due = last ? afterStep(last, answerMillis) : from
  if (millisOf(at) < millisOf(due)) return { do: 'wait', until: due }
  const told = new Set(steps.map(({ person }) => person))
  const next = rungs.find(({ id }) => !told.has(id))
  if (next === undefined || steps.length >= MAX_STEPS)
    return steps.length === 0 && hasTeam
      ? { do: 'tell', step: 0, person: null }
      : { do: 'end', word: endOf(steps) }
  const until = heldUntil(ladder, next, due, at)
  if (until !== null) return { do: 'hold', person: next.id, until }
  return { do: 'tell', step: steps.length, person: next.id }
}

/** A step that nobody can have received does not wait for an answer. */
const afterStep = ({ at, word }: Step, answerMillis: number): Instant =>
  word === 'lost' ? at : plusMillis(at, answerMillis)

const endOf = (steps: readonly Step[]): 'unanswered' | 'unreached' =>
  steps.some(({ word }) => word !== 'lost') ? 'unanswered' : 'unreached'

function heldUntil(
  { level }: LadderInput,
  { quietHours }: Rung,
  due: Instant,
  at: Instant,
): Instant | null {
  const quiet = quietUntil(quietHours, level, at)
  const latest = plusMillis(due, MAX_HOLD_MILLIS)
  if (quiet === null || at >= latest) return null
  return quiet < latest ? quiet : latest
}
