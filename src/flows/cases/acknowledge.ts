// Acknowledging that we were asked. In a notice of a planned change that is another event, since it is the whole answer that is wanted.
import { shownState } from '../../core/cases/view.ts'
import type { CaseId, EngagementId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { actOnCase } from './act-on-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'

/** Refuses what `actOnCase` refuses. */
export async function acknowledge(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  input: { readonly engagement: EngagementId; readonly note?: string },
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  const stored = await deps.cases.loadCase(member, caseId)
  if (!stored) return new Refusal('case-not-found')
  const type =
    shownState(stored).kind === 'change' ? 'acknowledge-notice' : 'acknowledge-engagement'
  return actOnCase(deps, member, caseId, { type, keys: [], ...input }, options)
}
