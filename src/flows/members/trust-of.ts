// The badge of an event's key: whether the federation vouches for it now (D5a, D5b). It never decides whether the event exists.
// For the hot path: at most one read in 30 s for each author, and nothing over the network.
import type { Trust } from '../../core/cases/consequences.ts'
import type { MemberId, Thumbprint } from '../../core/kernel/id.ts'
import { judgeKey } from '../../core/members/trust.ts'
import type { Deps } from '../ports.ts'
import { recallPartner } from './partner-memory.ts'
import { eventKeysOf, standingOf } from './resolve-partner.ts'

export async function trustOf(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  author: MemberId,
  kid: string,
): Promise<Exclude<Trust, 'own'>> {
  const partner = await recallPartner(deps, member, author)
  const known = partner && { ...standingOf(partner), eventKeys: eventKeysOf(partner) }
  return judgeKey(known ?? undefined, kid as Thumbprint, deps.clock.now()).badge
}
