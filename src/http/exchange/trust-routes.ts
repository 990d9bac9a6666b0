// The trust half of the exchange door: what hosted entities publish, and what an alliance among them answers.
import { Hono } from 'hono'
import type { Context } from 'hono'
import { Refusal } from '../../core/kernel/refusal.ts'
import { CONFIGURATION_PATH, ENDPOINT_PATHS } from '../../core/members/endpoints.ts'
import type { StatementDeps } from '../../flows/members/entity-statements.ts'
import type { Site } from '../../flows/members/site.ts'
import { type AdmissionDeps, admissionRoutes } from './admission.ts'
import { entityRoutes } from './entity.ts'
import { refuse } from './federation-error.ts'
import { federationRoutes } from './federation.ts'
import { limitsStrangers, strangerBuckets, type Strangers } from '../strangers.ts'

/** Mount at the root: members answer below `/members/<handle>`, own domains at whatever path they are forwarded with. */
export function exchangeTrustRoutes(
  deps: StatementDeps & AdmissionDeps,
  site: Site,
  strangers: Strangers = strangerBuckets(),
): Hono {
  const app = new Hono()
  const documents = { buckets: strangers.documents, refuse: tooMany, every: true } as const
  const reads = limitsStrangers(deps, documents)
  app.use(async (c, next) =>
    (c.req.method === 'GET' || c.req.method === 'HEAD') && isDocument(c.req.path)
      ? reads(c, next)
      : next(),
  )
  app.use(
    `/members/:handle${ENDPOINT_PATHS.admission}`,
    limitsStrangers(deps, { buckets: strangers.useless, refuse: tooMany }),
  )
  return app
    .route('/', federationRoutes(deps))
    .route('/', admissionRoutes(deps, site, strangers))
    .route('/', entityRoutes(deps, site))
}

/** Members' pages, and configurations at domains of their own. */
const isDocument = (path: string): boolean =>
  path.startsWith('/members/') || path.endsWith(CONFIGURATION_PATH)

function tooMany(c: Context, retryAfter: number): Response {
  const answer = refuse(c, new Refusal('rate-limited'))
  answer.headers.set('retry-after', String(retryAfter))
  return answer
}
