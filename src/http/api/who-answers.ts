// Who answers now, until when, and who then: of ourselves or of a partner, in one call.
import { Hono } from 'hono'
import { z } from 'zod'
import { type Instant, instantOf, millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import { type FoundAnswer, findWhoAnswers } from '../../flows/duty/who-answers.ts'
import { scoped } from '../caller.ts'
import { refuse } from '../problem.ts'
import { readQuery } from '../read-query.ts'
import { code, member } from '../text.ts'
import { refuseLookup } from './partners.ts'
import { present } from './present.ts'
import type { Api } from './write.ts'

const Question = z.strictObject({
  member,
  product: code.optional(),
  level: z
    .enum(['1', '2', '3', '4'])
    .transform((text) => Number(text) as SharedLevel)
    .optional(),
  at: z.iso
    .datetime({ offset: true })
    .max(40)
    .transform((text) => instantOf(Date.parse(text)))
    .optional(),
})

export function whoAnswersRoutes({ deps }: Api): Hono {
  const app = new Hono()
  app.get('/who-answers', scoped('partners:read'), async (c) => {
    const query = readQuery(c, Question)
    if (query instanceof Refusal) return refuse(c, query)
    const { member: of, at, product, level } = query
    const { member: us, scopes } = c.var.caller
    const found = await findWhoAnswers(deps, us, of, {
      ...present({ at }),
      concern: present({ product, level }),
      nameOurs: scopes.has('duty:read'),
    })
    if (found instanceof Refusal) return refuseLookup(found)(c)
    const now = deps.clock.now()
    return c.json({ at: at ?? now, ...viewAnswer(of, now, found) })
  })
  return app
}

/** Who answers at a member, and how old that word is. */
export const viewAnswer = (of: MemberId, now: Instant, found: FoundAnswer) => ({
  member: of,
  ageSeconds: found.asOf && Math.round((millisOf(now) - millisOf(found.asOf)) / 1000),
  ...found,
})
