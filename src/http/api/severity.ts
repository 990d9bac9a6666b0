// Severity on a case: claim one's own, agree to another's or not, release that of a member that left.
import { Hono } from 'hono'
import { z } from 'zod'
import { agreeSeverity } from '../../flows/cases/agree-severity.ts'
import { claimSeverity } from '../../flows/cases/claim-severity.ts'
import { scoped } from '../caller.ts'
import { member, prose } from '../text.ts'
import { Severity, severityOf } from './severity-claim.ts'
import { acts, type Api, noted, said, writesCase } from './write.ts'

const Refuse = z.strictObject({ member, text: prose() })
const Agree = z.strictObject({ member, text: prose().optional() })
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
  app.post(
    '/cases/:caseId/severity/refusals',
    scoped('cases:write'),
    acts(api, Refuse, ({ body }) => ({
      type: 'refuse-lowering',
      member: body.member,
      text: body.text,
    })),
  )
  app.post(
    '/cases/:caseId/severity/agreements',
    scoped('cases:write'),
    writesCase(api, Agree, ({ body, us, caseId }, options) =>
      agreeSeverity(api.deps, us, caseId, { with: body.member, ...noted(body.text) }, options),
    ),
  )
  return app
}
