// Whom an invitee answers: its inviter and, as far as the invitation says, everybody who takes part (D6a).
import { MemberId } from '../../core/kernel/id.ts'
import { participantOf } from '../../core/cases/case.ts'
import type { CaseState } from '../../core/cases/case.ts'
import { claimsOf } from '../../core/exchange/read-claims.ts'
import type { Deps } from '../ports.ts'

export async function invitersOf(
  deps: Deps,
  member: MemberId,
  bundle: CaseState,
): Promise<MemberId[]> {
  const ids = participantOf(bundle, member)?.engagements ?? []
  const invitations = await deps.cases.eventsById(member, ids)
  const named = invitations.flatMap(({ token }) => {
    const list = claimsOf(token).body['participants']
    return Array.isArray(list) ? list.filter((m) => MemberId.safeParse(m).success) : []
  })
  const all = [...invitations.map((event) => event.author), ...(named as MemberId[])]
  return [...new Set(all)].filter((m) => m !== member)
}
