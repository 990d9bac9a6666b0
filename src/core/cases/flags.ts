// What is unusual about a case, as words to be shown beside it. Computed from the state; nothing is decided by a flag.
import type { MemberId } from '../kernel/id.ts'
import { isActive, openEscalations, participantOf, standingOf, statusOf } from './case.ts'
import type { CaseState, Engagement, Participant } from './case.ts'

export type Flag =
  | 'holder-gone'
  | 'closed-contested'
  | 'equivocation'
  | 'author-frozen'
  | 'crossed'
  | 'claim-unseen'
  | 'claim-unsupported'
  | 'escalated'
  | 'phone-unconfirmed'
  | 'phone-disputed'
  | 'level-duty-unmet'
  | 'severity-disputed'

export function flagsOf(s: CaseState): Flag[] {
  const participants = Object.values(s.participants)
  const flags = new Set<Flag>()
  if (!isActive(s, s.baton.holder)) flags.add('holder-gone')
  if (statusOf(s) === 'closed-contested') flags.add('closed-contested')
  if (s.equivocations.length > 0) flags.add('equivocation')
  if (participants.some((p) => p.frozen && p.frozen.resumed === null)) flags.add('author-frozen')
  if (Object.values(s.engagements).some((e) => e.crossed)) flags.add('crossed')
  if (participants.some((p) => p.claim?.unseen)) flags.add('claim-unseen')
  if (participants.some((p) => p.claim?.unsupported)) flags.add('claim-unsupported')
  if (participants.some((p) => disputes(s, p).length > 0)) flags.add('severity-disputed')
  if (openEscalations(s).length > 0) flags.add('escalated')
  for (const e of Object.values(s.engagements)) if (isWaiting(e)) addEngagementFlags(flags, e)
  return [...flags].toSorted()
}

const isWaiting = (e: Engagement): boolean => ['requested', 'accepted'].includes(standingOf(e))

function addEngagementFlags(flags: Set<Flag>, { phone, levelDuties }: Engagement): void {
  if (phone) {
    if (phone.answer === null) flags.add('phone-unconfirmed')
    else if (!phone.answer.confirmed) flags.add('phone-disputed')
  }
  if (Object.values(levelDuties ?? {}).includes(null)) flags.add('level-duty-unmet')
}

/** Members whose standing claim this one refuses to follow: milder than its own, and not restated since. */
export function disputes(s: CaseState, { claim, refusals }: Participant): MemberId[] {
  return Object.entries(refusals ?? {})
    .filter(([member, refused]) => {
      const theirs = participantOf(s, member as MemberId)?.claim
      return theirs?.event === refused.claim && claim !== null && claim.level < theirs.level
    })
    .map(([member]) => member as MemberId)
}
