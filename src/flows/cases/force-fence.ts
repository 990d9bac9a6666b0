// Going on behind a fence on an operator's word (D23): nobody is left to compare our chain with, so it begins anew under another
// incarnation, with the reason for all to read, and the fence falls. In: the case, the reason. Out: a receipt, or `case-not-fenced`,
// `history-incomplete` and what the rules of the case say.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { onCase, seal } from './act-on-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'

/** @param reason for everybody in the case to read */
export async function forceFence(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  reason: string,
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  const written = await onCase(deps, member, caseId, counted(options), async (stored, at) =>
    stored.fenced
      ? seal(deps, member, stored, at, { type: 'restart-author', text: reason })
      : new Refusal('case-not-fenced'),
  )
  if (written instanceof Refusal) return written
  await deps.cases.liftFence(member, caseId)
  return lifted(written)
}

/** Lifting the fence is a version of its own. */
const lifted = (receipt: Receipt): Receipt => ({ ...receipt, version: receipt.version + 1 })

function counted({ answer, ...options }: WriteOptions): WriteOptions {
  if (answer === undefined) return options
  return { ...options, answer: { ...answer, render: (receipt) => answer.render(lifted(receipt)) } }
}
