// Engagements: ask a vendor into a case; accept, decline, ask back, tell, withdraw, let lapse, complete, confirm.
import { Hono } from 'hono'
import { z } from 'zod'
import { DECLINE_CODES, OUTCOMES, WITHDRAW_CODES } from '../../core/cases/engagement.ts'
import { EventId } from '../../core/kernel/id.ts'
import { requestEngagement } from '../../flows/cases/request-engagement.ts'
import { scoped } from '../caller.ts'
import { code, contact, prose } from '../text.ts'
import { EngagementRequest, engagementOf } from './engagement-request.ts'
import { present } from './present.ts'
import { acts, type Api, Audience, Nothing, readersOf, Remark, said, writesCase } from './write.ts'

const Accept = z.strictObject({ text: prose().optional(), engineer: contact.optional() })
const Decline = z.strictObject({ code: z.enum(DECLINE_CODES), text: prose().optional() })
const AskBack = z.strictObject({
  text: prose(),
  fields: z.array(code).max(64).default([]),
  audience: Audience.default('all'),
})
const Tell = z
  .strictObject({
    text: prose().optional(),
    form: z
      .record(code, prose())
      .refine((form) => Object.keys(form).length > 0, 'must not be empty')
      .optional(),
    answers: EventId.nullable().default(null),
    audience: Audience.default('all'),
  })
  .refine((body) => body.text !== undefined || body.form !== undefined, {
    message: 'needs a text or filled-in fields of the form',
  })
const Withdraw = z.strictObject({ code: z.enum(WITHDRAW_CODES), text: prose().optional() })
const Complete = z.strictObject({
  outcome: z.enum(OUTCOMES),
  text: prose().optional(),
  audience: Audience.default('all'),
})

export function engagementRoutes(api: Api): Hono {
  const app = new Hono()
  const base = '/cases/:caseId/engagements'
  const one = `${base}/:engagementId`
  app.use(base, scoped('cases:write'))
  app.use(`${base}/*`, scoped('cases:write'))

  app.post(
    base,
    writesCase(
      api,
      EngagementRequest,
      ({ body, us, caseId }, options) =>
        requestEngagement(api.deps, us, caseId, engagementOf(body), options),
      201,
    ),
  )
  app.post(
    `${one}/accept`,
    acts(api, Accept, ({ body, target }) => ({
      type: 'accept-engagement',
      engagement: target,
      keys: [],
      ...(body.text === undefined ? {} : { note: body.text }),
      ...(body.engineer === undefined ? {} : { engineer: present(body.engineer) }),
    })),
  )
  app.post(
    `${one}/decline`,
    acts(api, Decline, ({ body, target }) => ({
      type: 'decline-engagement',
      engagement: target,
      keys: [],
      code: body.code,
      ...said(body.text),
    })),
  )
  app.post(
    `${one}/request-information`,
    acts(api, AskBack, ({ body, us, target }) => ({
      type: 'request-information',
      engagement: target,
      keys: [],
      fields: body.fields,
      text: body.text,
      readers: readersOf(body.audience, us),
    })),
  )
  app.post(
    `${one}/provide-information`,
    acts(api, Tell, ({ body, us, target }) => ({
      type: 'provide-information',
      engagement: target,
      answers: body.answers,
      readers: readersOf(body.audience, us),
      ...said(body.text),
      ...(body.form === undefined ? {} : { form: body.form }),
    })),
  )
  app.post(
    `${one}/withdraw`,
    acts(api, Withdraw, ({ body, target }) => ({
      type: 'withdraw-engagement',
      engagement: target,
      code: body.code,
      ...said(body.text),
    })),
  )
  app.post(
    `${one}/lapse`,
    acts(api, Nothing, ({ target }) => ({ type: 'lapse-engagement', engagement: target })),
  )
  app.post(
    `${one}/complete`,
    acts(api, Complete, ({ body, us, target }) => ({
      type: 'complete-engagement',
      engagement: target,
      outcome: body.outcome,
      readers: readersOf(body.audience, us),
      ...said(body.text),
    })),
  )
  app.post(
    `${one}/confirm`,
    acts(api, Remark, ({ body, target }) => ({
      type: 'confirm-completion',
      engagement: target,
      ...said(body.text),
    })),
  )
  return app
}
