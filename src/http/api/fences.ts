// What an operator does about a fence that nobody is left to lift.
import { Hono } from 'hono'
import { z } from 'zod'
import { forceFence } from '../../flows/cases/force-fence.ts'
import { scoped } from '../caller.ts'
import { prose } from '../text.ts'
import { type Api, writesCase } from './write.ts'

const Force = z.strictObject({ reason: prose(2000) })

export function fenceRoutes(api: Api): Hono {
  return new Hono().post(
    '/cases/:caseId/force-fence',
    scoped('fences:force'),
    writesCase(api, Force, ({ body, us, caseId }, options) =>
      forceFence(api.deps, us, caseId, body.reason, options),
    ),
  )
}
