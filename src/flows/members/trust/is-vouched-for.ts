// Whether every alliance that a hosted member names states a federation key of it now: before that key signs (D3, D5), since a
// configuration signed by a key that nobody vouches for would end everybody's trust at once. Pins cannot be asked: partners that
// pinned us compare the published key during the overlap.
import type { MemberId } from '../../../core/kernel/id.ts'
import { Refusal } from '../../../core/kernel/refusal.ts'
import { readStatement } from '../../../core/members/statement.ts'
import type { Deps } from '../../ports.ts'
import { anchorsOf, askAnchor } from './fetch-statements.ts'

export async function isVouchedFor(
  deps: Pick<Deps, 'members' | 'net' | 'clock'>,
  member: MemberId,
  kid: string,
): Promise<boolean> {
  const entity = await deps.members.findEntity(member)
  if (entity?.role !== 'member') return true
  const anchors = await anchorsOf(deps, member)
  const at = deps.clock.now()
  for (const hint of entity.authorityHints) {
    const answer = await askAnchor(deps, member, hint, anchors, at)
    // An alliance that does not vouch for us at all cannot lose its trust in us.
    if (answer === 'denied') continue
    if (answer instanceof Refusal) return false
    const statement = await readStatement(answer.statement, at)
    if (statement instanceof Refusal || !statement.keys.some((key) => key.kid === kid)) return false
  }
  return true
}
