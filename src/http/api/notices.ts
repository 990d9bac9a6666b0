// Notices of planned changes: partners are told what happens when, whom to reach and how it is taken back. A notice promises nothing.
import { Hono } from 'hono'
import { z } from 'zod'
import type { Json } from '../../core/cases/command.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { handOffNotice } from '../../flows/cases/hand-off-notice.ts'
import { openCase } from '../../flows/cases/open-case.ts'
import { readCases } from '../../flows/cases/read-cases.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { cursor, limit, readQuery } from '../read-query.ts'
import { code, contact, line, member, moment, prose } from '../text.ts'
import { EngagementRequest, engagementOf } from './engagement-request.ts'
import { Severity, severityOf } from './severity-claim.ts'
import { answersReceipt, type Api, writesCase } from './write.ts'

const NewNotice = z.strictObject({
  summary: line(300),
  window: z
    .strictObject({ from: moment, until: moment })
    .refine(({ from, until }) => from < until, { path: ['until'], message: 'must be after from' }),
  partners: z.array(member).min(1).max(31),
  contacts: z.array(contact).min(1).max(20),
  rollback: prose(),
  text: prose().optional(),
  impact: prose().optional(),
  product: z
    .strictObject({ code, version: code.nullable().default(null) })
    .nullable()
    .default(null),
  caseNumber: code.optional(),
  test: z.boolean().default(false),
})
const HandOff = z.strictObject({
  summary: line(300).optional(),
  symptoms: prose(),
  impact: prose().optional(),
  caseNumber: code.optional(),
  severity: Severity.optional(),
  engagements: z.array(EngagementRequest).min(1).max(31),
})
const Listed = z.strictObject({
  status: z.enum(['open', 'closed', 'closed-contested', 'invited', 'declined']).optional(),
  after: cursor,
  limit,
})

export function noticeRoutes(api: Api): Hono {
  const { deps } = api
  const app = new Hono()

  app.get('/notices', scoped('cases:read'), async (c) => {
    const query = readQuery(c, Listed)
    if (query instanceof Refusal) return refuse(c, query)
    const { after = null, limit: most, status } = query
    const filter = { notice: true, ...(status === undefined ? {} : { status }) } as const
    const page = await readCases(deps, c.var.caller.member, filter, { after, limit: most })
    return page instanceof Refusal ? refuse(c, page) : c.json(page)
  })

  app.post('/notices', scoped('cases:write'), async (c) => {
    const body = await readJson(c, NewNotice)
    if (body instanceof Refusal) return refuse(c, body)
    const { summary, rollback, contacts, impact, text, window, product, partners } = body
    const texts = { summary, rollback, contacts, impact, symptoms: text }
    const stated = Object.entries(texts).filter(([, value]) => value !== undefined)
    const input = {
      problem: {
        product,
        kind: 'change',
        review: null,
        window,
        texts: Object.fromEntries(stated) as Record<string, Json>,
      },
      test: body.test,
      batonSilence: null,
      caseNumber: body.caseNumber ?? null,
      severity: null,
      engagements: partners.map((partner) => ({ partner, ask: 'inform', due: null }) as const),
    } as const
    return answersReceipt(api, c, 201, async (options) => {
      const receipt = await openCase(deps, c.var.caller.member, input, options)
      return receipt instanceof Refusal ? asPartner(receipt) : receipt
    })
  })

  app.post(
    '/notices/:caseId/hand-off',
    scoped('cases:write'),
    writesCase(
      api,
      HandOff,
      ({ body, us, caseId }, options) => {
        const { summary, symptoms, impact } = body
        const input = {
          texts: {
            symptoms,
            ...(summary === undefined ? {} : { summary }),
            ...(impact === undefined ? {} : { impact }),
          },
          caseNumber: body.caseNumber ?? null,
          severity: body.severity === undefined ? null : severityOf(body.severity),
          engagements: body.engagements.map(engagementOf),
        }
        return handOffNotice(deps, us, caseId, input, options)
      },
      201,
    ),
  )
  return app
}

/** Partners of a notice stand in a list of their own. */
const asPartner = ({ code: word, detail, field }: Refusal): Refusal =>
  new Refusal(word, detail, field?.replace(/^engagements\.(\d+).*/, 'partners.$1'))
