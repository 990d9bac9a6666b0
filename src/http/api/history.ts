// What happened: the events of a case, where they went, and what they overturned.
import { Hono } from 'hono'
import { z } from 'zod'
import { EventId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { readEvent, readHistory } from '../../flows/cases/read-history.ts'
import { readDeliveries, readOverturned } from '../../flows/cases/read-records.ts'
import type { DeliveryState } from '../../flows/case-ports.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { cursor, flag, limit, readQuery } from '../read-query.ts'
import { type Api, caseIdOf } from './write.ts'

const HistoryQuery = z.strictObject({
  order: z.enum(['oldest', 'newest']).default('oldest'),
  token: flag.default(false),
  after: cursor,
  limit,
})
const PageQuery = z.strictObject({ after: cursor, limit })
const EventQuery = z.strictObject({ token: flag.default(false) })

export function historyRoutes({ deps }: Api): Hono {
  const app = new Hono()
  const reads = scoped('cases:read')

  app.get('/cases/:caseId/history', reads, async (c) => {
    const caseId = caseIdOf(c)
    if (caseId instanceof Refusal) return refuse(c, caseId)
    const query = readQuery(c, HistoryQuery)
    if (query instanceof Refusal) return refuse(c, query)
    const page = await readHistory(deps, c.var.caller.member, caseId, {
      after: query.after ?? null,
      limit: query.limit,
      newestFirst: query.order === 'newest',
      withToken: query.token,
    })
    return page instanceof Refusal ? refuse(c, page) : c.json(page)
  })

  app.get('/cases/:caseId/history/:eventId', reads, async (c) => {
    const caseId = caseIdOf(c)
    if (caseId instanceof Refusal) return refuse(c, caseId)
    const event = EventId.safeParse(c.req.param('eventId'))
    if (!event.success) return refuse(c, new Refusal('not-found'))
    const query = readQuery(c, EventQuery)
    if (query instanceof Refusal) return refuse(c, query)
    const view = await readEvent(deps, c.var.caller.member, caseId, event.data, query.token)
    return view instanceof Refusal ? refuse(c, view) : c.json(view)
  })

  app.get('/cases/:caseId/deliveries', reads, async (c) => {
    const caseId = caseIdOf(c)
    if (caseId instanceof Refusal) return refuse(c, caseId)
    const query = readQuery(c, PageQuery)
    if (query instanceof Refusal) return refuse(c, query)
    const page = { after: query.after ?? null, limit: query.limit }
    const found = await readDeliveries(deps, c.var.caller.member, caseId, page)
    if (found instanceof Refusal) return refuse(c, found)
    const items = found.items.map((delivery) => ({ ...delivery, state: stateOf(delivery) }))
    return c.json({ items, next: found.next })
  })

  app.get('/cases/:caseId/overturned', reads, async (c) => {
    const caseId = caseIdOf(c)
    if (caseId instanceof Refusal) return refuse(c, caseId)
    const found = await readOverturned(deps, c.var.caller.member, caseId)
    return found instanceof Refusal ? refuse(c, found) : c.json({ items: found })
  })
  return app
}

function stateOf({ deliveredAt, refused }: DeliveryState): 'waiting' | 'delivered' | 'refused' {
  if (refused !== null) return 'refused'
  return deliveredAt === null ? 'waiting' : 'delivered'
}
