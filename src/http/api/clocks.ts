// Clocks: of one case as they stand now, and of all cases in one state, the ones due first at the front.
import { Hono } from 'hono'
import { z } from 'zod'
import { Refusal } from '../../core/kernel/refusal.ts'
import { readClocks } from '../../flows/cases/read-clocks.ts'
import { type ClockFilter, LISTED_WORDS } from '../../flows/clock-ports.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { cursor, flag, limit, readQuery } from '../read-query.ts'
import { type Api, caseIdOf } from './write.ts'

const Search = z.strictObject({
  state: z.enum(LISTED_WORDS),
  whose: z.enum(['ours', 'partners']).optional(),
  test: flag.optional(),
  after: cursor,
  limit,
})

export function clockRoutes({ deps }: Api): Hono {
  const app = new Hono()
  const reads = scoped('cases:read')

  app.get('/cases/:caseId/clocks', reads, async (c) => {
    const caseId = caseIdOf(c)
    if (caseId instanceof Refusal) return refuse(c, caseId)
    const found = await readClocks(deps, c.var.caller.member, caseId)
    return found instanceof Refusal ? refuse(c, found) : c.json(found)
  })

  app.get('/clocks', reads, async (c) => {
    const query = readQuery(c, Search)
    if (query instanceof Refusal) return refuse(c, query)
    const { after = null, limit: most, state, whose, test } = query
    const filter: ClockFilter = {
      state,
      ...(whose === undefined ? {} : { whose }),
      ...(test === undefined ? {} : { test }),
    }
    const page = await deps.work.listClocks(c.var.caller.member, filter, { after, limit: most })
    return page instanceof Refusal ? refuse(c, page) : c.json(page)
  })

  return app
}
