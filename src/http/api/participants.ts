// Taking part: leave, remove, allow to engage, propose, freeze and let write again.
import { Hono } from 'hono'
import { z } from 'zod'
import { LEAVE_CODES, REMOVE_CODES } from '../../core/cases/membership.ts'
import { EventId, Thumbprint } from '../../core/kernel/id.ts'
import { scoped } from '../caller.ts'
import { member, prose } from '../text.ts'
import { acts, type Api, Audience, readersOf, said } from './write.ts'

const Leave = z.strictObject({ code: z.enum(LEAVE_CODES), text: prose().optional() })
const Remove = z.strictObject({ member, code: z.enum(REMOVE_CODES), text: prose().optional() })
const MayEngage = z.strictObject({ member, granted: z.boolean() })
const Propose = z.strictObject({
  member,
  text: prose().optional(),
  audience: Audience.default('all'),
})
const Cut = z.strictObject({ member, text: prose().optional() })
const Resume = z.strictObject({
  member,
  keys: z
    .array(Thumbprint)
    .min(1)
    .max(16)
    .refine((keys) => new Set(keys).size === keys.length, 'must not name a key twice'),
  text: prose().optional(),
})

const Show = z.strictObject({
  author: member,
  events: z
    .tuple([EventId, EventId])
    .refine(([one, other]) => one !== other, 'must name two events'),
})

export function participantRoutes(api: Api): Hono {
  const app = new Hono()
  const writes = scoped('cases:write')

  app.post(
    '/cases/:caseId/leave',
    writes,
    acts(api, Leave, ({ body }) => ({ type: 'leave-case', code: body.code, ...said(body.text) })),
  )
  app.post(
    '/cases/:caseId/remove',
    writes,
    acts(api, Remove, ({ body }) => ({
      type: 'remove-member',
      member: body.member,
      code: body.code,
      ...said(body.text),
    })),
  )
  app.post(
    '/cases/:caseId/may-engage',
    writes,
    acts(api, MayEngage, ({ body }) => ({ type: 'grant-may-engage', ...body })),
  )
  app.post(
    '/cases/:caseId/propose',
    writes,
    acts(api, Propose, ({ body, us }) => ({
      type: 'propose-member',
      member: body.member,
      readers: readersOf(body.audience, us),
      ...said(body.text),
    })),
  )
  app.post(
    '/cases/:caseId/cut',
    writes,
    acts(api, Cut, ({ body }) => ({
      type: 'cut-author',
      member: body.member,
      ...said(body.text),
    })),
  )
  app.post(
    '/cases/:caseId/resume',
    writes,
    acts(api, Resume, ({ body }) => ({
      type: 'resume-author',
      member: body.member,
      keys: body.keys,
      ...said(body.text),
    })),
  )
  app.post(
    '/cases/:caseId/show-equivocation',
    writes,
    acts(api, Show, ({ body }) => ({ type: 'show-equivocation', ...body })),
  )
  return app
}
