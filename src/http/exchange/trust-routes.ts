// The trust half of the exchange door: what hosted entities publish, and what an alliance among them answers.
import { Hono } from 'hono'
import type { StatementDeps } from '../../flows/members/entity-statements.ts'
import type { Site } from '../../flows/members/site.ts'
import { type AdmissionDeps, admissionRoutes } from './admission.ts'
import { entityRoutes } from './entity.ts'
import { federationRoutes } from './federation.ts'

/** Mount at the root: members answer below `/members/<handle>`, own domains at whatever path they are forwarded with. */
export function exchangeTrustRoutes(deps: StatementDeps & AdmissionDeps, site: Site): Hono {
  return new Hono()
    .route('/', federationRoutes(deps))
    .route('/', admissionRoutes(deps, site))
    .route('/', entityRoutes(deps, site))
}
