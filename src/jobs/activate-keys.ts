// Activates keys that were published long enough (D5), for every entity hosted here. One bounded pass; a federation key whose
// alliance does not vouch for it yet waits for the next.
import { Refusal } from '../core/kernel/refusal.ts'
import { activateDueKeys, type RotateDeps } from '../flows/members/rotate-keys.ts'

/** @returns how many keys were activated */
export async function activateKeys(
  deps: RotateDeps,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<number> {
  let activated = 0
  for (const { id } of await deps.members.listEntities()) {
    if (signal?.aborted === true) break
    const done = await activateDueKeys(deps, id)
    activated += done.filter((rotation) => !(rotation instanceof Refusal)).length
  }
  return activated
}
