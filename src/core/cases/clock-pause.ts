// What a member states of its own clocks: that one stands still and why, that it runs again, that it ran out (D10d, D31). Whose clock
// it is writes it. Clocks never decide what an event does: a pause or a miss is a fact with an author, and colours figures.
import { z } from 'zod'
import { MAX_MISSED, MAX_PAUSES } from '../exchange/limits.ts'
import type { EngagementId, EventId } from '../kernel/id.ts'
import type { CaseState } from './case.ts'
import { engagementOf } from './case.ts'
import { amendEngagement, byInvitee, isWorked } from './engagement.ts'
import { eventRule } from './event.ts'
import { CLOCKS, type Pause, PAUSABLE, PAUSE_REASONS } from './registers.ts'
import { Event, Seconds } from './shapes.ts'

function pauseOf(s: CaseState, engagement: EngagementId, pause: EventId): Pause | undefined {
  const pauses = engagementOf(s, engagement)?.pauses
  return pauses && Object.hasOwn(pauses, pause) ? pauses[pause] : undefined
}

export const clockRules = {
  'clock-paused': eventRule({
    body: z.object({
      engagement: Event,
      clock: z.enum(PAUSABLE),
      reason: z.enum(PAUSE_REASONS),
    }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { engagement, clock }) => {
      const word = byInvitee(s, e, engagement) ?? isWorked(s, engagement)
      if (word) return word
      const pauses = Object.values(engagementOf(s, engagement)?.pauses ?? {})
      if (pauses.some((p) => p.until === null && p.clock === clock)) return 'unchanged'
      return pauses.length >= MAX_PAUSES ? 'limit-reached' : null
    },
    evolve: (s, e, { engagement, clock, reason }) =>
      amendEngagement(s, engagement, ({ pauses }) => ({
        pauses: { ...pauses, [e.id]: { at: e.at, clock, reason, until: null } },
      })),
  }),

  'clock-resumed': eventRule({
    body: z.object({ engagement: Event, pause: Event }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { engagement, pause }) => {
      const word = byInvitee(s, e, engagement)
      if (word) return word
      const found = pauseOf(s, engagement, pause)
      if (!found) return 'target-unknown'
      return found.until === null ? null : 'unchanged'
    },
    evolve: (s, e, { engagement, pause }) =>
      amendEngagement(s, engagement, ({ pauses }) => {
        const found = pauseOf(s, engagement, pause)
        return found ? { pauses: { ...pauses, [pause]: { ...found, until: e.at } } } : {}
      }),
  }),

  'clock-missed': eventRule({
    body: z.object({ engagement: Event, clock: z.enum(CLOCKS), due: Seconds }),
    slots: [],
    decision: true,
    judge: (s, e, { engagement, clock, due }) => {
      const word = byInvitee(s, e, engagement) ?? isWorked(s, engagement)
      if (word) return word
      if (e.at < due) return 'not-due-yet'
      const missed = engagementOf(s, engagement)?.missed ?? []
      if (missed.some((m) => m.clock === clock && m.due === due)) return 'unchanged'
      return missed.length >= MAX_MISSED ? 'limit-reached' : null
    },
    evolve: (s, e, { engagement, clock, due }) =>
      amendEngagement(s, engagement, ({ missed = [] }) => ({
        missed: [...missed, { clock, due, at: e.at }],
      })),
  }),
}
