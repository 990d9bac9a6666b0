// Asking a member into the case, and taking it back: the inviter's side of an engagement (D12). An invitation carries what the
// hand-off needs and the thumbprints of the invitee's keys (D5a). Where taking back crosses an acceptance, see cuts.ts.
import { z } from 'zod'
import { MAX_PARTICIPANTS } from '../exchange/limits.ts'
import { hostOf, isActive, participantOf, standing } from './case.ts'
import type { CaseState, Engagement, Participant } from './case.ts'
import type { CaseEvent } from './event.ts'
import { eventRule } from './event.ts'
import {
  amendEngagement,
  ASKS,
  byInviter,
  isOpen,
  markOf,
  recount,
  WITHDRAW_CODES,
} from './engagement.ts'
import { newParticipant } from './opening.ts'
import { CHANNELS, LEVEL_DUTIES, present } from './registers.ts'
import {
  Code,
  Event,
  Kind,
  Level,
  Member,
  PlainLine,
  Product,
  Review,
  Seconds,
  Thumbprints,
  Window,
} from './shapes.ts'

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
  /** Nobody stated the level (P16). */
  defaulted: z.boolean().default(false),
  native: z
    .object({ scheme: Code, version: Code, code: PlainLine.max(200) })
    .nullable()
    .default(null),
  review: Review.nullable().default(null),
  form: z.object({ id: Code, hash: Code }).nullable().default(null),
  test: z.boolean().default(false),
  /** The support plan, by the invitee's own code; how it was asked; the support profile it was reckoned with. */
  plan: Code.nullable().default(null),
  channel: z.enum(CHANNELS).default('api'),
  support: z.string().length(43).nullable().default(null),
  /** The level as the invitee will call it, and why it is not the one that was meant. */
  projected: z
    .object({
      scheme: Code,
      version: Code,
      code: z.string().min(1).max(200),
      rounded: z.enum(['exact', 'up', 'down']),
      reason: z.enum(['entitlement', 'no-contact', 'no-call']).nullable().default(null),
    })
    .nullable()
    .default(null),
  levelDuties: z.array(z.enum(LEVEL_DUTIES)).max(LEVEL_DUTIES.length).default([]),
  /** When the change of a notice is to take place. */
  window: Window.nullable().default(null),
  /** When it was handed over by phone. */
  phone: z.object({ at: Seconds }).nullable().default(null),
})
type Requested = z.infer<typeof Requested>

function engagementFrom(e: CaseEvent, body: Requested): Engagement {
  return {
    id: e.id,
    inviter: e.author,
    invitee: body.invitee,
    ask: body.ask,
    product: body.product?.code ?? null,
    due: body.due,
    requested: markOf(e),
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
    ...agreedWith(body),
  }
}

/** What the hand-off settles beforehand, as far as it does. */
const agreedWith = ({
  level,
  defaulted,
  plan,
  channel,
  support,
  projected,
  levelDuties,
  phone,
  window,
}: Requested): Partial<Engagement> => ({
  ...present({ level: defaulted ? null : level, plan, support, projected, window }),
  ...(channel === 'api' ? {} : { channel }),
  ...(levelDuties.length === 0
    ? {}
    : { levelDuties: Object.fromEntries(levelDuties.map((duty) => [duty, null])) }),
  ...(phone === null ? {} : { phone: { at: phone.at, answer: null } }),
})

/** A member asked again keeps its record. Unless it takes part already, the keys that its inviter now names count as well. */
function invited(s: CaseState, e: CaseEvent, body: Requested): Participant {
  const before = participantOf(s, body.invitee)
  if (!before)
    return newParticipant(body.invitee, e.id, e, { vouched: body.keys, keyEvents: [e.id] })
  const engagements = [...before.engagements, e.id]
  if (isActive(s, body.invitee)) return { ...before, engagements }
  const held = before.rotated ? before.keys.map((key) => key.kid) : before.vouched
  return {
    ...before,
    engagements,
    vouched: [...new Set([...held, ...body.keys])],
    rotated: false,
    keyEvents: [...before.keyEvents, e.id],
  }
}

/**
 * The record of a member whose invitation had an effect in its own past and was cut off since: it takes no part, but it was
 * invited, so its events stay admissible, its chain goes on and it can be asked again (D9a).
 */
export function enlist(s: CaseState, e: CaseEvent): CaseState {
  const body = Requested.safeParse(e.body)
  if (!body.success || participantOf(s, body.data.invitee)) return s
  const { invitee, keys } = body.data
  const part = { engagements: [], vouched: keys, keyEvents: [e.id] }
  const participant = newParticipant(invitee, e.id, e, part)
  return { ...s, participants: { ...s.participants, [invitee]: participant } }
}

export const invitationRules = {
  'engagement-requested': eventRule({
    body: Requested,
    slots: [
      'summary',
      'ask',
      'problem',
      'form',
      'entitlement',
      'contact',
      'customer',
      'impact',
      'call',
    ],
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
    evolve: (s, e, body, sees) =>
      recount(
        {
          ...s,
          engagements: { ...s.engagements, [e.id]: engagementFrom(e, body) },
          participants: { ...s.participants, [body.invitee]: invited(s, e, body) },
          proposals: s.proposals.filter((p) => p.member !== body.invitee || !sees(p.event)),
        },
        body.invitee,
      ),
  }),

  'engagement-withdrawn': eventRule({
    body: z.object({ engagement: Event, code: z.enum(WITHDRAW_CODES) }),
    slots: ['reason'],
    decision: true,
    judge: (s, e, { engagement }) => byInviter(s, e, engagement) ?? isOpen(s, engagement),
    evolve: (s, e, body) =>
      amendEngagement(s, body.engagement, () => ({ withdrawn: { ...markOf(e), code: body.code } })),
  }),

  'engagement-lapsed': eventRule({
    body: z.object({ engagement: Event }),
    slots: [],
    decision: true,
    judge: (s, e, { engagement }) => byInviter(s, e, engagement) ?? isOpen(s, engagement),
    evolve: (s, e, body) => amendEngagement(s, body.engagement, () => ({ lapsed: markOf(e) })),
  }),
}
