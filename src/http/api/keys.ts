// The keys a member signs with: seen, replaced, and told to one case.
import { Hono } from 'hono'
import { z } from 'zod'
import { Refusal } from '../../core/kernel/refusal.ts'
import { rotateCaseKeys } from '../../flows/cases/rotate-case-keys.ts'
import { rotateKeys } from '../../flows/members/rotate-keys.ts'
import type { EntityKey } from '../../flows/member-ports.ts'
import { scoped } from '../caller.ts'
import { answerWrite } from '../idempotency.ts'
import { refuse } from '../problem.ts'
import { readJson } from '../read-json.ts'
import { type Api, Nothing, writesCase } from './write.ts'

const Rotate = z.strictObject({
  purpose: z.enum(['federation', 'event', 'token']),
  now: z.boolean().default(false),
  compromised: z.boolean().default(false),
})

export function keyRoutes(api: Api): Hono {
  const { deps, once } = api
  const app = new Hono()

  app.get('/keys', scoped('settings:read'), async (c) => {
    const held = await deps.members.keysOf(c.var.caller.member)
    return c.json({ items: held.toSorted(newestFirst).map(viewKey) })
  })

  app.post('/keys/rotate', scoped('keys:rotate'), async (c) => {
    const body = await readJson(c, Rotate)
    if (body instanceof Refusal) return refuse(c, body)
    return once(c, async (key) => {
      const done = await rotateKeys(deps, c.var.caller.member, body)
      if (done instanceof Refusal) return refuse(c, done)
      const answer = { status: 200, body: JSON.stringify(done) }
      if (key !== undefined) await deps.work.keepAnswer({ ...key, ...answer }, deps.clock.now())
      return answerWrite(c, answer)
    })
  })

  app.post(
    '/cases/:caseId/rotate-keys',
    scoped('keys:rotate'),
    writesCase(api, Nothing, ({ us, caseId }, options) =>
      rotateCaseKeys(deps, us, caseId, options),
    ),
  )
  return app
}

const newestFirst = (a: EntityKey, b: EntityKey): number =>
  a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0

const viewKey = (key: EntityKey) => ({
  kid: key.publicKey.kid,
  purpose: key.purpose,
  state: key.state,
  createdAt: key.createdAt,
  activeFrom: key.activeFrom,
  retiredAt: key.retiredAt,
  revoked: key.revoked,
})
