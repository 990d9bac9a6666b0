// Completes the commands on escalations: the next version of a plan, the proposal that is meant, are read from the state.
import type { EventId, MemberId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { CaseState } from './case.ts'
import type { Draft } from './command.ts'
import { draft, prose, textsToAll } from './draft-parts.ts'
import { escalationOf } from './escalation.ts'
import type { EscalationCommand } from './handling-command.ts'

/** The event that a command means; a refusal where the state has nothing for it to name. */
export function draftEscalation(s: CaseState, c: EscalationCommand, by: MemberId): Draft | Refusal {
  switch (c.type) {
    case 'raise-escalation':
      return draft(
        'escalation-raised',
        {
          ...asked(c),
          questions: c.questions,
          coupled: c.coupled ?? false,
          oneSided: c.oneSided ?? false,
        },
        askedTexts(c),
      )
    case 'restate-escalation':
      return draft('escalation-restated', { escalation: c.escalation, ...asked(c) }, askedTexts(c))
    case 'answer-escalation':
      return draft(
        'escalation-answered',
        { escalation: c.escalation, word: c.word, code: c.code ?? null },
        textsToAll({ manager: c.manager, note: c.note }),
      )
    case 'propose-escalation-plan': {
      const before = escalationOf(s, c.escalation)?.sides[by]?.plan?.version ?? 0
      return draft(
        'escalation-plan-proposed',
        { escalation: c.escalation, version: before + 1 },
        textsToAll({ plan: c.plan }),
      )
    }
    case 'agree-escalation-plan':
      return draft(
        'escalation-plan-agreed',
        { escalation: c.escalation, plan: c.plan },
        prose('note', c.note),
      )
    case 'report-on-track':
      return draft(
        'escalation-on-track',
        { escalation: c.escalation, onTrack: c.onTrack },
        prose('note', c.note),
      )
    case 'propose-escalation-end':
      return draft(
        'escalation-end-proposed',
        { escalation: c.escalation, criteria: c.criteria, notice: c.notice },
        prose('note', c.note),
      )
    case 'end-escalation':
      return draft(
        'escalation-ended',
        {
          escalation: c.escalation,
          proposal: c.proposal,
          checklist: {
            planDoneOrOnCourse: c.planDoneOrOnCourse,
            analysisOnCourse: c.analysisOnCourse,
            agreed: true,
          },
        },
        prose('agreement', c.agreement),
      )
    case 'end-escalation-by-silence':
      return onProposal(s, c.escalation, by, (proposal) =>
        draft(
          'escalation-ended-by-silence',
          { escalation: c.escalation, proposal },
          prose('note', c.note),
        ),
      )
    case 'withdraw-escalation':
      return draft('escalation-withdrawn', { escalation: c.escalation }, prose('reason', c.text))
    case 'object-to-escalation-end':
      return onProposal(s, c.escalation, c.member, (proposal) =>
        draft(
          'escalation-objected',
          { escalation: c.escalation, member: c.member, proposal },
          prose('reason', c.text),
        ),
      )
  }
}

type Asking = Extract<EscalationCommand, { readonly justification: string }>

const asked = ({ reason, level, criticalDate }: Asking): Draft['body'] => ({
  reason,
  level,
  criticalDate,
})

const askedTexts = ({ justification, impact, exitCriteria }: Asking): Draft['texts'] =>
  textsToAll({ justification, impact, 'exit-criteria': exitCriteria })

/** On the proposal to end it that a member made and that stands. */
function onProposal(
  s: CaseState,
  escalation: EventId,
  member: MemberId,
  make: (proposal: string) => Draft,
): Draft | Refusal {
  const found = escalationOf(s, escalation)
  if (!found) return new Refusal('escalation-unknown')
  const proposal = found.sides[member]?.proposal
  return proposal ? make(proposal.event) : new Refusal('target-unknown')
}
