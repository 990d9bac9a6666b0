// Who owns the next action, and who leads: offer, take back, accept, decline, and the last step, which follows by itself as a rule.
import { Hono } from 'hono'
import { z } from 'zod'
import { BATON_DECLINE_CODES } from '../../core/cases/baton.ts'
import { scoped } from '../caller.ts'
import { member, prose } from '../text.ts'
import { acts, type Api, Audience, Nothing, readersOf, Remark, said } from './write.ts'

const Offer = z.strictObject({
  to: member,
  text: prose().optional(),
  audience: Audience.default('all'),
})
const DeclineBaton = z.strictObject({
  code: z.enum(BATON_DECLINE_CODES),
  text: prose().optional(),
})

export function batonRoutes(api: Api): Hono {
  const app = new Hono()
  const base = '/cases/:caseId/baton'
  app.use(`${base}/*`, scoped('cases:write'))

  app.post(
    `${base}/offer`,
    acts(api, Offer, ({ body, us }) => ({
      type: 'offer-baton',
      to: body.to,
      readers: readersOf(body.audience, us),
      ...said(body.text),
    })),
  )
  app.post(
    `${base}/withdraw-offer`,
    acts(api, Nothing, () => ({ type: 'withdraw-baton-offer' })),
  )
  app.post(
    `${base}/accept`,
    acts(api, Remark, ({ body }) => ({ type: 'accept-baton', ...said(body.text) })),
  )
  app.post(
    `${base}/decline`,
    acts(api, DeclineBaton, ({ body }) => ({
      type: 'decline-baton',
      code: body.code,
      ...said(body.text),
    })),
  )
  app.post(
    `${base}/pass`,
    acts(api, Nothing, () => ({ type: 'pass-baton' })),
  )
  app.post(
    `${base}/reclaim`,
    acts(api, Remark, ({ body }) => ({ type: 'reclaim-baton', ...said(body.text) })),
  )
  return app
}

export function hostRoutes(api: Api): Hono {
  const app = new Hono()
  const base = '/cases/:caseId/host'
  app.use(`${base}/*`, scoped('cases:write'))

  app.post(
    `${base}/offer`,
    acts(api, Offer, ({ body, us }) => ({
      type: 'offer-host',
      to: body.to,
      readers: readersOf(body.audience, us),
      ...said(body.text),
    })),
  )
  app.post(
    `${base}/withdraw-offer`,
    acts(api, Nothing, () => ({ type: 'withdraw-host-offer' })),
  )
  app.post(
    `${base}/accept`,
    acts(api, Remark, ({ body }) => ({ type: 'accept-host', ...said(body.text) })),
  )
  app.post(
    `${base}/decline`,
    acts(api, Remark, ({ body }) => ({ type: 'decline-host', ...said(body.text) })),
  )
  app.post(
    `${base}/transfer`,
    acts(api, Nothing, () => ({ type: 'transfer-host' })),
  )
  return app
}
