// The gateway of one invocation of a Worker. A connection belongs to the invocation that opened it, and whoever waits for another
// one's waits for ever: so nothing that holds a connection, a promise or a queue outlives its invocation, and each composes a
// gateway of its own. Between invocations an isolate remembers how often clients asked, and nothing else.
import { Buckets, DEFAULT_RATE } from '../http/rate-limit.ts'
import { strangerBuckets } from '../http/strangers.ts'
import { allowLoopback, createNet } from '../net/fetch.ts'
import { createFetchTransport } from '../net/worker-fetch.ts'
import type { Database } from '../storage/database.ts'
import { openPostgres } from '../storage/postgres.ts'
import type { Schema } from '../storage/schema.ts'
import { composeGateway, type Gateway } from './compose.ts'
import { isLoopbackUrl } from './config.ts'
import { loggedError } from './logs.ts'
import { pause, systemClock, systemRandom } from './system.ts'
import { VERSION } from './version.ts'
import { createWorkerLogs, type WorkerLogs, workerTelemetry } from './worker-logs.ts'
import { NO_MARKS, openMarks, type WorkerMarks } from './worker-marks.ts'
import type { WorkerSettings } from './worker-settings.ts'

export type JobName = keyof Gateway['jobs']

/** An invocation may hold six connections at once; partners need some of them. */
const POOL = 3
/** The platform ends an invocation half a minute after its answer. */
const AFTER_MS = 20_000
const MOST_ROUNDS = 20

const buckets = new Buckets(DEFAULT_RATE)
const strangers = strangerBuckets()

export class Invocation {
  readonly settings: WorkerSettings
  readonly logs: WorkerLogs
  readonly database: Database<Schema>
  readonly marks: WorkerMarks
  readonly gateway: Gateway
  /** Why this Worker should get no traffic. */
  notReady: string | null = null
  readonly #nudged = new Set<JobName>()

  constructor(settings: WorkerSettings) {
    this.settings = settings
    this.logs = createWorkerLogs(settings.log)
    this.database = openPostgres<Schema>({
      url: settings.databaseUrl,
      pooler: settings.pooler ? 'transaction' : 'none',
      poolSize: POOL,
      onIdleError: (error) =>
        this.logs.warn({ error: loggedError(error) }, 'an idle database connection broke'),
    })
    this.marks = settings.marks === null ? NO_MARKS : openMarks(settings.marks)
    this.gateway = this.#compose()
  }

  #compose(): Gateway {
    const { publicUrl, masters } = this.settings
    return composeGateway({
      database: this.database,
      masters,
      pause,
      clock: systemClock,
      random: systemRandom,
      highWater: this.marks,
      net: createNet({
        transport: createFetchTransport(fetch),
        ...(isLoopbackUrl(publicUrl) ? { [allowLoopback]: true as const } : {}),
      }),
      site: { publicUrl },
      nudge: (about) => {
        if (about !== 'feed') this.#nudged.add(about)
      },
      app: {
        version: VERSION,
        telemetry: workerTelemetry(this.logs),
        notReady: () => this.notReady,
        buckets,
        strangers,
      },
    })
  }

  /** One pass of a job. A fault is logged. @returns whether it ended well */
  async run(job: JobName, signal: AbortSignal): Promise<boolean> {
    try {
      await this.gateway.jobs[job].run(signal)
      return true
    } catch (error) {
      this.logs.error({ job, error: loggedError(error) }, 'a pass of a job failed; the next tries')
      return false
    }
  }

  /** Does what was nudged, so that partners need not wait for the next schedule; writes the marks; lets go. */
  async finish(): Promise<void> {
    try {
      await this.#runNudged(AbortSignal.timeout(AFTER_MS))
      await this.marks.flush(async (member, event) => {
        const known = await this.gateway.deps.cases.knownEvents(member, [event])
        return known.has(event)
      })
    } catch (error) {
      this.logs.error({ error: loggedError(error) }, 'the high-water mark could not be written')
    } finally {
      await this.database.close()
    }
  }

  async #runNudged(signal: AbortSignal): Promise<void> {
    for (let round = 0; round < MOST_ROUNDS && !signal.aborted; round++) {
      const jobs = [...this.#nudged]
      if (jobs.length === 0) return
      this.#nudged.clear()
      for (const job of jobs) await this.run(job, signal)
    }
  }
}
