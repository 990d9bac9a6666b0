// A partner asks who of ours answers now (PROTOCOL.md 12.9). Told to members in good standing only; names and numbers of people only if
// our member says so in its profile. In: the caller, already authenticated, and its question. Out: the answer, or the word.
import { z } from 'zod'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { judgeNewEngagement } from '../../core/members/trust.ts'
import { SharedLevel } from '../../core/severity/scale.ts'
import { dutyAnswer } from '../../core/support/duty-answer.ts'
import { ProductCode } from '../../core/support/shapes.ts'
import { recallPartner } from '../members/partner-memory.ts'
import { standingOf } from '../members/resolve-partner.ts'
import { ownAnswer } from './own-answer.ts'
import type { SupportDeps } from './support-profile-of.ts'

/** Later versions may ask more. */
export const DutyQuestion = z.object({
  product: z.exactOptional(ProductCode),
  level: z.exactOptional(SharedLevel),
})
export type DutyQuestion = z.infer<typeof DutyQuestion>

/** Refuses `not-found` where nothing is published, `partner-untrusted` and `member-suspended` as for a new engagement. */
export async function serveDuty(
  deps: SupportDeps,
  member: MemberId,
  caller: MemberId,
  question: DutyQuestion,
): Promise<ReturnType<typeof dutyAnswer> | Refusal> {
  const at = deps.clock.now()
  const partner = await recallPartner(deps, member, caller)
  if (partner === null) return new Refusal('partner-untrusted')
  const barred = judgeNewEngagement(standingOf(partner), at)
  if (barred) return barred
  const entity = await deps.members.findEntity(member)
  const shareNames = entity?.profile.shareDutyNames === true
  const answer = await ownAnswer(deps, member, at, question, shareNames)
  return answer === null ? new Refusal('not-found') : dutyAnswer(answer, at)
}
