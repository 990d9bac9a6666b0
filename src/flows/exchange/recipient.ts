// Which hosted member an exchange address belongs to. Looked up on every push, so remembered for a moment per store.
import type { MemberId } from '../../core/kernel/id.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import type { Deps } from '../ports.ts'

const KEPT_MS = 5_000
const KEPT = 1_000
type Found = { readonly id: MemberId | null; readonly until: number }
const known = new WeakMap<Deps['members'], Map<string, Found>>()

/** The member hosted under a handle, or null. Anchors take no cases. */
export async function recipientOf(deps: Deps, handle: string): Promise<MemberId | null> {
  const now = millisOf(deps.clock.now())
  const found = known.get(deps.members) ?? new Map<string, Found>()
  known.set(deps.members, found)
  const kept = found.get(handle)
  if (kept && kept.until > now) return kept.id
  const entity = await deps.members.findEntityByHandle(handle)
  const id = entity?.role === 'member' ? entity.id : null
  if (found.size >= KEPT) found.clear()
  found.set(handle, { id, until: now + KEPT_MS })
  return id
}
