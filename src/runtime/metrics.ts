// What Prometheus reads of one process: requests, jobs, faults, and what waits for partners. No name of a case, a client or a
// person ever becomes a label; partners do, since an operator watches their queues.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { RequestRecord } from '../http/telemetry.ts'
import type { Deps } from '../flows/ports.ts'

export type Metrics = {
  readonly request: (record: RequestRecord) => void
  readonly fault: (where: string) => void
  readonly pass: (job: string, done: number, ms: number) => void
  /** Reads the queues of members hosted here at each scrape. */
  readonly watchQueues: (deps: Pick<Deps, 'members' | 'work'>) => void
  readonly read: () => Promise<{ readonly contentType: string; readonly text: string }>
}

const SECONDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

export function createMetrics(): Metrics {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })
  const requests = new Histogram({
    name: 'entente_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers,
  })
  const refusals = new Counter({
    name: 'entente_refusals_total',
    help: 'Requests refused, by the word of the refusal.',
    labelNames: ['word'],
    registers,
  })
  const faults = new Counter({
    name: 'entente_faults_total',
    help: 'Faults of this program or of what it stands on.',
    labelNames: ['where'],
    registers,
  })
  const passes = new Histogram({
    name: 'entente_job_pass_seconds',
    help: 'Time of one pass of a job.',
    labelNames: ['job'],
    buckets: SECONDS,
    registers,
  })
  const done = new Counter({
    name: 'entente_job_done_total',
    help: 'Units of work done by a job.',
    labelNames: ['job'],
    registers,
  })
  return {
    request: ({ method, route, status, ms, word }) => {
      requests.observe({ method, route, status }, ms / 1000)
      if (word !== null) refusals.inc({ word })
    },
    fault: (where) => faults.inc({ where }),
    pass: (job, units, ms) => {
      passes.observe({ job }, ms / 1000)
      done.inc({ job }, units)
    },
    watchQueues: (deps) => watchQueues(deps, register),
    read: async () => ({ contentType: register.contentType, text: await register.metrics() }),
  }
}

function watchQueues(deps: Pick<Deps, 'members' | 'work'>, register: Registry): void {
  const labelNames = ['member', 'partner']
  const registers = [register]
  const failures = new Gauge({
    name: 'entente_queue_failures',
    help: 'Failures in a row towards a partner; 0 while it answers.',
    labelNames,
    registers,
  })
  const waiting = new Gauge({
    name: 'entente_queue_waiting',
    help: 'Events that wait for a partner.',
    labelNames,
    registers,
    async collect() {
      waiting.reset()
      failures.reset()
      for (const { id } of await deps.members.listEntities())
        for (const queue of await deps.work.partnerQueues(id)) {
          const labels = { member: queue.member, partner: queue.partner }
          waiting.set(labels, queue.waiting)
          failures.set(labels, queue.failures)
        }
    },
  })
}
