// Effort that a member chooses to share; what it keeps for itself is no event. Add-only: the state holds each member's sum, the
// entries stand in the history. It is told after the close, too, when the hours are booked.
import { z } from 'zod'
import { engagementOf } from './case.ts'
import { eventRule } from './event.ts'
import { amendParticipant } from './membership.ts'
import { Code, Event } from './shapes.ts'

/** Minutes of one entry: a week without sleep; more is a slip of the finger. */
const MAX_MINUTES = 10_080

export const effortRules = {
  'effort-shared': eventRule({
    body: z.object({
      engagement: Event.nullable().default(null),
      minutes: z.number().int().positive().max(MAX_MINUTES),
      activity: Code,
      day: z.iso.date(),
    }),
    slots: ['note'],
    whileClosed: true,
    judge: (s, _e, { engagement }) =>
      engagement === null || engagementOf(s, engagement) ? null : 'engagement-unknown',
    evolve: (s, e, { minutes }) =>
      amendParticipant(s, e.author, ({ effortMinutes = 0 }) => ({
        effortMinutes: effortMinutes + minutes,
      })),
  }),
}
