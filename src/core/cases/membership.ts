// Who takes part, beyond invitation and answer: leaving, removal, cuts, resuming, keys (D5a, D5b, D11a, D13a, D14).
import { z } from 'zod'
import type { EventId, MemberId } from '../kernel/id.ts'
import { hostOf, isActive, lastTransfer, participantOf } from './case.ts'
import type { CaseState, Engagement, Participant } from './case.ts'
import { recount } from './engagement.ts'
import type { CaseEvent, Sees } from './event.ts'
import { eventRule } from './event.ts'
import { Member, PublicKeys, Thumbprints } from './shapes.ts'

export const LEAVE_CODES = ['work-done', 'not-our-product', 'no-entitlement', 'other'] as const
export const REMOVE_CODES = [
  'not-needed',
  'unresponsive',
  'suspended',
  'compromised',
  'other',
] as const

/** Ends every engagement of a member that the event's author had seen (fold.md §1.4d). */
function endEngagements(
  s: CaseState,
  member: MemberId,
  sees: Sees,
  end: (e: Engagement) => Partial<Engagement>,
): CaseState {
  const engagements = { ...s.engagements }
  for (const id of participantOf(s, member)?.engagements ?? []) {
    const found = engagements[id]
    if (found && (sees(id) || id === s.opened.event)) engagements[id] = { ...found, ...end(found) }
  }
  return recount({ ...s, engagements }, member)
}

export function amendParticipant(
  s: CaseState,
  member: MemberId,
  change: (p: Participant) => Partial<Participant>,
): CaseState {
  const p = participantOf(s, member)
  if (!p) return s
  return { ...s, participants: { ...s.participants, [member]: { ...p, ...change(p) } } }
}

const onlyHost = (s: CaseState, e: CaseEvent): 'not-host' | null =>
  hostOf(s) === e.author ? null : 'not-host'

/** After a transfer nobody leaves until the new host wrote an event that builds on it (D13a). */
function transferUnsettled(s: CaseState): boolean {
  const transfer = lastTransfer(s)
  return transfer !== null && !transfer.confirmed
}

/** The latest incarnation of an author's chain; 0 while nobody resumed it. */
export const incarnationOf = (p: Pick<Participant, 'resumedKeys'> | undefined): number =>
  Math.max(0, ...Object.keys(p?.resumedKeys ?? {}).map(Number))

const mark = (e: CaseEvent): { event: EventId; at: number } => ({ event: e.id, at: e.at })

export const membershipRules = {
  'participant-left': eventRule({
    body: z.object({ code: z.enum(LEAVE_CODES) }),
    slots: ['reason'],
    decision: true,
    judge: (s, e) => {
      if (hostOf(s) === e.author) return 'host-cannot-leave'
      return transferUnsettled(s) ? 'transfer-unsettled' : null
    },
    evolve: (s, e, body, sees) =>
      endEngagements(s, e.author, sees, (g) => ({
        left: g.left ?? { ...mark(e), code: body.code },
      })),
  }),

  'member-removed': eventRule({
    body: z.object({ member: Member, code: z.enum(REMOVE_CODES) }),
    slots: ['reason'],
    decision: true,
    judge: (s, e, { member }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      if (member === e.author) return 'target-is-self'
      return isActive(s, member) ? null : 'target-not-active'
    },
    evolve: (s, e, body, sees) =>
      endEngagements(s, body.member, sees, (g) => ({
        removed: g.removed ?? { ...mark(e), code: body.code },
      })),
  }),

  'may-engage-granted': eventRule({
    body: z.object({ member: Member, granted: z.boolean() }),
    slots: [],
    decision: true,
    judge: (s, e, { member }) =>
      onlyHost(s, e) ?? (isActive(s, member) ? null : 'target-not-active'),
    evolve: (s, _e, { member, granted }) =>
      amendParticipant(s, member, () => ({ mayEngage: granted })),
  }),

  'member-proposed': eventRule({
    body: z.object({ member: Member }),
    slots: ['reason'],
    judge: (s, _e, { member }) => (isActive(s, member) ? 'already-participant' : null),
    evolve: (s, e, { member }) => ({
      ...s,
      proposals: [
        ...s.proposals.filter((p) => p.member !== member || p.by !== e.author),
        { ...mark(e), by: e.author, member },
      ],
    }),
  }),

  'author-cut': eventRule({
    body: z.object({ member: Member }),
    slots: ['reason'],
    decision: true,
    judge: (s, e, { member }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      if (member === e.author) return 'target-is-self'
      const target = participantOf(s, member)
      if (!target) return 'target-unknown'
      return target.frozen && target.frozen.resumed === null ? 'unchanged' : null
    },
    evolve: (s, e, { member }) =>
      amendParticipant(s, member, () => ({ frozen: { ...mark(e), resumed: null } })),
  }),

  'author-resumed': eventRule({
    body: z.object({
      member: Member,
      incarnation: z.number().int().positive().max(1000),
      keys: Thumbprints,
    }),
    slots: ['reason'],
    decision: true,
    whileClosed: true,
    judge: (s, e, { member, incarnation }) => {
      const restarts = member === e.author && incarnation === e.incarnation
      if (!restarts && hostOf(s) !== e.author) return 'not-host'
      const target = participantOf(s, member)
      if (!target) return 'target-unknown'
      if (!restarts && target.frozen?.resumed !== null) return 'author-not-frozen'
      return incarnation > incarnationOf(target) ? null : 'unchanged'
    },
    evolve: (s, e, { member, incarnation, keys }) =>
      amendParticipant(s, member, (p) => ({
        frozen: p.frozen && member !== e.author ? { ...p.frozen, resumed: incarnation } : p.frozen,
        resumedKeys: { ...p.resumedKeys, [incarnation]: keys },
        vouched: keys,
        keys: p.keys.filter(({ kid }) => keys.some((named) => named === kid)),
        rotated: false,
        keyEvents: [...p.keyEvents, e.id],
      })),
  }),

  'keys-rotated': eventRule({
    body: z.object({ keys: PublicKeys }),
    slots: [],
    decision: true,
    whileClosed: true,
    judge: () => null,
    evolve: (s, e, { keys }) =>
      amendParticipant(s, e.author, (p) =>
        e.incarnation < incarnationOf(p)
          ? {}
          : { keys, rotated: true, keyEvents: [...p.keyEvents, e.id] },
      ),
  }),
}
