// Escalation, what the other members say of it, each in its own register (fold.md §2): whether it takes it up and who manages it, its
// plan in versions, whether all is on track, that it may end, and that it ended since nobody objected in time.
import { z } from 'zod'
import type { EventId, MemberId } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { CaseState } from './case.ts'
import { markOf } from './engagement.ts'
import { amendEscalation, escalationOf, isGoingOn } from './escalation.ts'
import { ESCALATION_DECLINE_CODES, type Side } from './escalation-state.ts'
import type { CaseEvent } from './event.ts'
import { eventRule } from './event.ts'
import { Event } from './shapes.ts'

/** Seconds of silence that end an escalation: at least a day, so that somebody was at work; at most a quarter of a year. */
const Notice = z.number().int().min(86_400).max(7_776_000)

const byOther = (s: CaseState, e: CaseEvent, id: EventId): RefusalCode | null =>
  isGoingOn(s, id) ?? (escalationOf(s, id)?.by === e.author ? 'target-is-self' : null)

const sideOf = (s: CaseState, id: EventId, member: MemberId): Side | undefined =>
  escalationOf(s, id)?.sides[member]

const amendSide = (s: CaseState, e: CaseEvent, id: EventId, change: Side): CaseState =>
  amendEscalation(s, id, ({ sides }) => ({
    sides: { ...sides, [e.author]: { ...sides[e.author], ...change } },
  }))

export const escalationAnswerRules = {
  'escalation-answered': eventRule({
    body: z
      .object({
        escalation: Event,
        word: z.enum(['acknowledged', 'declined']),
        code: z.enum(ESCALATION_DECLINE_CODES).nullable().default(null),
      })
      .refine((b) => (b.word === 'declined') === (b.code !== null), {
        path: ['code'],
        message: 'a code where it is declined, and only there',
      }),
    slots: ['manager', 'note'],
    decision: true,
    judge: (s, e, { escalation, word, code }) => {
      const refused = byOther(s, e, escalation)
      if (refused) return refused
      const said = sideOf(s, escalation, e.author)?.answer
      // Acknowledging again names another manager.
      return word === 'declined' && said?.code === code ? 'unchanged' : null
    },
    evolve: (s, e, { escalation, word, code }) =>
      amendSide(s, e, escalation, { answer: { ...markOf(e), word, code } }),
  }),

  'escalation-plan-proposed': eventRule({
    body: z.object({ escalation: Event, version: z.number().int().positive() }),
    slots: ['plan'],
    decision: true,
    judge: (s, e, { escalation, version }) => {
      const before = sideOf(s, escalation, e.author)?.plan?.version ?? 0
      return byOther(s, e, escalation) ?? (version > before ? null : 'unchanged')
    },
    evolve: (s, e, { escalation, version }) =>
      amendSide(s, e, escalation, { plan: { ...markOf(e), version } }),
  }),

  'escalation-on-track': eventRule({
    body: z.object({ escalation: Event, onTrack: z.boolean() }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { escalation, onTrack }) => {
      const before = sideOf(s, escalation, e.author)?.onTrack?.onTrack
      return byOther(s, e, escalation) ?? (before === onTrack ? 'unchanged' : null)
    },
    evolve: (s, e, { escalation, onTrack }) =>
      amendSide(s, e, escalation, { onTrack: { ...markOf(e), onTrack } }),
  }),

  'escalation-end-proposed': eventRule({
    body: z.object({
      escalation: Event,
      criteria: z.object({
        planDoneOrOnCourse: z.boolean(),
        analysisOnCourse: z.boolean(),
        customerAgreed: z.boolean(),
      }),
      notice: Notice.nullable().default(null),
    }),
    slots: ['note'],
    decision: true,
    judge: (s, _e, { escalation }) => isGoingOn(s, escalation),
    evolve: (s, e, { escalation, criteria, notice }) =>
      amendSide(s, e, escalation, { proposal: { ...markOf(e), criteria, notice } }),
  }),

  'escalation-ended-by-silence': eventRule({
    body: z.object({ escalation: Event, proposal: Event }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { escalation, proposal }) => {
      const refused = byOther(s, e, escalation)
      if (refused) return refused
      const own = sideOf(s, escalation, e.author)?.proposal
      if (own?.event !== proposal) return 'target-unknown'
      const objection = escalationOf(s, escalation)?.objections?.[e.author]
      if (objection?.proposal === proposal) return 'proposal-objected'
      return own.notice !== null && e.at - own.at >= own.notice ? null : 'silence-too-short'
    },
    evolve: (s, e, { escalation, proposal }) =>
      amendSide(s, e, escalation, { silence: { ...markOf(e), proposal } }),
  }),
}
