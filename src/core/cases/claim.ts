// Severity claims: each member's own register (D29a). Requested is the inviter's, accepted the invitee's, effective the gravest
// standing one; a claim outlives its author's departure until the host releases it.
import { z } from 'zod'
import { MAX_LEVELS } from '../exchange/limits.ts'
import type { SharedLevel } from '../severity/scale.ts'
import { hostOf, isActive, participantOf } from './case.ts'
import type { Participant } from './case.ts'
import { eventRule } from './event.ts'
import { amendParticipant } from './membership.ts'
import { Code, Event, Level, Member, PlainLine } from './shapes.ts'

export const CLAIM_REASONS = [
  'initial',
  'impact-changed',
  'misclassified',
  'workaround',
  'restored',
  'contact-lost',
  'agreed',
  'other',
] as const

const CLAIM_SLOTS = ['note', 'impact', 'contact'] as const
/** What a claim of the gravest level says beside it, unless it only follows another: what it does, and who can be reached. */
export const CLAIM_SUPPORT = ['impact', 'contact'] as const

/** Which of these a claim owes; none for a milder level. */
export const supportMissing = (
  level: unknown,
  reason: unknown,
  texts: Readonly<Record<string, unknown>>,
): (typeof CLAIM_SUPPORT)[number][] =>
  level === 1 && reason !== 'agreed'
    ? CLAIM_SUPPORT.filter((slot) => texts[slot] === undefined)
    : []

/** Every level there was, so that a clock that stopped is measured by the one that held then. */
function leveled(
  { claim, levels }: Participant,
  level: SharedLevel | null,
  at: number,
): Pick<Participant, 'levels'> {
  if (claim === null && levels === undefined) return {}
  const course = levels ?? (claim ? [{ at: claim.at, level: claim.level }] : [])
  if (course.at(-1)?.level === level) return { levels: course }
  return { levels: [...course, { at, level }].slice(-MAX_LEVELS) }
}

export const claimRules = {
  'severity-claimed': eventRule({
    body: z.object({
      level: Level,
      native: z
        .object({ scheme: Code, version: Code, code: PlainLine.max(200) })
        .nullable()
        .default(null),
      /** Digest of the mapping document used (D30). */
      mapping: z.string().length(43).nullable().default(null),
      rounded: z.enum(['exact', 'up', 'down', 'unmapped', 'defaulted']).default('exact'),
      reason: z.enum(CLAIM_REASONS),
    }),
    slots: CLAIM_SLOTS,
    decision: true,
    contests: true,
    judge: (s, e, body) => {
      const claim = participantOf(s, e.author)?.claim
      const same =
        claim?.unseen === false &&
        claim.level === body.level &&
        claim.native?.code === body.native?.code &&
        claim.native?.scheme === body.native?.scheme &&
        claim.native?.version === body.native?.version
      return same ? 'unchanged' : null
    },
    evolve: (s, e, body) =>
      amendParticipant(s, e.author, (p) => ({
        ...leveled(p, body.level, e.at),
        claim: {
          event: e.id,
          at: e.at,
          level: body.level,
          native: body.native,
          mapping: body.mapping,
          reason: body.reason,
          unseen: false,
          ...(body.rounded === 'defaulted' ? { defaulted: true as const } : {}),
          ...(supportMissing(body.level, body.reason, e.texts).length > 0
            ? { unsupported: true as const }
            : {}),
        },
      })),
  }),

  'lowering-refused': eventRule({
    body: z.object({ member: Member, claim: Event }),
    slots: ['reason'],
    decision: true,
    contests: true,
    judge: (s, e, { member, claim }) => {
      const theirs = participantOf(s, member)?.claim
      if (theirs?.event !== claim) return 'claim-unknown'
      const own = participantOf(s, e.author)
      if (!own?.claim || own.claim.level >= theirs.level) return 'claim-not-graver'
      return own.refusals?.[member]?.claim === claim ? 'unchanged' : null
    },
    evolve: (s, e, { member, claim }) =>
      amendParticipant(s, e.author, ({ refusals }) => ({
        refusals: { ...refusals, [member]: { event: e.id, at: e.at, claim } },
      })),
  }),

  'claim-released': eventRule({
    body: z.object({ member: Member }),
    slots: ['reason'],
    decision: true,
    whileClosed: true,
    judge: (s, e, { member }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      if (isActive(s, member)) return 'participant-still-active'
      return participantOf(s, member)?.claim ? null : 'claim-unknown'
    },
    evolve: (s, e, { member }, sees) =>
      amendParticipant(s, member, (p) =>
        p.claim && sees(p.claim.event) ? { ...leveled(p, null, e.at), claim: null } : {},
      ),
  }),
}
