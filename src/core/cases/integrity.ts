// Events about the record itself: what a member has received, proof of equivocation, and newer rules (D10b, D10c, D14).
import { z } from 'zod'
import { activeMembers, hostOf, participantOf } from './case.ts'
import { eventRule } from './event.ts'
import { amendParticipant } from './membership.ts'
import { Event, Member } from './shapes.ts'

/** The highest rules version this program folds. */
export const RULES = 1

export const integrityRules = {
  received: eventRule({
    body: z.object({}),
    slots: [],
    whileClosed: true,
    judge: () => null,
    evolve: (s, e) => amendParticipant(s, e.author, () => ({ receivedAt: e.at })),
  }),

  'equivocation-shown': eventRule({
    body: z.object({ author: Member, events: z.tuple([Event, Event]) }),
    slots: [],
    whileClosed: true,
    judge: (s, _e, { author, events: [one, other] }) =>
      s.equivocations.some(
        (q) => q.author === author && q.ids.includes(one) && q.ids.includes(other),
      )
        ? null
        : 'no-equivocation',
    evolve: (s) => s,
  }),

  'rules-raised': eventRule({
    body: z.object({ rules: z.number().int().positive() }),
    slots: [],
    decision: true,
    judge: (s, e, { rules }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      if (rules <= s.rules) return 'unchanged'
      const all = activeMembers(s).every((m) => (participantOf(s, m)?.rulesMax ?? 0) >= rules)
      return all ? null : 'rules-not-supported'
    },
    evolve: (s, _e, { rules }) => ({ ...s, rules: Math.max(s.rules, rules) }),
  }),
}
