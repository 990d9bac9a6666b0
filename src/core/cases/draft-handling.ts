// Completes the commands about how a case is handled: versions, standing claims and agreements are read from the state. What a draft
// may do is not asked here.
import type { MemberId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { CaseState } from './case.ts'
import { participantOf } from './case.ts'
import type { Draft } from './command.ts'
import { draftEscalation } from './draft-escalation.ts'
import { draft, prose, textsToAll } from './draft-parts.ts'
import type { HandlingCommand } from './handling-command.ts'

/** The event that a command means; a refusal where the state has nothing for it to name. */
export function draftHandling(s: CaseState, c: HandlingCommand, by: MemberId): Draft | Refusal {
  switch (c.type) {
    case 'acknowledge-engagement':
      return draft(
        'engagement-acknowledged',
        { ...answer(s, c), automatic: c.automatic ?? false },
        prose('note', c.note),
      )
    case 'acknowledge-notice':
      return draft('notice-acknowledged', answer(s, c), prose('note', c.note))
    case 'confirm-call':
      return draft(
        'call-confirmed',
        { ...answer(s, c), confirmed: c.confirmed },
        prose('note', c.note),
      )
    case 'meet-level-duty':
      return draft(
        'level-duty-met',
        { engagement: c.engagement, duty: c.duty },
        prose('reference', c.reference),
      )
    case 'pause-clock':
      return draft(
        'clock-paused',
        { engagement: c.engagement, clock: c.clock, reason: c.reason },
        prose('note', c.note),
      )
    case 'resume-clock':
      return draft(
        'clock-resumed',
        { engagement: c.engagement, pause: c.pause },
        prose('note', c.note),
      )
    case 'miss-clock':
      return draft('clock-missed', { engagement: c.engagement, clock: c.clock, due: c.due })
    case 'refuse-lowering':
      return refuseLowering(s, c)
    case 'propose-plan':
      return draft(
        'plan-proposed',
        {
          version: (s.plan?.version ?? 0) + 1,
          rhythmMinutes: c.rhythmMinutes,
          channel: c.channel,
          nextUpdate: c.nextUpdate,
        },
        textsToAll({ bridge: c.bridge, attendees: c.attendees, speaker: c.speaker }),
      )
    case 'agree-plan':
      if (!s.plan) return new Refusal('target-unknown')
      return draft('plan-agreed', { plan: s.plan.event }, prose('note', c.note))
    case 'add-action':
      return draft(
        'action-added',
        { escalation: c.escalation, assignee: c.assignee, due: c.due },
        prose('text', c.text),
      )
    case 'withdraw-action':
      return draft('action-withdrawn', { action: c.action }, prose('reason', c.text))
    case 'answer-action':
      return draft('action-answered', { action: c.action, word: c.word }, prose('note', c.note))
    case 'state-resolution':
      return draft(
        'resolution-stated',
        {
          cause: c.cause,
          fixOwner: c.fixOwner,
          references: c.references,
          fieldFeedback: c.fieldFeedback,
        },
        textsToAll({ summary: c.summary, fix: c.fix }),
      )
    case 'share-effort':
      return draft(
        'effort-shared',
        { engagement: c.engagement, minutes: c.minutes, activity: c.activity, day: c.day },
        prose('note', c.note),
      )
    default:
      return draftEscalation(s, c, by)
  }
}

const answer = (
  s: CaseState,
  { engagement, keys }: Extract<HandlingCommand, { readonly keys: unknown }>,
): Draft['body'] => ({ engagement, keys, algs: s.algs })

function refuseLowering(
  s: CaseState,
  { member, text }: Extract<HandlingCommand, { type: 'refuse-lowering' }>,
): Draft | Refusal {
  const claim = participantOf(s, member)?.claim
  if (!claim) return new Refusal('claim-unknown')
  return draft('lowering-refused', { member, claim: claim.event }, prose('reason', text))
}
