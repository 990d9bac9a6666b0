// A note for one's own organisation: a local record, no event, and nothing that ever leaves this gateway (D16).
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { onCase } from './act-on-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'

/** Adds an internal note; also on closed, invited and joining cases. Refusals: `case-not-found`, `precondition-failed`. */
export function addLocalNote(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  note: { readonly author: string; readonly text: string },
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  return onCase(deps, member, caseId, options, async (stored, at) => ({
    sealed: {
      state: stored.stage === 'shared' ? stored.state : (stored.bundle ?? stored.state),
      rows: [],
      texts: [],
      deliveries: [],
      leaves: [],
    },
    localNotes: [{ id: deps.random.id(), ...note, at }],
  }))
}
