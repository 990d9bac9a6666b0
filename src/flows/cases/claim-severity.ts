// Claiming a severity on a case that exists: what somebody said in their own scheme becomes a claim on the shared scale.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import type { SeverityClaim } from '../../core/cases/command.ts'
import { participantOf } from '../../core/cases/case.ts'
import { missingIn } from '../../core/severity/claim-change.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
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
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (isUnfounded(claim, stored && (participantOf(stored.state, member)?.claim?.level ?? null)))
    return new Refusal('reason-missing', undefined, 'reason')
  return actOnCase(deps, member, caseId, { type: 'claim-severity', ...claim }, options)
}

/** Whether a level is lowered for none of the reasons that allow it (P11). @param before what we claimed until now */
const isUnfounded = ({ level, reason }: SeverityClaim, before: SharedLevel | null): boolean =>
  level !== 1 && missingIn({ before, level, reason, impact: null, contact: null }).length > 0
