// What it was: each member states its own resolution record; which one counts, the host says when it closes (status.ts).
import { z } from 'zod'
import { MAX_REFERENCES } from '../exchange/limits.ts'
import type { EventId, MemberId } from '../kernel/id.ts'
import type { CaseState } from './case.ts'
import { markOf } from './engagement.ts'
import { eventRule } from './event.ts'
import { amendParticipant } from './membership.ts'
import { Code, Member } from './shapes.ts'

export const CAUSES = [
  'defect',
  'configuration',
  'environment',
  'usage',
  'unknown',
  'third-party',
  'capacity',
  'security',
] as const
export const REFERENCE_KINDS = ['defect', 'knowledge', 'advisory', 'release'] as const

/** The member whose resolution record, as it stands, is this event. */
export const resolutionBy = (s: CaseState, event: EventId): MemberId | null =>
  Object.values(s.participants).find((p) => p.resolution?.event === event)?.id ?? null

export const resolutionRules = {
  'resolution-stated': eventRule({
    body: z.object({
      cause: z.enum(CAUSES),
      fixOwner: Member.nullable().default(null),
      references: z
        .array(z.object({ kind: z.enum(REFERENCE_KINDS), id: Code }))
        .max(MAX_REFERENCES)
        .default([]),
      fieldFeedback: z.boolean().default(false),
    }),
    slots: ['summary', 'fix'],
    decision: true,
    judge: () => null,
    evolve: (s, e, body) =>
      amendParticipant(s, e.author, () => ({ resolution: { ...markOf(e), ...body } })),
  }),
}
