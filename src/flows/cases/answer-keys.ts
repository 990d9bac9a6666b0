// The keys that an answer to an invitation shows: those of ours whose thumbprints the inviter named (D5a).
import { participantOf } from '../../core/cases/case.ts'
import type { CaseState, PublicKey } from '../../core/cases/case.ts'
import type { EngagementId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'

export async function answerKeys(
  deps: Deps,
  member: MemberId,
  state: CaseState,
  engagement: EngagementId,
): Promise<readonly PublicKey[] | Refusal> {
  const participant = participantOf(state, member)
  if (!participant?.engagements.includes(engagement)) return new Refusal('engagement-unknown')
  const own = await deps.members.keysOf(member, 'event')
  if (participant.rotated)
    return participant.keys.filter((key) => own.some((k) => k.publicKey.kid === key.kid))
  const named = own.filter(
    (key) => key.sealed !== null && participant.vouched.includes(key.publicKey.kid),
  )
  if (named.length === 0)
    return new Refusal(
      'event-key-unknown',
      'the invitation names none of our keys; ask to be invited again',
    )
  return named.map((key) => key.publicKey)
}
