// What tests of clocks share: a case with one engagement as plain data, its moments written by hand.
import type { CaseState, Engagement, Participant } from '../../../src/core/cases/case.ts'
import type { Clock } from '../../../src/core/cases/registers.ts'
import { clocksOf, type EngagementClock } from '../../../src/core/clocks/clocks.ts'
import { SupportProfile } from '../../../src/core/support/support-profile.ts'
import { beginning, idOf, memberOf } from '../../kit/case-graph.ts'
import { engagementIn, stateOf } from '../../kit/case-given.ts'
import { profile } from '../support/kit.ts'

/** Monday 2026-03-23, 08:00 in Berlin. */
export const MONDAY = Date.parse('2026-03-23T07:00:00Z') / 1000
export const at = (hours: number): number => MONDAY + hours * 3600
export const mark = (seconds: number) => ({ event: idOf('X1'), at: seconds })

const graph = beginning()
const STATE = stateOf(graph)
const ENGAGEMENT = engagementIn(graph, 'A2')
export const US = memberOf('B')
export const ASKER = memberOf('A')

/** Asked on Monday at 8, Berlin time; accepted half an hour later where nothing else is said. */
export const engagement = (change: Partial<Engagement> = {}): Engagement => ({
  ...ENGAGEMENT,
  requested: mark(MONDAY),
  accepted: mark(at(0.5)),
  ...change,
})

export const claim = (level: 1 | 2 | 3 | 4, seconds = MONDAY): Partial<Participant> => ({
  claim: {
    ...mark(seconds),
    level,
    native: null,
    mapping: null,
    reason: 'initial',
    unseen: false,
  },
})

export function caseWith(
  e: Engagement,
  {
    us = {},
    asker = claim(1),
    ...change
  }: Partial<CaseState> & { us?: Partial<Participant>; asker?: Partial<Participant> } = {},
): CaseState {
  const [A, B] = [STATE.participants[ASKER], STATE.participants[US]]
  if (!A || !B) throw new Error('nobody takes part')
  return {
    ...STATE,
    product: { code: 'array', version: null },
    engagements: { ...STATE.engagements, [e.id]: e },
    participants: { ...STATE.participants, [ASKER]: { ...A, ...asker }, [US]: { ...B, ...us } },
    ...change,
  }
}

/** Level 1 round the clock; level 2 in Berlin's hours; level 3 the next business day. */
export const PROFILE = SupportProfile.parse(
  profile({
    targets: [
      { clock: 'accept', level: 1, within: { minutes: 60 } },
      { clock: 'next-update', level: 1, within: { minutes: 120 } },
      { clock: 'workaround', level: 1, within: { minutes: 240 } },
      { clock: 'resolve', level: 1, within: { minutes: 480 } },
      { clock: 'resolve', level: 1, plan: 'gold', within: { minutes: 240 } },
      { clock: 'resolve', level: 2, within: { workingMinutes: 480 }, calendar: 'berlin' },
      { clock: 'resolve', level: 3, within: { businessDays: 1 }, calendar: 'berlin' },
    ],
  }),
)

export function clockIn(s: CaseState, e: Engagement, clock: Clock, now: number): EngagementClock {
  const found = clocksOf(s, e, { profile: PROFILE, now }).find((one) => one.clock === clock)
  if (!found) throw new Error(`there is no clock ${clock}`)
  return found
}
