// An invitee says that it has seen what it was asked, before it answers; of a change notice it needs to say no more (needs N19).
// Like any answer these show the invitee's keys, so that whoever does not take part yet can sign them (D5a).
import { z } from 'zod'
import { engagementOf } from './case.ts'
import type { CaseState } from './case.ts'
import {
  amendEngagement,
  Answer,
  automatically,
  byInvitee,
  isAlive,
  markOf,
  withAnswer,
} from './engagement.ts'
import type { CaseEvent } from './event.ts'
import { eventRule } from './event.ts'
import type { EngagementId } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'

const once = (s: CaseState, e: CaseEvent, id: EngagementId): RefusalCode | null =>
  byInvitee(s, e, id) ?? isAlive(s, id) ?? (engagementOf(s, id)?.acknowledged ? 'unchanged' : null)

export const acknowledgmentRules = {
  'engagement-acknowledged': eventRule({
    body: Answer.extend({ automatic: z.boolean().default(false) }),
    slots: ['note'],
    decision: true,
    by: 'invitee',
    judge: (s, e, { engagement }) => once(s, e, engagement),
    evolve: (s, e, body) =>
      withAnswer(
        amendEngagement(s, body.engagement, (g) => ({
          acknowledged: markOf(e),
          ...automatically(g, 'acknowledged', body.automatic),
        })),
        e,
        body,
      ),
  }),

  'notice-acknowledged': eventRule({
    body: Answer,
    slots: ['note'],
    decision: true,
    by: 'invitee',
    judge: (s, e, { engagement }) =>
      s.kind === 'change' ? once(s, e, engagement) : 'not-a-notice',
    evolve: (s, e, body) =>
      withAnswer(
        amendEngagement(s, body.engagement, () => ({ acknowledged: markOf(e) })),
        e,
        body,
      ),
  }),
}
