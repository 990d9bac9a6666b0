// The coat around every door: an id for each request, a record of how it went, headers that keep browsers careful, and the fence
// where a fault becomes an answer (architecture §10).
import type { Context, ErrorHandler, MiddlewareHandler, NotFoundHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { millisOf } from '../core/kernel/instant.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import type { Deps } from '../flows/ports.ts'
import { answerFault, PROBLEM_PREFIX, refuse } from './problem.ts'
import type { Telemetry } from './telemetry.ts'

const VISIBLE = /^[\x21-\x7e]{1,100}$/

/** The caller's Request-Id if it is short and visible, else a new one; on every answer, also on faults. */
export const requestIds =
  ({ random }: Pick<Deps, 'random'>): MiddlewareHandler =>
  async (c, next) => {
    const given = c.req.header('request-id') ?? ''
    c.set('requestId', VISIBLE.test(given) ? given : random.id())
    await next()
    c.res.headers.set('Request-Id', c.var.requestId)
  }

/** Answers that are no page need nothing of a browser; pages set their own policy before. */
export const carefulHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const { headers } = c.res
  headers.set('X-Content-Type-Options', 'nosniff')
  if (!headers.has('Referrer-Policy')) headers.set('Referrer-Policy', 'no-referrer')
  if (!headers.has('Content-Security-Policy'))
    headers.set('Content-Security-Policy', "default-src 'none'; frame-ancestors 'none'")
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store')
}

export const records =
  ({ clock }: Pick<Deps, 'clock'>, telemetry: Telemetry): MiddlewareHandler =>
  async (c, next) => {
    const began = millisOf(clock.now())
    await next()
    const caller = c.var.caller as typeof c.var.caller | undefined
    telemetry.request({
      requestId: c.var.requestId,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      ms: millisOf(clock.now()) - began,
      member: caller?.member ?? null,
      client: caller?.client ?? null,
      word: await wordOf(c.res),
    })
  }

/** The word is read from a copy of the problem: nothing else of it is recorded. */
async function wordOf(res: Response): Promise<string | null> {
  if (!res.headers.get('content-type')?.startsWith('application/problem+json')) return null
  const { type } = (await res.clone().json()) as { type?: string }
  return type?.startsWith(PROBLEM_PREFIX) ? type.slice(PROBLEM_PREFIX.length) : null
}

export const faults =
  ({ random }: Pick<Deps, 'random'>, telemetry: Telemetry): ErrorHandler =>
  (error, c) => {
    const incident = random.id()
    const { requestId } = c.var
    telemetry.fault({ requestId, incident, method: c.req.method, route: routeOf(c), error })
    return answerFault(c, error, incident)
  }

export const nothingHere: NotFoundHandler = (c) => refuse(c, new Refusal('not-found'))

/** The route that answers, as it was mounted; what matches everything says nothing. */
const routeOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? '/*'
