// A link into the console for one person. A repeated request gets the same link: it opens once whoever asks, and what is kept of
// it is worth nothing after five minutes.
import { Hono } from 'hono'
import { z } from 'zod'
import { CaseId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { makeConsoleLink } from '../../flows/access/make-console-link.ts'
import { scoped } from '../caller.ts'
import { answerWrite } from '../idempotency.ts'
import { refuse } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { line } from '../text.ts'
import type { Api } from './write.ts'

const NewLink = z.strictObject({ name: line(120), caseId: CaseId.nullable().default(null) })

export function consoleLinkRoutes({ deps, server, once }: Api): Hono {
  return new Hono().post('/console-links', scoped('console:open'), async (c) => {
    const body = await readJson(c, NewLink)
    if (body instanceof Refusal) return refuse(c, body)
    return once(c, async (key) => {
      const { member, client } = c.var.caller
      const link = await makeConsoleLink(deps, server, { member, client, ...body })
      if (link instanceof Refusal) return refuse(c, link)
      const url = new URL(`${server.issuer}/console/sign-in`)
      url.searchParams.set('token', link.token)
      const answer = { status: 201, body: JSON.stringify({ url: url.href, expiresAt: link.until }) }
      if (key !== undefined) await deps.work.keepAnswer({ ...key, ...answer }, deps.clock.now())
      return answerWrite(c, answer)
    })
  })
}
