// `case-opened` and `problem-restated`: what the case is about. Written by the host alone; the opening event fixes the rules,
// the algorithms and the host's keys for the whole case (D5a, D10c).
import { z } from 'zod'
import { caseIdOf, CaseId, engagementOfOpener, EventId } from '../kernel/id.ts'
import type { MemberId } from '../kernel/id.ts'
import type { CaseEvent } from './event.ts'
import { eventRule } from './event.ts'
import { hostOf } from './case.ts'
import type { CaseState, Engagement, Participant } from './case.ts'
import { present } from './registers.ts'
import { Algs, Kind, Product, PublicKeys, Review, Window } from './shapes.ts'

/** Texts of the problem record (needs N16, N2). All are prose or personal data, so all are erasable. */
export const PROBLEM_SLOTS = [
  'summary',
  'symptoms',
  'environment',
  'messages',
  'tried',
  'reproduction',
  'impact',
  'workaround',
  'customer',
  'rollback',
  'contacts',
] as const

const Problem = z.object({
  product: Product.nullable().default(null),
  kind: Kind.default('fault'),
  review: Review.nullable().default(null),
  window: Window.nullable().default(null),
})

export const CaseOpened = Problem.extend({
  rules: z.number().int().positive(),
  algs: Algs,
  keys: PublicKeys,
  test: z.boolean().default(false),
  /** Seconds a holder must have been silent before the host may reclaim the baton; null: at once. */
  batonSilence: z.number().int().positive().nullable().default(null),
  continues: z
    .object({ case: CaseId, heads: z.array(EventId).max(64) })
    .nullable()
    .default(null),
})
export type CaseOpened = z.infer<typeof CaseOpened>

export function newParticipant(
  id: MemberId,
  engagement: EventId,
  event: CaseEvent,
  part: Partial<Participant>,
): Participant {
  return {
    id,
    engagement,
    engagements: [engagement],
    mayEngage: false,
    claim: null,
    slots: {},
    reopenRequested: null,
    vouched: [],
    keys: [],
    rotated: false,
    rulesMax: 1,
    algs: [],
    frozen: null,
    resumedKeys: {},
    keyEvents: [],
    receivedAt: null,
    chains: {},
    count: 0,
    lastAt: event.at,
    ...part,
  }
}

/** The state after the opening event alone. */
export function openState(event: CaseEvent, body: CaseOpened): CaseState {
  const id = caseIdOf(event.id)
  const mark = { event: event.id, at: event.at }
  const own: Engagement = {
    id: engagementOfOpener(id),
    inviter: event.author,
    invitee: event.author,
    ask: 'open',
    product: null,
    due: null,
    requested: mark,
    accepted: mark,
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
  return {
    id,
    rules: body.rules,
    algs: body.algs,
    test: body.test,
    kind: body.kind,
    ...present({ window: body.window }),
    product: body.product,
    batonSilence: body.batonSilence,
    continues: body.continues,
    opener: event.author,
    opened: mark,
    problem: mark,
    participants: {
      [event.author]: newParticipant(event.author, own.id, event, {
        keys: body.keys,
        rotated: true,
        rulesMax: body.rules,
        algs: body.algs,
      }),
    },
    engagements: { [own.id]: own },
    proposals: [],
    transfers: [],
    hostOffer: null,
    baton: { term: 0, n: 0, holder: event.author, since: mark, offer: null },
    status: { ...mark, word: 'open', by: event.author, code: null },
    contestedBy: [],
    equivocations: [],
    unsettled: [],
    heads: [],
    size: 0,
  }
}

export const openingRules = {
  'case-opened': eventRule({
    body: CaseOpened,
    slots: PROBLEM_SLOTS,
    judge: () => 'event-parents-invalid',
    evolve: (s) => s,
  }),
  'problem-restated': eventRule({
    body: Problem,
    slots: PROBLEM_SLOTS,
    judge: (s, e, { kind }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      return (s.kind === 'change') === (kind === 'change') ? null : 'kind-fixed'
    },
    evolve: (s, e, body) => ({
      ...s,
      kind: body.kind,
      ...present({ window: body.window }),
      product: body.product ?? s.product,
      problem: { event: e.id, at: e.at },
    }),
  }),
}
