// A gateway as a process: socket, database, doors, loops; and its end, which loses nothing: it takes no more, finishes what was
// begun, ends the loops, writes the mark, closes the database.
import { hostname } from 'node:os'
import { compareTips } from '../jobs/compare-tips.ts'
import type { Job, Loop } from '../jobs/loop.ts'
import { startLoop } from '../jobs/loop.ts'
import type { Nudge } from '../flows/ports.ts'
import type { Telemetry } from '../http/telemetry.ts'
import type { Gateway } from './compose.ts'
import { StorageUnavailable } from '../storage/fault.ts'
import { type Config, publicUrlOf } from './config.ts'
import { markRunning, raiseFences } from './fence.ts'
import { type HttpServer, listen } from './http-server.ts'
import { type Logger, loggedError } from './logs.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { createNews } from './news.ts'
import { openGateway } from './open-gateway.ts'
import { peerOf, readProxies } from './peers.ts'
import { whileStarting } from './starting.ts'
import { pause } from './system.ts'
import { VERSION } from './version.ts'

export type RunningGateway = {
  readonly url: string
  readonly kind: 'postgres' | 'pglite'
  readonly migrated: readonly string[]
  /** Resolves with the error that ends a gateway whose database came, but does not fit it; else never. */
  readonly failed: Promise<unknown>
  readonly stop: () => Promise<void>
}

/** Milliseconds that a pass under way is given when the gateway stops; what it leaves is claimed again after its lease. */
const END_LOOPS_MS = 10_000
/** Milliseconds between comparisons of tips right after the start, when this gateway may have missed a lot. */
const COMPARE_AT_START_MS = 15_000
const START_LASTS_MS = 10 * 60_000

/** Milliseconds between looks at a database that is away at the start. */
const [FIRST_LOOK_MS, LOOK_MS] = [500, 5_000]

/** Starts a gateway; where its database is away it listens and waits for it. Nothing stays open when it fails. */
export async function startGateway(config: Config, logs: Logger): Promise<RunningGateway> {
  const trusted = readProxies(config.trustedProxies)
  const server = await listen(config.host, config.port, (socket, forwarded) =>
    peerOf(socket, forwarded, trusted),
  )
  const listening = { ...config, port: server.port }
  server.answerWith(whileStarting('starting'))
  try {
    return await startOn(listening, logs, server)
  } catch (error) {
    if (isAway(error) && config.databaseUrl !== null) {
      logs.warn({ error: loggedError(error) }, 'the database is away; waiting for it')
      return startLater(listening, logs, server)
    }
    await server.close()
    throw error
  }
}

const isAway = (error: unknown): boolean => error instanceof StorageUnavailable

/** Looks for the database until it comes, or until the gateway is to stop. Only a database that does not fit ends the waiting. */
function startLater(config: Config, logs: Logger, server: HttpServer): RunningGateway {
  const stopping = new AbortController()
  server.answerWith(whileStarting('unreachable'))
  const started = (async (): Promise<RunningGateway | null> => {
    for (let wait = FIRST_LOOK_MS; ; wait = Math.min(wait * 2, LOOK_MS)) {
      await pause(wait, stopping.signal)
      if (stopping.signal.aborted) return null
      try {
        const running = await startOn(config, logs, server)
        logs.info({ migrated: running.migrated }, 'the database came; ready')
        return running
      } catch (error) {
        if (!isAway(error)) throw error
      }
    }
  })()
  const stop = async (): Promise<void> => {
    stopping.abort()
    const running = await started.catch(() => null)
    await (running ?? { stop: server.close }).stop()
  }
  const failed = started.then(
    () => new Promise<never>(() => undefined),
    (error: unknown) => error,
  )
  return { url: publicUrlOf(config), kind: 'postgres', migrated: [], failed, stop }
}

async function startOn(config: Config, logs: Logger, server: HttpServer): Promise<RunningGateway> {
  const metrics = createMetrics()
  const news = createNews(config.databaseUrl !== null)
  const loops = new Map<string, Loop>()
  const draining = new AbortController()
  const nudge: Nudge = (about, member) =>
    about === 'feed' ? news.tell(member) : loops.get(about)?.wake()
  const opened = await openGateway(config, logs, {
    nudge,
    instance: `${hostname().replace(/[^\w-]/g, '-')}-${config.port}`,
    app: {
      version: VERSION,
      telemetry: telemetryOf(logs, metrics),
      notReady: () => (draining.signal.aborted ? 'draining' : null),
      draining: draining.signal,
      waitForNews: news.wait,
    },
  })
  const { gateway, database } = opened
  const marker = database.kind === 'pglite' ? markRunning(config.data) : null
  try {
    await fence(gateway, config, logs, marker?.unclean ?? false)
    await opened.adoptMarks()
  } catch (error) {
    await opened.close()
    throw error
  }
  metrics.watchQueues(gateway.deps)
  server.answerWith((request, env) => gateway.app.fetch(request, env))
  const ending = new AbortController()
  for (const job of Object.values(jobsOf(gateway)))
    loops.set(job.name, startLoop(measured(job, metrics), pause, ending.signal, onFault))
  function onFault(job: string, error: unknown): void {
    metrics.fault(job)
    logs.error({ job, error: loggedError(error) }, 'a pass of a job failed; it is tried again')
  }
  const stop = async (): Promise<void> => {
    draining.abort()
    await server.close()
    ending.abort()
    const ended = Promise.all([...loops.values()].map((loop) => loop.done))
    await atMost(END_LOOPS_MS, ended)
    await opened.close()
    marker?.remove()
  }
  const { migrated } = opened
  const failed = new Promise<never>(() => undefined)
  return { url: gateway.site.publicUrl, kind: database.kind, migrated, failed, stop }
}

async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  const over = new AbortController()
  await Promise.race([work, pause(ms, over.signal)])
  over.abort()
}

async function fence(
  { deps }: Gateway,
  { trustMissingMark }: Config,
  logs: Logger,
  unclean: boolean,
): Promise<void> {
  for (const { member, why, cases } of await raiseFences(deps, { unclean, trustMissingMark }))
    logs.warn(
      { member, why, cases },
      'signing in shared cases waits until a partner confirmed our last event there',
    )
}

/** Shortly after a start tips are compared more often: partners learn that we are back, and fences fall. */
function jobsOf({ jobs, deps }: Gateway): Gateway['jobs'] {
  const began = performance.now()
  const run: Job['run'] = (signal) => {
    const early = performance.now() - began < START_LASTS_MS
    return early
      ? compareTips(deps, { limit: 20, signal }, COMPARE_AT_START_MS)
      : jobs.compare.run(signal)
  }
  return { ...jobs, compare: { ...jobs.compare, run } }
}

const measured = (job: Job, metrics: Metrics): Job => ({
  ...job,
  run: async (signal) => {
    const began = performance.now()
    const done = await job.run(signal)
    metrics.pass(job.name, done, performance.now() - began)
    return done
  },
})

function telemetryOf(logs: Logger, metrics: Metrics): Telemetry {
  return {
    request: (record) => {
      metrics.request(record)
      logs.info(record, 'request')
    },
    fault: ({ error, ...record }) => {
      metrics.fault('http')
      logs.error({ ...record, error: loggedError(error) }, 'fault')
    },
    metrics: () => metrics.read(),
  }
}
