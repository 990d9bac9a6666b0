// What a gateway answers before it can work: that it is alive, that it is not ready, and to everything else that it cannot store
// anything yet.
import { Refusal } from '../core/kernel/refusal.ts'
import { problemOf } from '../http/problem.ts'
import { systemRandom } from './system.ts'
import { VERSION } from './version.ts'

const RETRY_AFTER_SECONDS = '2'
const SAID = 'This gateway has just started and waits for its database; repeat after Retry-After.'

/** @param database as the readiness says it */
export const whileStarting =
  (database: 'starting' | 'unreachable') =>
  (request: Request): Response => {
    const { pathname } = new URL(request.url)
    if (pathname === '/healthz') return Response.json({ status: 'alive', version: VERSION })
    if (pathname === '/readyz')
      return later({ status: 'not-ready', checks: { process: 'starting', database } })
    const refusal = new Refusal('unavailable', SAID)
    return later(problemOf(refusal, 503, systemRandom.id()), 'application/problem+json')
  }

const later = (body: object, type = 'application/json'): Response =>
  Response.json(body, {
    status: 503,
    headers: {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Retry-After': RETRY_AFTER_SECONDS,
    },
  })
