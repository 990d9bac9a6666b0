// Claiming a severity on a case that exists: what somebody said in their own scheme becomes a claim on the shared scale.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { actOnCase } from './act-on-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'
import { resolveSeverity, type SeverityInput } from './resolve-severity.ts'

/** Refuses what `resolveSeverity` and `actOnCase` refuse; fields are named as they stand in the input. */
export async function claimSeverity(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  input: SeverityInput,
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  const claim = await resolveSeverity(deps, member, input)
  if (claim instanceof Refusal)
    return new Refusal(claim.code, claim.detail, claim.field?.replace(/^severity\./, ''))
  return actOnCase(deps, member, caseId, { type: 'claim-severity', ...claim }, options)
}
