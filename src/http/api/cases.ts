// Cases: find, open, read, restate, close, reopen.
import { Hono } from 'hono'
import { z } from 'zod'
import { CLOSE_CODES, REOPEN_CODES } from '../../core/cases/status.ts'
import { CaseId, EventId } from '../../core/kernel/id.ts'
import { digestOf } from '../../core/kernel/bytes.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { openCase } from '../../flows/cases/open-case.ts'
import { unreachablePartners } from '../../flows/exchange/unreachable.ts'
import { readCase } from '../../flows/cases/read-case.ts'
import { readCases } from '../../flows/cases/read-cases.ts'
import type { CaseFilter } from '../../flows/case-ports.ts'
import { scoped } from '../caller.ts'
import { isHeld } from '../if-match.ts'
import { refuse } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { cursor, flag, limit, readQuery } from '../read-query.ts'
import { code, line, member, prose } from '../text.ts'
import { EngagementRequest, engagementOf } from './engagement-request.ts'
import { problemOf, ProblemRecord } from './problem-record.ts'
import { Severity, severityOf } from './severity-claim.ts'
import { acts, answersReceipt, type Api, caseIdOf, said } from './write.ts'

const Search = z.strictObject({
  number: line(80).optional(),
  partner: member.optional(),
  status: z.enum(['open', 'closed', 'closed-contested', 'invited', 'declined']).optional(),
  text: line(200).optional(),
  holder: member.optional(),
  test: flag.optional(),
  after: cursor,
  limit,
})

const NewCase = z.strictObject({
  problem: ProblemRecord,
  test: z.boolean().default(false),
  caseNumber: code.optional(),
  severity: Severity.optional(),
  engagements: z.array(EngagementRequest).max(31).default([]),
  batonSilence: z.int().min(1).max(31_536_000).nullable().default(null),
  continues: CaseId.nullable().default(null),
})

const Close = z.strictObject({
  code: z.enum(CLOSE_CODES),
  text: prose().optional(),
  counts: EventId.nullable().default(null),
})
const Reopen = z.strictObject({ code: z.enum(REOPEN_CODES), text: prose().optional() })

const RaiseRules = z.strictObject({ rules: z.int().min(1).max(1000) })

export function caseRoutes(api: Api): Hono {
  const { deps } = api
  const app = new Hono()

  app.get('/cases', scoped('cases:read'), async (c) => {
    const query = readQuery(c, Search)
    if (query instanceof Refusal) return refuse(c, query)
    const { after = null, limit: most, ...wanted } = query
    const filter = Object.fromEntries(
      Object.entries(wanted).filter(([, value]) => value !== undefined),
    ) as CaseFilter
    const page = await readCases(deps, c.var.caller.member, filter, { after, limit: most })
    return page instanceof Refusal ? refuse(c, page) : c.json(page)
  })

  app.post('/cases', scoped('cases:write'), async (c) => {
    const body = await readJson(c, NewCase)
    if (body instanceof Refusal) return refuse(c, body)
    const input = {
      problem: problemOf(body.problem),
      test: body.test,
      batonSilence: body.batonSilence,
      caseNumber: body.caseNumber ?? null,
      severity: body.severity === undefined ? null : severityOf(body.severity),
      engagements: body.engagements.map(engagementOf),
      continues: body.continues,
    }
    return answersReceipt(api, c, 201, (options) =>
      openCase(deps, c.var.caller.member, input, options),
    )
  })

  app.get('/cases/:caseId', scoped('cases:read'), async (c) => {
    const caseId = caseIdOf(c)
    if (caseId instanceof Refusal) return refuse(c, caseId)
    const view = await readCase(deps, c.var.caller.member, caseId)
    if (view instanceof Refusal) return refuse(c, view)
    const others = view.participants.filter(({ isUs, standing }) => !isUs && CALLED.has(standing))
    const unreachable = await unreachablePartners(
      deps,
      view.us,
      others.map(({ member }) => member),
    )
    const tag = await tagOf(view.version, unreachable)
    c.header('ETag', `"${tag}"`)
    return isHeld(c.req.header('if-none-match'), tag)
      ? c.body(null, 304)
      : c.json({ ...view, unreachable })
  })

  app.put(
    '/cases/:caseId/problem',
    scoped('cases:write'),
    acts(api, ProblemRecord, ({ body }) => ({ type: 'restate-problem', problem: problemOf(body) })),
  )
  app.post(
    '/cases/:caseId/close',
    scoped('cases:write'),
    acts(api, Close, ({ body }) => ({
      type: 'close-case',
      code: body.code,
      counts: body.counts,
      ...said(body.text),
    })),
  )
  app.post(
    '/cases/:caseId/reopen',
    scoped('cases:write'),
    acts(api, Reopen, ({ body }) => ({ type: 'reopen-case', code: body.code, ...said(body.text) })),
  )
  app.post(
    '/cases/:caseId/request-reopening',
    scoped('cases:write'),
    acts(api, Reopen, ({ body }) => ({
      type: 'request-reopening',
      code: body.code,
      ...said(body.text),
    })),
  )
  app.post(
    '/cases/:caseId/raise-rules',
    scoped('cases:write'),
    acts(api, RaiseRules, ({ body }) => ({ type: 'raise-rules', rules: body.rules })),
  )
  return app
}

/** Who takes part, or is to answer. */
const CALLED: ReadonlySet<string> = new Set(['accepted', 'requested'])

/** Whether partners answer is no part of the case: what is shown beside it gives the version another tag, never another number. */
async function tagOf(version: number, beside: readonly unknown[]): Promise<string> {
  if (beside.length === 0) return String(version)
  return `${version}-${(await digestOf(JSON.stringify(beside))).replaceAll('-', '_').slice(0, 8)}`
}
