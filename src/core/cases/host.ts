// Who is host: offered by the host, answered in the candidate's own register, transferred by the host; three steps as with
// the baton (D13a). A transfer holds as long as its receiver stays active under the engagement it had then.
import { z } from 'zod'
import { hostOf, isActive, participantOf } from './case.ts'
import type { CaseState } from './case.ts'
import type { CaseEvent } from './event.ts'
import { eventRule } from './event.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import { Event, Member } from './shapes.ts'

const answers = (s: CaseState, e: CaseEvent, offer: string): RefusalCode | null => {
  if (s.hostOffer?.event !== offer || s.hostOffer.answer) return 'offer-unknown'
  return s.hostOffer.to === e.author ? null : 'not-offeree'
}

const answer = (s: CaseState, e: CaseEvent, offer: string, word: 'accepted' | 'declined') =>
  s.hostOffer?.event !== offer || s.hostOffer.to !== e.author
    ? s
    : { ...s, hostOffer: { ...s.hostOffer, answer: { event: e.id, at: e.at, word } } }

export const hostRules = {
  'host-offered': eventRule({
    body: z.object({ to: Member }),
    slots: ['ask'],
    decision: true,
    judge: (s, e, { to }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      if (to === e.author) return 'target-is-self'
      return isActive(s, to) ? null : 'target-not-active'
    },
    evolve: (s, e, { to }) => ({
      ...s,
      hostOffer: { event: e.id, at: e.at, by: e.author, to, answer: null },
    }),
  }),

  'host-offer-withdrawn': eventRule({
    body: z.object({ offer: Event }),
    slots: [],
    decision: true,
    judge: (s, e, { offer }) => {
      if (hostOf(s) !== e.author) return 'not-host'
      return s.hostOffer?.event === offer ? null : 'offer-unknown'
    },
    evolve: (s, _e, { offer }) => (s.hostOffer?.event === offer ? { ...s, hostOffer: null } : s),
  }),

  'host-accepted': eventRule({
    body: z.object({ offer: Event }),
    slots: ['note'],
    decision: true,
    judge: (s, e, { offer }) => answers(s, e, offer),
    evolve: (s, e, { offer }) => answer(s, e, offer, 'accepted'),
  }),

  'host-declined': eventRule({
    body: z.object({ offer: Event }),
    slots: ['reason'],
    decision: true,
    judge: (s, e, { offer }) => answers(s, e, offer),
    evolve: (s, e, { offer }) => answer(s, e, offer, 'declined'),
  }),

  'host-transferred': eventRule({
    body: z.object({ to: Member, offer: Event, engagement: Event }),
    slots: [],
    decision: true,
    judge: (s, e, body) => {
      if (hostOf(s) !== e.author) return 'not-host'
      if (s.hostOffer?.event !== body.offer || s.hostOffer.to !== body.to) return 'offer-unknown'
      if (s.hostOffer.answer?.word !== 'accepted') return 'offer-not-accepted'
      if (!isActive(s, body.to)) return 'target-not-active'
      return participantOf(s, body.to)?.engagement === body.engagement ? null : 'engagement-unknown'
    },
    evolve: (s, e, body) => ({
      ...s,
      hostOffer: null,
      transfers: [
        ...s.transfers,
        {
          event: e.id,
          at: e.at,
          from: e.author,
          to: body.to,
          engagement: body.engagement,
          confirmed: false,
        },
      ],
    }),
  }),
}
