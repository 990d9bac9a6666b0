// The gateway as a Worker: the same doors and jobs under workerd, against PostgreSQL (wrangler.toml). A request is answered by a
// gateway of its own; what it leaves to do is done right after the answer, and by the schedule at the latest.
import { Refusal } from '../core/kernel/refusal.ts'
import { problemOf } from '../http/problem.ts'
import { RETRY_AFTER } from '../http/status.ts'
import { StorageUnavailable } from '../storage/fault.ts'
import { loggedError } from './logs.ts'
import { systemRandom } from './system.ts'
import { Invocation, type JobName } from './worker-gateway.ts'
import { createWorkerLogs } from './worker-logs.ts'
import type { Bindings, Context } from './worker-platform.ts'
import { prepare } from './worker-ready.ts'
import { readSettings } from './worker-settings.ts'

export { MarksObject } from './worker-marks.ts'

/** In the order in which one gives work to the next. */
const JOBS: readonly JobName[] = [
  'sequence',
  'follow-up',
  'repair',
  'deliver',
  'compare',
  'refresh',
  'sweep',
  'keys',
  'poll',
]
/** Less than the minute until the next pass. */
const PASS_MS = 45_000

/** Whether this isolate found everything in order; the schedule looks again every minute. */
let prepared = false

export default {
  async fetch(request: Request, bindings: Bindings, context: Context): Promise<Response> {
    try {
      const invocation = new Invocation(await readSettings(bindings))
      const { answer, ended } = untilEnded(await respond(invocation, request))
      context.waitUntil(ended.then(() => invocation.finish()))
      return answer
    } catch (error) {
      createWorkerLogs('error').error({ error: loggedError(error) }, 'this Worker is not set up')
      return notNow('This gateway is not set up; its log tells its operator why.')
    }
  },

  async scheduled(_event: unknown, bindings: Bindings): Promise<void> {
    const invocation = new Invocation(await readSettings(bindings))
    try {
      await prepare(invocation)
      const signal = AbortSignal.timeout(PASS_MS)
      const failed: JobName[] = []
      for (const job of JOBS) if (!(await invocation.run(job, signal))) failed.push(job)
      if (failed.length > 0) throw new Error(`passes failed: ${failed.join(', ')}`)
    } finally {
      await invocation.finish()
    }
  },
}

/** Whether a process is alive is told without asking the database, and whether it is ready is told in any case. */
async function respond(invocation: Invocation, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (!prepared && pathname !== '/healthz') {
    try {
      await prepare(invocation)
      prepared = true
    } catch (error) {
      invocation.logs.error({ error: loggedError(error) }, 'this Worker cannot work yet')
      invocation.notReady = 'not-prepared'
      const away = error instanceof StorageUnavailable
      if (pathname !== '/readyz')
        return notNow(
          away ? undefined : 'This gateway is not ready; its log tells its operator why.',
        )
    }
  }
  // The platform says who calls, and takes that name from nobody else.
  const peer = request.headers.get('cf-connecting-ip')
  return invocation.gateway.app.fetch(request, peer === null ? {} : { peer })
}

/** An answer, and when its last byte is out: a stream reads the database as long as somebody listens. */
function untilEnded(response: Response): { answer: Response; ended: Promise<void> } {
  const { body, headers } = response
  const streams = headers.get('content-type')?.startsWith('text/event-stream') ?? false
  if (body === null || !streams) return { answer: response, ended: Promise.resolve() }
  const through = new TransformStream<Uint8Array, Uint8Array>()
  const ended = body.pipeTo(through.writable).catch(() => undefined)
  return { answer: new Response(through.readable, response), ended }
}

function notNow(detail?: string): Response {
  const refusal = new Refusal('unavailable', detail)
  return Response.json(problemOf(refusal, 503, systemRandom.id()), {
    status: 503,
    headers: {
      'Content-Type': 'application/problem+json',
      'Cache-Control': 'no-store',
      'Retry-After': String(RETRY_AFTER[refusal.code] ?? 1),
    },
  })
}
