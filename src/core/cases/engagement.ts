// An engagement: one invitation of one member into the case, named by the event that asked (D12). Here are the answer side, which
// the invitee writes, and what is asked and answered while it is worked on; asking itself is in invitation.ts.
import { z } from 'zod'
import type { EngagementId, MemberId } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import { engagementOf, participantOf, standingOf } from './case.ts'
import type { CaseState, Engagement, Mark, Participant, Standing } from './case.ts'
import type { CaseEvent, EventRule } from './event.ts'
import { eventRule } from './event.ts'
import { MAX_COMPLETED } from '../exchange/limits.ts'
import { Algs, Code, Event, PublicKeys } from './shapes.ts'

export const ASKS = ['assist', 'investigate', 'take-over', 'inform'] as const
export const DECLINE_CODES = [
  'not-our-product',
  'no-entitlement',
  'modified-configuration',
  'unsupported-version',
  'insufficient-information',
  'duplicate',
  'no-capacity',
  'closed-meanwhile',
  'other',
] as const
export const WITHDRAW_CODES = ['solved', 'wrong-partner', 'not-needed', 'mistake', 'other'] as const
export const OUTCOMES = [
  'solved',
  'workaround',
  'no-fault-found',
  'not-our-product',
  'handed-back',
  'other',
] as const

/** What every answer of an invitee shows: the engagement it answers, and its keys (D5a). */
export const Answer = z.object({ engagement: Event, keys: PublicKeys, algs: Algs })

/** The engagement that counts for a member: its last accepted one, else the last that waits for an answer, else the last. */
export function countingEngagement(s: CaseState, ids: readonly EngagementId[]): EngagementId {
  const last = (word: Standing): EngagementId | undefined =>
    ids.findLast((id) => {
      const e = engagementOf(s, id)
      return e !== undefined && standingOf(e) === word
    })
  return last('accepted') ?? last('requested') ?? ids.at(-1) ?? s.opened.event
}

/** After an engagement changed, points its member at the one that counts. */
export function recount(s: CaseState, member: MemberId): CaseState {
  const p = participantOf(s, member)
  if (!p) return s
  const engagement = countingEngagement(s, p.engagements)
  if (engagement === p.engagement) return s
  return { ...s, participants: { ...s.participants, [member]: { ...p, engagement } } }
}

/** Changes one engagement and what counts for its invitee; nothing where the invitation itself has no part in the state. */
export function amendEngagement(
  s: CaseState,
  id: EngagementId,
  change: (e: Engagement) => Partial<Engagement>,
): CaseState {
  const found = engagementOf(s, id)
  if (!found) return s
  const engagements = { ...s.engagements, [id]: { ...found, ...change(found) } }
  return recount({ ...s, engagements }, found.invitee)
}

/** Keys shown in an answer are added; whether they are in force is judged against what the inviter vouched for. */
export function withAnswer(s: CaseState, e: CaseEvent, answer: z.infer<typeof Answer>): CaseState {
  const p = participantOf(s, e.author)
  if (!p || p.rotated) return s
  const keyEvents = [...p.keyEvents, e.id]
  const next: Participant = { ...p, keys: answer.keys, algs: answer.algs, keyEvents }
  return { ...s, participants: { ...s.participants, [e.author]: next } }
}

export const byInviter = (s: CaseState, e: CaseEvent, id: EngagementId): RefusalCode | null => {
  const found = engagementOf(s, id)
  if (!found || id === s.opened.event) return 'engagement-unknown'
  return found.inviter === e.author ? null : 'not-inviter'
}

export const byInvitee = (s: CaseState, e: CaseEvent, id: EngagementId): RefusalCode | null => {
  const found = engagementOf(s, id)
  if (!found || id === s.opened.event) return 'engagement-unknown'
  return found.invitee === e.author ? null : 'not-invitee'
}

export const isOpen = (s: CaseState, id: EngagementId): RefusalCode | null => {
  const found = engagementOf(s, id)
  return found && standingOf(found) === 'requested' ? null : 'engagement-not-open'
}

export const isWorked = (s: CaseState, id: EngagementId): RefusalCode | null => {
  const found = engagementOf(s, id)
  return found && standingOf(found) === 'accepted' ? null : 'engagement-not-active'
}

/** Neither declined nor taken back nor ended. */
export const isAlive = (s: CaseState, id: EngagementId): RefusalCode | null =>
  isOpen(s, id) && isWorked(s, id) ? 'engagement-not-open' : null

export const markOf = (e: CaseEvent): Mark => ({ event: e.id, at: e.at })

const answerRule = {
  decision: true,
  contests: true,
  by: 'invitee',
} as const satisfies Partial<EventRule<unknown>>

/** Adds one word to what was done without a person. */
export const automatically = (
  { automatic = [] }: Engagement,
  word: 'acknowledged' | 'accepted',
  isAutomatic: boolean,
): Pick<Engagement, 'automatic'> =>
  isAutomatic ? { automatic: [...automatic.filter((known) => known !== word), word] } : {}

export const engagementRules = {
  'engagement-accepted': eventRule({
    body: Answer.extend({
      rulesMax: z.number().int().positive().default(1),
      automatic: z.boolean().default(false),
    }),
    slots: ['note', 'engineer'],
    ...answerRule,
    judge: (s, e, { engagement }) => byInvitee(s, e, engagement) ?? isOpen(s, engagement),
    evolve: (s, e, body) => {
      const next = withAnswer(
        amendEngagement(s, body.engagement, (g) => ({
          accepted: markOf(e),
          ...automatically(g, 'accepted', body.automatic),
        })),
        e,
        body,
      )
      const p = participantOf(next, e.author)
      if (!p) return next
      const participants = { ...next.participants, [e.author]: { ...p, rulesMax: body.rulesMax } }
      return { ...next, participants }
    },
  }),

  'engagement-declined': eventRule({
    body: Answer.extend({ code: z.enum(DECLINE_CODES) }),
    slots: ['reason'],
    ...answerRule,
    judge: (s, e, { engagement }) => byInvitee(s, e, engagement) ?? isOpen(s, engagement),
    evolve: (s, e, body) =>
      withAnswer(
        amendEngagement(s, body.engagement, () => ({
          declined: { ...markOf(e), code: body.code },
        })),
        e,
        body,
      ),
  }),

  'info-requested': eventRule({
    body: Answer.extend({ fields: z.array(Code).max(64).default([]) }),
    slots: ['question'],
    ...answerRule,
    judge: (s, e, { engagement }) => byInvitee(s, e, engagement) ?? isAlive(s, engagement),
    evolve: (s, e, body) =>
      withAnswer(
        amendEngagement(s, body.engagement, ({ questions }) => ({
          questions: [...questions, { ...markOf(e), answered: null }],
        })),
        e,
        body,
      ),
  }),

  'info-provided': eventRule({
    body: z.object({ engagement: Event, answers: Event.nullable().default(null) }),
    slots: ['answer', 'form'],
    decision: true,
    judge: (s, e, body) => {
      const word = byInviter(s, e, body.engagement)
      if (word) return word
      const found = engagementOf(s, body.engagement)
      const answers = body.answers
      if (answers && !found?.questions.some((q) => q.event === answers)) return 'target-unknown'
      return isAlive(s, body.engagement)
    },
    evolve: (s, e, body, sees) =>
      amendEngagement(s, body.engagement, ({ questions }) => ({
        questions: questions.map((q) =>
          q.answered || (body.answers ? q.event !== body.answers : !sees(q.event))
            ? q
            : { ...q, answered: markOf(e) },
        ),
      })),
  }),

  'engagement-completed': eventRule({
    body: z.object({ engagement: Event, outcome: z.enum(OUTCOMES) }),
    slots: ['summary'],
    decision: true,
    contests: true,
    judge: (s, e, { engagement }) => byInvitee(s, e, engagement) ?? isWorked(s, engagement),
    evolve: (s, e, body) =>
      amendEngagement(s, body.engagement, ({ completed, completedBefore = [] }) => ({
        completed: { ...markOf(e), outcome: body.outcome },
        confirmed: null,
        ...(completed
          ? { completedBefore: [...completedBefore, completed.at].slice(-MAX_COMPLETED) }
          : {}),
      })),
  }),

  'completion-confirmed': eventRule({
    body: z.object({ engagement: Event }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { engagement }) =>
      byInviter(s, e, engagement) ??
      (engagementOf(s, engagement)?.completed ? null : 'engagement-not-active'),
    // A completion restated meanwhile is not the one that was confirmed.
    evolve: (s, e, body, sees) =>
      amendEngagement(s, body.engagement, ({ completed }) =>
        completed && sees(completed.event) ? { confirmed: markOf(e) } : {},
      ),
  }),
}
