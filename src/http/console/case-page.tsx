// Answers with the page of one case.
import type { Context } from 'hono'
import { z } from 'zod'
import { CaseId } from '../../core/kernel/id.ts'
import { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { caseStamp } from '../../flows/cases/case-stamp.ts'
import type { AppDeps } from '../context.ts'
import { parseFields } from '../fields.ts'
import { CasePage } from './pages/case.tsx'
import { type Asked, type CaseRead, readCasePage } from './read-page.ts'
import type { Reader } from './reader.ts'
import { sayNo } from './said-answers.tsx'

const Query = z.object({
  order: z.enum(['newest', 'oldest']).default('newest'),
  after: z.string().max(500).optional(),
  reached: Instant.optional(),
})

export type Setting = { readonly base: string; readonly zone: string }

export async function showCase(
  c: Context,
  deps: AppDeps,
  { base, zone }: Setting,
): Promise<Response> {
  const id = CaseId.safeParse(c.req.param('id'))
  if (!id.success) return sayNo(c, base, new Refusal('case-not-found'))
  const query = parseFields(Query, c.req.query())
  if (query instanceof Refusal) return sayNo(c, base, query)
  const { member, name } = c.var.pass
  const asked: Asked = {
    newestFirst: query.order === 'newest',
    after: query.after ?? null,
    reached: query.reached ?? null,
  }
  // Read before the page: what changes meanwhile shows as a change.
  const stamp = await caseStamp(deps, member, id.data)
  const read = await readCasePage(deps, member, id.data, asked, zone)
  if (read instanceof Refusal) return sayNo(c, base, read)
  const reader: Reader = {
    us: member,
    name,
    now: deps.clock.now(),
    zone,
    base,
    nonce: c.var.nonce,
    nameOf: read.nameOf,
  }
  return c.html(
    <CasePage read={read} reader={reader} links={linksOf(base, id.data, stamp, read)} />,
  )
}

function linksOf(base: string, id: CaseId, stamp: string | null, { newestFirst, next }: CaseRead) {
  const page = `${base}/cases/${id}`
  const order = newestFirst ? 'newest' : 'oldest'
  return {
    live: `${page}/live?${new URLSearchParams({ seen: stamp ?? '' }).toString()}`,
    turn: `${page}?order=${newestFirst ? 'oldest' : 'newest'}#timeline`,
    more:
      next === null
        ? null
        : `${page}?${new URLSearchParams({ order, ...next }).toString()}#timeline`,
  }
}
