// What leaves for one partner: tokens as they rest, and beside them only the texts that this partner may read now (D6a, D7c).
import { engagementOf, isActive, participantOf } from '../../core/cases/case.ts'
import type { CaseState } from '../../core/cases/case.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { standingOf } from '../../core/cases/case.ts'
import { claimsOf } from '../../core/exchange/read-claims.ts'
import type { StoredCase } from '../case-ports.ts'
import type { Deps } from '../ports.ts'

export type Outgoing = {
  readonly event: EventId
  readonly caseId: CaseId
  readonly token: string
}

/** Disclosures by event id. */
export type Disclosures = Readonly<Record<string, readonly string[]>>

export const stateOf = (stored: StoredCase): CaseState =>
  stored.stage === 'shared' ? stored.state : (stored.bundle ?? stored.state)

export async function disclosuresFor(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  outgoing: readonly Outgoing[],
): Promise<Disclosures> {
  const byCase = Map.groupBy(outgoing, (item) => item.caseId)
  const disclosures: Record<string, readonly string[]> = {}
  for (const [caseId, items] of byCase) {
    const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
    if (!stored) continue
    const state = stateOf(stored)
    const open = items.filter((item) => mayReadTexts(state, member, partner, item))
    if (open.length === 0) continue
    const texts = await deps.cases.loadTexts(
      member,
      caseId,
      open.map((item) => item.event),
    )
    for (const text of texts)
      if (text.readers === 'case' || text.readers.includes(partner))
        disclosures[text.event] = [...(disclosures[text.event] ?? []), text.disclosure]
  }
  return disclosures
}

/**
 * A participant reads what names it a reader; an invitee only what its own invitation says; somebody that left, nothing. Our own
 * words in a case whose history we lack go to those we know from the invitation.
 */
function mayReadTexts(s: CaseState, member: MemberId, partner: MemberId, item: Outgoing): boolean {
  if (isActive(s, partner)) return true
  const claims = claimsOf(item.token)
  if (!isActive(s, member) && claims.iss === member) return true
  const engagement = claims.type === 'engagement-requested' ? item.event : claims.body['engagement']
  const asked = typeof engagement === 'string' ? engagementOf(s, engagement as EventId) : undefined
  return (
    asked?.invitee === partner &&
    participantOf(s, partner) !== undefined &&
    ['requested', 'withdrawn', 'lapsed'].includes(standingOf(asked))
  )
}
