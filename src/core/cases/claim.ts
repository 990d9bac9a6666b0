// Severity claims: each member's own register (D29a). Requested is the inviter's, accepted the invitee's, effective the gravest
// standing one; a claim outlives its author's departure until the host releases it.
import { z } from 'zod'
import { hostOf, isActive, participantOf } from './case.ts'
import { eventRule } from './event.ts'
import { amendParticipant } from './membership.ts'
import { Code, Level, Member, PlainLine } from './shapes.ts'

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
    slots: ['note', 'impact', 'contact'],
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
      amendParticipant(s, e.author, () => ({
        claim: {
          event: e.id,
          at: e.at,
          level: body.level,
          native: body.native,
          mapping: body.mapping,
          reason: body.reason,
          unseen: false,
        },
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
    evolve: (s, _e, { member }, sees) =>
      amendParticipant(s, member, (p) => (p.claim && sees(p.claim.event) ? { claim: null } : {})),
  }),
}
