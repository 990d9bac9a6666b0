// A member's own severity scheme, ready for showing levels in its words. Remembered for seconds, since every case that is read
// asks for it; null where none is set or the one that is set cannot be read.
import type { MemberId } from '../../core/kernel/id.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Mapping } from '../../core/severity/mapping-document.ts'
import type { MemberStore } from '../member-ports.ts'
import { ShortMemory } from '../members/partner-memory.ts'
import type { Deps } from '../ports.ts'
import { mappingOf } from './resolve-severity.ts'

const REMEMBERED_MILLIS = 5_000
const memories = new WeakMap<MemberStore, ShortMemory<Mapping | null>>()

export async function ownMapping(deps: Deps, member: MemberId): Promise<Mapping | null> {
  const memory = memories.get(deps.members) ?? new ShortMemory(REMEMBERED_MILLIS, 1_000)
  memories.set(deps.members, memory)
  const now = millisOf(deps.clock.now())
  const known = memory.recall(member, now)
  if (known !== undefined) return known
  const found = await mappingOf(deps, member, undefined)
  const mapping = found instanceof Refusal ? null : found
  memory.keep(member, mapping, now)
  return mapping
}
