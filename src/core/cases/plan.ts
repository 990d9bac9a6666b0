// The communication plan: who is told what, how often, by which way. The host proposes one version after the other; each other
// member says in its own register that it agrees to one of them (fold.md §2).
import { z } from 'zod'
import { hostOf } from './case.ts'
import { markOf } from './engagement.ts'
import { eventRule } from './event.ts'
import { Event, Seconds } from './shapes.ts'

export const PLAN_CHANNELS = ['phone', 'mail', 'conference', 'chat', 'case'] as const

export const planRules = {
  'plan-proposed': eventRule({
    body: z.object({
      version: z.number().int().positive(),
      rhythmMinutes: z.number().int().positive().max(100_000),
      channel: z.enum(PLAN_CHANNELS),
      nextUpdate: Seconds.nullable().default(null),
    }),
    slots: ['bridge', 'attendees', 'speaker'],
    decision: true,
    judge: (s, e, { version }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      return version > (s.plan?.version ?? 0) ? null : 'unchanged'
    },
    evolve: (s, e, body) => ({ ...s, plan: { ...markOf(e), by: e.author, ...body, agreed: {} } }),
  }),

  'plan-agreed': eventRule({
    body: z.object({ plan: Event }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { plan }) => {
      if (s.plan?.event !== plan) return 'target-unknown'
      if (s.plan.by === e.author) return 'target-is-self'
      return s.plan.agreed[e.author] ? 'unchanged' : null
    },
    evolve: (s, e, { plan }) =>
      s.plan?.event === plan
        ? { ...s, plan: { ...s.plan, agreed: { ...s.plan.agreed, [e.author]: markOf(e) } } }
        : s,
  }),
}
