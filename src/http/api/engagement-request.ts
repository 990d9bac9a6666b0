// Asking a vendor into a case, as the API takes it.
import { z } from 'zod'
import { ASKS } from '../../core/cases/engagement.ts'
import type { EngagementInput } from '../../flows/cases/request-engagement.ts'
import { code, contact, line, member, moment, prose } from '../text.ts'
import { present } from './present.ts'

export const EngagementRequest = z.strictObject({
  partner: member,
  ask: z.enum(ASKS).default('assist'),
  product: code.optional(),
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
})

export function engagementOf(request: z.infer<typeof EngagementRequest>): EngagementInput {
  const { partner, ask, due, product, text, form, entitlement, contact: whom } = request
  return {
    partner,
    ask,
    due,
    ...(product === undefined ? {} : { product }),
    ...(text === undefined ? {} : { text }),
    ...(form === undefined ? {} : { form }),
    ...(entitlement === undefined ? {} : { entitlement: present(entitlement) }),
    ...(whom === undefined ? {} : { contact: present(whom) }),
  }
}
