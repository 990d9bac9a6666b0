// Events about the record itself: what a member has received, proof of equivocation, and newer rules (D10b, D10c, D14).
import { z } from 'zod'
import type { EventId } from '../kernel/id.ts'
import { activeMembers, hostOf, participantOf } from './case.ts'
import type { CaseState } from './case.ts'
import { eventRule } from './event.ts'
import type { CaseEvent } from './event.ts'
import { amendParticipant } from './membership.ts'
import { Event, Member } from './shapes.ts'

/** The highest rules version this program folds. */
export const RULES = 1
/** Siblings of one number that are pointed at: an author must not make others write as often as it likes. */
const MOST_SHOWN = 4

type Shown = Pick<CaseState['equivocations'][number], 'author' | 'ids' | 'shown'>

/** A fork, with what these events point at added to what is shown of it. */
export function withShown<T extends Shown>(fork: T, events: readonly CaseEvent[]): T {
  const named = new Set<unknown>(fork.shown)
  for (const { type, body } of events)
    if (type === 'equivocation-shown' && body['author'] === fork.author)
      for (const id of body['events'] as readonly EventId[]) named.add(id)
  return { ...fork, shown: fork.ids.filter((id) => named.has(id)) }
}

/** The next two siblings to be pointed at, once for each sibling whoever does it; null when all were, or enough of them. */
export function unshown({ ids, shown }: Shown): readonly [EventId, EventId] | null {
  const [first] = shown.length > 0 ? shown : ids
  const next = ids.find((id) => id !== first && !shown.includes(id))
  return first === undefined || next === undefined || shown.length >= MOST_SHOWN
    ? null
    : [first, next]
}

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
    judge: (s, _e, { author, events: [one, other] }) => {
      const fork = s.equivocations.find(
        (q) =>
          one !== other && q.author === author && [one, other].every((id) => q.ids.includes(id)),
      )
      if (!fork) return 'no-equivocation'
      return [one, other].every((id) => fork.shown.includes(id)) ? 'unchanged' : null
    },
    evolve: (s, e) => ({
      ...s,
      equivocations: s.equivocations.map((fork) => withShown(fork, [e])),
    }),
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
