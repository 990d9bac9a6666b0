// When a clock stands still, and why (D31): its owner paused it, the owner's question waits for an answer, the level asks for a call or a contact first,
// or the case was closed. Holds overlap as they may; what they cost is counted once.
import type { CaseState, Engagement } from '../cases/case.ts'
import type { Clock, LevelDuty, Pause } from '../cases/registers.ts'
import { closings } from './attribution.ts'

/** Seconds since 1970; no end while it lasts. */
export type Hold = {
  readonly from: number
  readonly until: number | null
  readonly reason: Pause['reason'] | 'case-closed'
}

const DUTY_REASON = { call: 'awaiting-call', contact: 'awaiting-contact' } as const

/** What holds one clock of an engagement, in order of its beginning. An unmet level duty holds every clock but the first. */
export function holdsOf(s: CaseState, e: Engagement, clock: Clock, start: number): Hold[] {
  const duties = clock === 'acknowledge' ? [] : Object.entries(e.levelDuties ?? {})
  const holds: Hold[] = [
    ...duties.map(([duty, met]) => ({
      from: e.requested.at,
      until: met?.at ?? null,
      reason: DUTY_REASON[duty as LevelDuty],
    })),
    ...e.questions.map(({ at, answered }) => ({
      from: at,
      until: answered?.at ?? null,
      reason: 'waiting-for-requester' as const,
    })),
    ...Object.values(e.pauses ?? {})
      .filter((pause) => pause.clock === 'all' || pause.clock === clock)
      .map(({ at, until, reason }) => ({ from: at, until, reason })),
    ...closings(s, Infinity).map(([from, until]) => ({
      from,
      until: until === Infinity ? null : until,
      reason: 'case-closed' as const,
    })),
  ]
  return holds
    .map((hold) => ({ ...hold, from: Math.max(hold.from, start) }))
    .filter(({ from, until }) => until === null || until > from)
    .toSorted((a, b) => a.from - b.from)
}

/** The same time as spans that neither meet nor overlap. */
export function mergedHolds(holds: readonly Hold[]): (readonly [from: number, until: number])[] {
  const merged: [number, number][] = []
  for (const { from, until } of holds) {
    const last = merged.at(-1)
    const end = until ?? Infinity
    if (last && from <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([from, end])
  }
  return merged
}
