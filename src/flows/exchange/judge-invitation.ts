// Whether we are asked at all: the inviter's standing decides about new engagements, our agreement about what it may ask (D2a,
// D4). Events of cases already shared are never judged here.
import type { Ask } from '../../core/members/agreement.ts'
import { defaultAgreement, judgeEngagement } from '../../core/members/agreement.ts'
import type { ParsedEvent } from '../../core/exchange/event-token.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { plusMillis } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { Level, Product } from '../../core/cases/shapes.ts'
import { judgeNewEngagement } from '../../core/members/trust.ts'
import { resolvePartner, standingOf } from '../members/resolve-partner.ts'
import type { Deps } from '../ports.ts'

const HOUR = 3_600_000

export async function judgeInvitation(
  deps: Deps,
  member: MemberId,
  invitation: ParsedEvent,
): Promise<Refusal | undefined> {
  const inviter = invitation.author
  const resolved = await resolvePartner(deps, member, inviter)
  if (resolved instanceof Refusal) return resolved
  const barred = judgeNewEngagement(standingOf(resolved.partner), deps.clock.now())
  if (barred) return barred
  if (!resolved.eventKeys.some((key) => key.kid === invitation.kid)) {
    const again = await resolvePartner(deps, member, inviter, { fresh: true })
    if (again instanceof Refusal) return again
    if (!again.eventKeys.some((key) => key.kid === invitation.kid))
      return new Refusal(
        'partner-untrusted',
        'the invitation is signed with a key its author does not publish',
      )
  }
  const at = deps.clock.now()
  const stored = await deps.members.agreementWith(member, inviter)
  const recent = await deps.members.countAsked(
    member,
    inviter,
    plusMillis(at, -HOUR),
    plusMillis(at, -24 * HOUR),
  )
  return judgeEngagement(stored?.agreement ?? defaultAgreement(inviter), askOf(invitation), recent)
}

function askOf({ body }: ParsedEvent): Ask {
  const product = Product.safeParse(body['product'])
  const level = Level.safeParse(body['level'])
  return {
    products: product.success ? [product.data.code] : [],
    level: level.success ? level.data : null,
  }
}
