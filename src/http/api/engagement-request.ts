// Asking a vendor into a case, as the API takes it.
import { z } from 'zod'
import { ASKS } from '../../core/cases/engagement.ts'
import type { EngagementInput } from '../../flows/cases/request-engagement.ts'
import type { Terms } from '../../flows/cases/send-level.ts'
import { code, contact, line, member, moment, prose } from '../text.ts'
import { present } from './present.ts'
import { Severity } from './severity-claim.ts'

/** What is known of a hand-off before it is made: what the level in the partner's words depends on. */
const terms = {
  partner: member,
  product: code.optional(),
  plan: code.optional(),
  channel: z.enum(['api', 'web']).optional(),
  levelDuties: z
    .strictObject({
      contact: z.enum(['given', 'promised', 'none']).optional(),
      call: z.enum(['promised', 'none']).optional(),
    })
    .optional(),
}

export const EngagementRequest = z.strictObject({
  ...terms,
  ask: z.enum(ASKS).default('assist'),
  text: prose().optional(),
  due: moment.nullable().default(null),
  form: z.record(code, prose()).optional(),
  entitlement: z
    .strictObject({
      contract: line(120).optional(),
      serial: line(120).optional(),
      level: line(120).optional(),
    })
    .optional(),
  contact: contact.optional(),
  phone: z
    .strictObject({
      at: moment,
      caller: line(120),
      answeredBy: line(120),
      agreed: prose(4000),
      reference: line(120).optional(),
    })
    .optional(),
  impact: prose(2000).optional(),
})

/** What would be sent, before anything is: the level itself, or a severity as it is claimed. */
export const EngagementPreview = z.strictObject({
  ...terms,
  severity: Severity,
  byPhone: z.boolean().default(false),
})

type Known = z.infer<typeof EngagementRequest> | z.infer<typeof EngagementPreview>

export function termsOf({
  partner,
  product,
  plan,
  channel,
  levelDuties,
}: Known): Omit<Terms, 'phone'> {
  return {
    partner,
    ...(product === undefined ? {} : { product }),
    ...(plan === undefined ? {} : { plan }),
    ...(channel === undefined ? {} : { channel }),
    ...(levelDuties === undefined ? {} : { levelDuties: present(levelDuties) }),
  }
}

export function engagementOf(request: z.infer<typeof EngagementRequest>): EngagementInput {
  const { ask, due, text, form, entitlement, contact: whom, phone, impact } = request
  return {
    ...termsOf(request),
    ask,
    due,
    ...(text === undefined ? {} : { text }),
    ...(form === undefined ? {} : { form }),
    ...(entitlement === undefined ? {} : { entitlement: present(entitlement) }),
    ...(whom === undefined ? {} : { contact: present(whom) }),
    ...(phone === undefined ? {} : { phone: present(phone) }),
    ...(impact === undefined ? {} : { impact }),
  }
}
