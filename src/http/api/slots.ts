// What a participant states about its own side, one slot each, and each with a shape of its own.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Json } from '../../core/cases/command.ts'
import { type ROLES, TEXT_SLOT_KEYS, WORK_STATES } from '../../core/cases/note.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { actOnCase } from '../../flows/cases/act-on-case.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { code, contact, email, line, moment, phone, prose } from '../text.ts'
import { type Api, Audience, readersOf, writesCase } from './write.ts'

const roleContact = z.strictObject({
  name: line(120),
  role: line(120).optional(),
  phone: phone.optional(),
  email: email.optional(),
})

const roles = {
  'duty-manager': contact,
  'escalation-manager': contact,
  'escalation-engineer': contact,
  'technical-owner': contact,
  'communication-owner': contact,
} as const satisfies Record<(typeof ROLES)[number], unknown>

/** The shape of each slot's value. */
const VALUES = {
  'case-number': code,
  'native-severity': code,
  'native-priority': code,
  'work-state': z.enum(WORK_STATES),
  'next-update': moment,
  engineer: contact,
  ...roles,
  contacts: z.array(roleContact).min(1).max(50),
  'onward-wish': prose(2000),
  // An address that a page may show as a link: never `javascript:` or the like.
  link: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .refine((url) => url.isWellFormed()),
} as const
type SlotName = keyof typeof VALUES

const isSlot = (name: string): name is SlotName => Object.hasOwn(VALUES, name)

const bodyOf = (slot: SlotName) => {
  const value: z.ZodType<unknown> = VALUES[slot]
  return z.strictObject({ value: value.nullable(), audience: Audience.default('all') })
}
const BODIES = Object.fromEntries(
  Object.keys(VALUES).flatMap((slot) => (isSlot(slot) ? [[slot, bodyOf(slot)]] : [])),
) as Record<SlotName, ReturnType<typeof bodyOf>>

export function slotRoutes(api: Api): Hono {
  const app = new Hono()
  app.put('/cases/:caseId/slots/:slot', scoped('cases:write'), (c, next) => {
    const slot = c.req.param('slot')
    if (!isSlot(slot)) return Promise.resolve(refuse(c, new Refusal('slot-unknown')))
    return writesCase(api, BODIES[slot], async ({ body, us, caseId }, options) => {
      const isText = TEXT_SLOT_KEYS.includes(slot)
      if (!isText && body.audience !== 'all')
        return new Refusal(
          'invalid-field',
          `audience does not apply: ${slot} stands in the clear.`,
          'audience',
        )
      const command = {
        type: 'set-slot',
        key: slot,
        value: withoutUndefined(body.value),
        ...(isText ? { readers: readersOf(body.audience, us) } : {}),
      } as const
      return actOnCase(api.deps, us, caseId, command, options)
    })(c, next)
  })
  return app
}

/** What zod left undefined is not written down at all. */
const withoutUndefined = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json
