// What a hand-off needs beside its words: the phone call by which it was made, confirmed by the invitee afterwards, and what a level
// asks of the requester before it counts, a call or a contact round the clock (P10).
import { z } from 'zod'
import { engagementOf } from './case.ts'
import type { CaseState } from './case.ts'
import { amendEngagement, Answer, byInvitee, isAlive, markOf, withAnswer } from './engagement.ts'
import type { CaseEvent } from './event.ts'
import { eventRule } from './event.ts'
import type { EngagementId } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import { LEVEL_DUTIES } from './registers.ts'
import { Event } from './shapes.ts'

/** Either side may say it: who asked, and who took the call. */
function byEither(s: CaseState, e: CaseEvent, id: EngagementId): RefusalCode | null {
  const found = engagementOf(s, id)
  if (!found || id === s.opened.event) return 'engagement-unknown'
  return found.inviter === e.author || found.invitee === e.author ? null : 'not-inviter'
}

export const phoneRules = {
  'call-confirmed': eventRule({
    body: Answer.extend({ confirmed: z.boolean() }),
    slots: ['note'],
    decision: true,
    by: 'invitee',
    judge: (s, e, { engagement, confirmed }) => {
      const word = byInvitee(s, e, engagement) ?? isAlive(s, engagement)
      if (word) return word
      const phone = engagementOf(s, engagement)?.phone
      if (!phone) return 'call-unknown'
      return phone.answer?.confirmed === confirmed ? 'unchanged' : null
    },
    evolve: (s, e, body) =>
      withAnswer(
        amendEngagement(s, body.engagement, ({ phone }) =>
          phone ? { phone: { ...phone, answer: { ...markOf(e), confirmed: body.confirmed } } } : {},
        ),
        e,
        body,
      ),
  }),

  'level-duty-met': eventRule({
    body: z.object({ engagement: Event, duty: z.enum(LEVEL_DUTIES) }),
    slots: ['reference'],
    decision: true,
    judge: (s, e, { engagement, duty }) => {
      const word = byEither(s, e, engagement) ?? isAlive(s, engagement)
      if (word) return word
      const met = engagementOf(s, engagement)?.levelDuties?.[duty]
      if (met === undefined) return 'duty-unknown'
      return met ? 'unchanged' : null
    },
    // Met once is met: of two that say so without having seen each other the first stands.
    evolve: (s, e, { engagement, duty }) =>
      amendEngagement(s, engagement, ({ levelDuties }) =>
        levelDuties?.[duty] === null ? { levelDuties: { ...levelDuties, [duty]: markOf(e) } } : {},
      ),
  }),
}
