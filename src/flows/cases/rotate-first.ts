// Before we write with a new key in a case that knows only the old one, the case is told (D5a): `keys-rotated`, signed with a key
// still in force there, goes first. In: the case, what we want to write; out: the command to put before it, if any.
import { participantOf } from '../../core/cases/case.ts'
import type { CaseState, PublicKey } from '../../core/cases/case.ts'
import type { CaseCommand } from '../../core/cases/command.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { EntityKey } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { incarnationOf } from '../../core/cases/membership.ts'
import { kidsInForce } from './seal-step.ts'

export async function rotateFirst(
  deps: Deps,
  member: MemberId,
  state: CaseState,
  command: CaseCommand,
): Promise<CaseCommand[]> {
  const own = participantOf(state, member)
  if (command.type === 'rotate-keys' || command.type === 'restart-author' || !own) return []
  const keys = await deps.members.keysOf(member, 'event')
  const active = keys.find((key) => key.state === 'active')
  const known = kidsInForce(state, member, incarnationOf(own), { body: {} })
  if (!active || known.includes(active.publicKey.kid)) return []
  return [{ type: 'rotate-keys', keys: keys.filter(isUsable).map((key) => key.publicKey) }]
}

const isUsable = ({ state }: EntityKey): boolean => state !== 'retired'

/** The event keys that may be in force for us: in use, or published for later. */
export async function usableKeys(
  { members }: Pick<Deps, 'members'>,
  member: MemberId,
): Promise<readonly PublicKey[]> {
  const keys = await members.keysOf(member, 'event')
  return keys.filter(isUsable).map((key) => key.publicKey)
}
