// What a clock reached and when it reaches the next: warned, breached, reminded. In: clocks as they stand at a moment. Out: the stages that are behind it,
// and the first moment ahead at which something changes by itself.
import type { Clock } from '../cases/registers.ts'
import type { EngagementClock } from './clocks.ts'

export const STAGES = ['warned', 'breached', 'reminded'] as const
export type ClockStage = (typeof STAGES)[number]

/** Seconds since 1970. One per clock, stage and due: whoever carries it out may do so once. */
export type Reached = {
  readonly clock: Clock
  readonly stage: ClockStage
  readonly due: number
  readonly at: number
}

/** What is behind a clock. One that stopped in time was warned of for nothing; one that stopped late was breached all the same. */
export function stagesOf(clock: EngagementClock, now: number): Reached[] {
  const { dueAt, stopped } = clock
  if (dueAt === null) return []
  const at = (stage: ClockStage, moment: number | null): Reached[] =>
    moment !== null && moment <= now ? [{ clock: clock.clock, stage, due: dueAt, at: moment }] : []
  if (stopped) return clock.word === 'breached' ? at('breached', dueAt) : []
  return [
    ...at('warned', clock.warnAt),
    ...at('breached', dueAt),
    ...at('reminded', clock.remindAt),
  ]
}

/** When one of the clocks changes by itself, after `now`; null when none will. */
export function nextChange(clocks: readonly EngagementClock[], now: number): number | null {
  const ahead = clocks
    .filter(({ stopped }) => stopped === null)
    .flatMap(({ warnAt, dueAt, remindAt }) => [warnAt, dueAt, remindAt])
    .filter((at) => at !== null && at > now)
  return ahead.length === 0 ? null : Math.min(...(ahead as number[]))
}
