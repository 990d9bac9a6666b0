// An engagement: one invitation of one member into the case, named by the event that asked (D12). The inviter writes the asked
// side, the invitee the answer side; where both cross, withdrawal beats acceptance within this engagement only.
import { z } from 'zod'
import { MAX_PARTICIPANTS } from '../exchange/limits.ts'
import type { EngagementId, MemberId } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import { engagementOf, hostOf, participantOf, standing, standingOf } from './case.ts'
import type { CaseState, Engagement, Participant } from './case.ts'
import type { CaseEvent, EventRule, Sees } from './event.ts'
import { eventRule } from './event.ts'
import { newParticipant } from './opening.ts'
import {
  Algs,
  Code,
  Event,
  Kind,
  Level,
  Member,
  Product,
  PublicKeys,
  Review,
  Seconds,
  Thumbprints,
} from './shapes.ts'

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

const Requested = z.object({
  invitee: Member,
  /** Thumbprints of the invitee's event keys as the inviter resolved them (D5a). */
  keys: Thumbprints,
  /** Who takes part when this was sent, so that the invitee knows whom it joins. */
  participants: z.array(Member).max(64).default([]),
  ask: z.enum(ASKS).default('assist'),
  due: Seconds.nullable().default(null),
  kind: Kind.default('fault'),
  product: Product.nullable().default(null),
  level: Level.nullable().default(null),
  native: z
    .object({ scheme: Code, version: Code, code: z.string().max(200) })
    .nullable()
    .default(null),
  review: Review.nullable().default(null),
  form: z.object({ id: Code, hash: Code }).nullable().default(null),
  test: z.boolean().default(false),
})
const Answer = z.object({ engagement: Event, keys: PublicKeys, algs: Algs })

function replace(s: CaseState, e: Engagement): CaseState {
  return { ...s, engagements: { ...s.engagements, [e.id]: e } }
}

function amend(
  s: CaseState,
  id: EngagementId,
  change: (e: Engagement) => Partial<Engagement>,
): CaseState {
  const found = engagementOf(s, id)
  return found ? replace(s, { ...found, ...change(found) }) : s
}

/** The engagement that counts for a member: its last accepted one that still stands, else the last asked for. */
export function countingEngagement(s: CaseState, ids: readonly EngagementId[]): EngagementId {
  const accepted = ids.filter((id) => {
    const e = engagementOf(s, id)
    return e !== undefined && standingOf(e) === 'accepted'
  })
  return accepted.at(-1) ?? ids.at(-1) ?? s.opened.event
}

/** After an engagement changed, points its member at the one that counts. */
export function recount(s: CaseState, member: MemberId): CaseState {
  const p = participantOf(s, member)
  if (!p) return s
  const engagement = countingEngagement(s, p.engagements)
  if (engagement === p.engagement) return s
  return { ...s, participants: { ...s.participants, [member]: { ...p, engagement } } }
}

/** Keys shown in an answer are added; whether they are in force is judged against what the inviter vouched for. */
function withAnswer(s: CaseState, e: CaseEvent, answer: z.infer<typeof Answer>): CaseState {
  const p = participantOf(s, e.author)
  if (!p || p.rotated) return s
  const keyEvents = [...p.keyEvents, e.id]
  const next: Participant = { ...p, keys: answer.keys, algs: answer.algs, keyEvents }
  return { ...s, participants: { ...s.participants, [e.author]: next } }
}

const byInviter = (s: CaseState, e: CaseEvent, id: EngagementId): RefusalCode | null => {
  const found = engagementOf(s, id)
  if (!found || id === s.opened.event) return 'engagement-unknown'
  return found.inviter === e.author ? null : 'not-inviter'
}

const byInvitee = (s: CaseState, e: CaseEvent, id: EngagementId): RefusalCode | null => {
  const found = engagementOf(s, id)
  if (!found || id === s.opened.event) return 'engagement-unknown'
  return found.invitee === e.author ? null : 'not-invitee'
}

const isOpen = (s: CaseState, id: EngagementId): RefusalCode | null => {
  const found = engagementOf(s, id)
  return found && standingOf(found) === 'requested' ? null : 'engagement-not-open'
}

const isWorked = (s: CaseState, id: EngagementId): RefusalCode | null => {
  const found = engagementOf(s, id)
  return found && standingOf(found) === 'accepted' ? null : 'engagement-not-active'
}

const mark = (e: CaseEvent): { event: CaseEvent['id']; at: number } => ({ event: e.id, at: e.at })

const answerRule = {
  decision: true,
  contests: true,
  by: 'invitee',
} as const satisfies Partial<EventRule<unknown>>

export const engagementRules = {
  'engagement-requested': eventRule({
    body: Requested,
    slots: ['summary', 'ask', 'problem', 'form', 'entitlement', 'contact', 'customer'],
    decision: true,
    judge: (s, e, body) => {
      if (hostOf(s) !== e.author && !participantOf(s, e.author)?.mayEngage) return 'not-host'
      const now = standing(s, body.invitee)
      if (now === 'accepted') return 'already-participant'
      if (now === 'requested') return 'already-requested'
      const known = participantOf(s, body.invitee) !== undefined
      return !known && Object.keys(s.participants).length >= MAX_PARTICIPANTS
        ? 'too-many-participants'
        : null
    },
    evolve: (s, e, body) => {
      const engagement: Engagement = {
        id: e.id,
        inviter: e.author,
        invitee: body.invitee,
        ask: body.ask,
        product: body.product?.code ?? null,
        due: body.due,
        requested: mark(e),
        accepted: null,
        declined: null,
        withdrawn: null,
        lapsed: null,
        completed: null,
        confirmed: null,
        left: null,
        removed: null,
        crossed: null,
        questions: [],
      }
      const before = participantOf(s, body.invitee)
      const held = before?.rotated ? before.keys.map((key) => key.kid) : (before?.vouched ?? [])
      const vouched = [...new Set([...held, ...body.keys])]
      const known = before ?? newParticipant(body.invitee, e.id, e, { engagements: [] })
      const participant: Participant = {
        ...known,
        engagements: [...known.engagements, e.id],
        vouched,
        rotated: false,
        keyEvents: [...known.keyEvents, e.id],
      }
      const next = {
        ...replace(s, engagement),
        participants: { ...s.participants, [body.invitee]: participant },
        proposals: s.proposals.filter((p) => p.member !== body.invitee),
      }
      return recount(next, body.invitee)
    },
  }),

  'engagement-accepted': eventRule({
    body: Answer.extend({ rulesMax: z.number().int().positive().default(1) }),
    slots: ['note', 'engineer'],
    ...answerRule,
    judge: (s, e, { engagement }) => byInvitee(s, e, engagement) ?? isOpen(s, engagement),
    evolve: (s, e, body) => {
      const next = withAnswer(
        amend(s, body.engagement, () => ({ accepted: mark(e) })),
        e,
        body,
      )
      const p = participantOf(next, e.author)
      if (!p) return next
      const participants = { ...next.participants, [e.author]: { ...p, rulesMax: body.rulesMax } }
      return recount({ ...next, participants }, e.author)
    },
  }),

  'engagement-declined': eventRule({
    body: Answer.extend({ code: z.enum(DECLINE_CODES) }),
    slots: ['reason'],
    ...answerRule,
    judge: (s, e, { engagement }) => byInvitee(s, e, engagement) ?? isOpen(s, engagement),
    evolve: (s, e, body) =>
      withAnswer(
        amend(s, body.engagement, () => ({ declined: { ...mark(e), code: body.code } })),
        e,
        body,
      ),
  }),

  'info-requested': eventRule({
    body: Answer.extend({ fields: z.array(Code).max(64).default([]) }),
    slots: ['question'],
    ...answerRule,
    judge: (s, e, { engagement }) => {
      const word = byInvitee(s, e, engagement)
      if (word) return word
      return isOpen(s, engagement) && isWorked(s, engagement) ? 'engagement-not-open' : null
    },
    evolve: (s, e, body) =>
      withAnswer(
        amend(s, body.engagement, ({ questions }) => ({
          questions: [...questions, { ...mark(e), answered: null }],
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
      return isOpen(s, body.engagement) && isWorked(s, body.engagement)
        ? 'engagement-not-open'
        : null
    },
    evolve: (s, e, body, sees: Sees) =>
      amend(s, body.engagement, ({ questions }) => ({
        questions: questions.map((q) =>
          q.answered || (body.answers ? q.event !== body.answers : !sees(q.event))
            ? q
            : { ...q, answered: mark(e) },
        ),
      })),
  }),

  'engagement-withdrawn': eventRule({
    body: z.object({ engagement: Event, code: z.enum(WITHDRAW_CODES) }),
    slots: ['reason'],
    decision: true,
    judge: (s, e, { engagement }) => byInviter(s, e, engagement) ?? isOpen(s, engagement),
    evolve: (s, e, body) =>
      recount(
        amend(s, body.engagement, () => ({ withdrawn: { ...mark(e), code: body.code } })),
        engagementOf(s, body.engagement)?.invitee ?? e.author,
      ),
  }),

  'engagement-lapsed': eventRule({
    body: z.object({ engagement: Event }),
    slots: [],
    decision: true,
    judge: (s, e, { engagement }) => byInviter(s, e, engagement) ?? isOpen(s, engagement),
    evolve: (s, e, body) =>
      recount(
        amend(s, body.engagement, () => ({ lapsed: mark(e) })),
        engagementOf(s, body.engagement)?.invitee ?? e.author,
      ),
  }),

  'engagement-completed': eventRule({
    body: z.object({ engagement: Event, outcome: z.enum(OUTCOMES) }),
    slots: ['summary'],
    decision: true,
    contests: true,
    judge: (s, e, { engagement }) => byInvitee(s, e, engagement) ?? isWorked(s, engagement),
    evolve: (s, e, body) =>
      amend(s, body.engagement, () => ({
        completed: { ...mark(e), outcome: body.outcome },
        confirmed: null,
      })),
  }),

  'completion-confirmed': eventRule({
    body: z.object({ engagement: Event }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { engagement }) =>
      byInviter(s, e, engagement) ??
      (engagementOf(s, engagement)?.completed ? null : 'engagement-not-active'),
    evolve: (s, e, body) => amend(s, body.engagement, () => ({ confirmed: mark(e) })),
  }),
}
