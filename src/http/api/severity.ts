// Severity on a case: claim one's own, release that of a member that left.
import { Hono } from 'hono'
import { z } from 'zod'
import { claimSeverity } from '../../flows/cases/claim-severity.ts'
import { scoped } from '../caller.ts'
import { member, prose } from '../text.ts'
import { Severity, severityOf } from './severity-claim.ts'
import { acts, type Api, said, writesCase } from './write.ts'

const Release = z.strictObject({ member, text: prose().optional() })

export function severityRoutes(api: Api): Hono {
  const app = new Hono()
  app.post(
    '/cases/:caseId/severity',
    scoped('cases:write'),
    writesCase(api, Severity, ({ body, us, caseId }, options) =>
      claimSeverity(api.deps, us, caseId, severityOf(body), options),
    ),
  )
  app.post(
    '/cases/:caseId/release-severity',
    scoped('cases:write'),
    acts(api, Release, ({ body }) => ({
      type: 'release-claim',
      member: body.member,
      ...said(body.text),
    })),
  )
  return app
}
