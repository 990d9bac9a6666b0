// Every door of a gateway, and where it is mounted.
import { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { tokenServerOf } from '../core/access/access-token.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import type { Site } from '../flows/members/site.ts'
import { apiRoutes } from './api/routes.ts'
import { tokenServerRoutes } from './api/tokens.ts'
import { consoleRoutes } from './console/routes.tsx'
import type { AppDeps, AppOptions } from './context.ts'
import { exchangeRoutes } from './exchange/routes.ts'
import { exchangeTrustRoutes } from './exchange/trust-routes.ts'
import { operationRoutes } from './operations.ts'
import { refuse } from './problem.ts'
import { referenceRoutes } from './reference/routes.ts'
import { strangerBuckets } from './strangers.ts'
import { SILENT } from './telemetry.ts'
import { carefulHeaders, faults, nothingHere, records, requestIds } from './watch.ts'

export function createApp(deps: AppDeps, site: Site, options: AppOptions = {}): Hono {
  const telemetry = options.telemetry ?? SILENT
  const server = tokenServerOf(site.publicUrl)
  const strangers = options.strangers ?? strangerBuckets()
  const app = new Hono()
  app.use(requestIds(deps), records(deps, telemetry), carefulHeaders)
  app.use(methodNotAllowed({ app, onMethodNotAllowed: notThisMethod }))

  app.route('/', operationRoutes(deps, telemetry, options)) // whoever runs it
  app.route('/', tokenServerRoutes({ server }))
  app.route('/api', referenceRoutes()) // whoever reads
  app.route('/api', apiRoutes(deps, site, server, { ...options, strangers })) // vendor systems
  app.route('/console', consoleRoutes(deps, site, options)) // people
  app.route('/', exchangeRoutes(deps, site, { ...options, strangers })) // partner gateways: events
  app.route('/', exchangeTrustRoutes(deps, site, strangers)) // partner gateways: who is who

  app.onError(faults(deps, telemetry))
  app.notFound(nothingHere)
  return app
}

const notThisMethod = (c: Parameters<typeof refuse>[0], methods: readonly string[]): Response => {
  c.header('Allow', methods.join(', '))
  return refuse(c, new Refusal('method-not-allowed', `Here ${methods.join(', ')} will do.`))
}
