// Escalation, the raiser's side: a request for management attention with an object of its own, which changes no severity (lessons
// 4.2). The raiser writes what it asks for, which plan it agrees to, and the end; what the others say is in escalation-answer.ts.
import { z } from 'zod'
import { MAX_ESCALATIONS } from '../exchange/limits.ts'
import type { EventId } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { CaseState } from './case.ts'
import { isOpenEscalation } from './case.ts'
import { markOf } from './engagement.ts'
import {
  endOf,
  type Escalation,
  ESCALATION_LEVELS,
  ESCALATION_REASONS,
} from './escalation-state.ts'
import type { CaseEvent } from './event.ts'
import { eventRule } from './event.ts'
import { present } from './registers.ts'
import { Event, Member, Review } from './shapes.ts'

export function escalationOf(s: CaseState, id: EventId): Escalation | undefined {
  return s.escalations && Object.hasOwn(s.escalations, id) ? s.escalations[id] : undefined
}

/** Changes one escalation; nothing where it has no part in the state. */
export function amendEscalation(
  s: CaseState,
  id: EventId,
  change: (e: Escalation) => Partial<Escalation>,
): CaseState {
  const found = escalationOf(s, id)
  if (!found) return s
  return { ...s, escalations: { ...s.escalations, [id]: { ...found, ...change(found) } } }
}

export function isGoingOn(s: CaseState, id: EventId): RefusalCode | null {
  const found = escalationOf(s, id)
  if (!found) return 'escalation-unknown'
  return endOf(found) ? 'escalation-not-open' : null
}

const byRaiser = (s: CaseState, e: CaseEvent, id: EventId): RefusalCode | null => {
  const found = escalationOf(s, id)
  if (!found) return 'escalation-unknown'
  return found.by === e.author ? null : 'not-raiser'
}

const byRaiserOpen = (s: CaseState, e: CaseEvent, id: EventId): RefusalCode | null =>
  byRaiser(s, e, id) ?? isGoingOn(s, id)

const Asked = z.object({
  reason: z.enum(ESCALATION_REASONS),
  level: z.enum(ESCALATION_LEVELS).default('duty-manager'),
  criticalDate: z.iso.date().nullable().default(null),
})
const slots = ['justification', 'impact', 'exit-criteria']

export const escalationRules = {
  'escalation-raised': eventRule({
    body: Asked.extend({
      questions: Review.nullable().default(null),
      coupled: z.boolean().default(false),
      oneSided: z.boolean().default(false),
    }),
    slots,
    decision: true,
    contests: true,
    judge: (s, e) => {
      const all = Object.values(s.escalations ?? {})
      if (all.some((one) => one.by === e.author && isOpenEscalation(s, one)))
        return 'escalation-open'
      return all.length >= MAX_ESCALATIONS ? 'limit-reached' : null
    },
    evolve: (s, e, { coupled, oneSided, ...asked }) => ({
      ...s,
      escalations: {
        ...s.escalations,
        [e.id]: {
          by: e.author,
          at: e.at,
          stated: markOf(e),
          ...asked,
          ...present({ coupled: coupled ? (true as const) : null }),
          ...present({ oneSided: oneSided ? (true as const) : null }),
          sides: {},
        },
      },
    }),
  }),

  'escalation-restated': eventRule({
    body: Asked.extend({ escalation: Event }),
    slots,
    decision: true,
    judge: (s, e, { escalation }) => byRaiserOpen(s, e, escalation),
    evolve: (s, e, { escalation, ...asked }) =>
      amendEscalation(s, escalation, () => ({ ...asked, stated: markOf(e) })),
  }),

  'escalation-plan-agreed': eventRule({
    body: z.object({ escalation: Event, plan: Event }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { escalation, plan }) => {
      const word = byRaiserOpen(s, e, escalation)
      if (word) return word
      const found = escalationOf(s, escalation)
      if (found?.agreed?.plan === plan) return 'unchanged'
      const sides = Object.values(found?.sides ?? {})
      return sides.some((side) => side.plan?.event === plan) ? null : 'target-unknown'
    },
    evolve: (s, e, { escalation, plan }) =>
      amendEscalation(s, escalation, () => ({ agreed: { ...markOf(e), plan } })),
  }),

  'escalation-ended': eventRule({
    body: z.object({
      escalation: Event,
      proposal: Event.nullable().default(null),
      checklist: z.object({
        planDoneOrOnCourse: z.boolean(),
        analysisOnCourse: z.boolean(),
        agreed: z.literal(true),
      }),
    }),
    slots: ['agreement'],
    decision: true,
    judge: (s, e, { escalation, proposal }) => {
      const word = byRaiserOpen(s, e, escalation)
      if (word || proposal === null) return word
      const sides = Object.values(escalationOf(s, escalation)?.sides ?? {})
      return sides.some((side) => side.proposal?.event === proposal) ? null : 'target-unknown'
    },
    evolve: (s, e, { escalation, proposal, checklist }) =>
      amendEscalation(s, escalation, () => ({
        ended: {
          ...markOf(e),
          proposal,
          planDoneOrOnCourse: checklist.planDoneOrOnCourse,
          analysisOnCourse: checklist.analysisOnCourse,
        },
      })),
  }),

  'escalation-withdrawn': eventRule({
    body: z.object({ escalation: Event }),
    slots: ['reason'],
    decision: true,
    judge: (s, e, { escalation }) => byRaiserOpen(s, e, escalation),
    evolve: (s, e, { escalation }) =>
      amendEscalation(s, escalation, () => ({ withdrawn: markOf(e) })),
  }),

  // Objecting reaches back over an end by silence, and over a close that relied on it: in any order open wins.
  'escalation-objected': eventRule({
    body: z.object({ escalation: Event, member: Member, proposal: Event }),
    slots: ['reason'],
    decision: true,
    contests: true,
    judge: (s, e, { escalation, member, proposal }) => {
      const word = byRaiser(s, e, escalation)
      if (word) return word
      const found = escalationOf(s, escalation)
      if (found?.ended ?? found?.withdrawn) return 'escalation-not-open'
      if (member === e.author) return 'target-is-self'
      if (found?.sides[member]?.proposal?.event !== proposal) return 'target-unknown'
      return found.objections?.[member]?.proposal === proposal ? 'unchanged' : null
    },
    evolve: (s, e, { escalation, member, proposal }) =>
      amendEscalation(s, escalation, ({ objections }) => ({
        objections: { ...objections, [member]: { ...markOf(e), proposal } },
      })),
  }),
}
