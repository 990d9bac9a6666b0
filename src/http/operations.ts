// For whoever runs the gateway: whether the process is alive, whether it can work, what it counted.
import { Hono } from 'hono'
import { Refusal } from '../core/kernel/refusal.ts'
import type { AppDeps, AppOptions } from './context.ts'
import { isStorageUnavailable, refuse } from './problem.ts'
import type { Telemetry } from './telemetry.ts'

const RETRY_AFTER_SECONDS = '2'

export function operationRoutes(
  deps: AppDeps,
  telemetry: Telemetry,
  { version = 'unknown', notReady }: AppOptions,
): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ status: 'alive', version }))

  app.get('/readyz', async (c) => {
    const process = notReady?.() ?? 'ok'
    const database = await databaseCheck(deps)
    const ready = process === 'ok' && database === 'ok'
    if (!ready) c.header('Retry-After', RETRY_AFTER_SECONDS)
    return c.json(
      { status: ready ? 'ready' : 'not-ready', checks: { process, database } },
      ready ? 200 : 503,
    )
  })

  app.get('/metrics', async (c) => {
    const found = await telemetry.metrics()
    if (found === null) return refuse(c, new Refusal('not-found', 'This process keeps no metrics.'))
    return c.body(found.text, 200, { 'Content-Type': found.contentType })
  })
  return app
}

/** The smallest question there is to the storage. */
async function databaseCheck({ log }: AppDeps): Promise<string> {
  try {
    await log.membersWithUnnumbered(1)
    return 'ok'
  } catch (error) {
    if (isStorageUnavailable(error)) return 'unreachable'
    throw error
  }
}
