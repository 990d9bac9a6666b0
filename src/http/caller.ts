// Who asks: the bearer of an access token, for one member, with scopes. A request without a good token goes no further than here.
import type { MiddlewareHandler } from 'hono'
import { type TokenServer } from '../core/access/access-token.ts'
import type { Scope } from '../core/access/scope.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import { checkAccess } from '../flows/access/check-access.ts'
import type { AppDeps } from './context.ts'
import { refuse } from './problem.ts'

/** RFC 6750 §2.1: the header alone; a token in an address would stand in everybody's logs. */
const BEARER = /^Bearer +([\x21-\x7e]+)$/i

/** Sets `caller`, or answers 401. */
export const authenticates =
  (deps: AppDeps, server: TokenServer): MiddlewareHandler =>
  async (c, next) => {
    const [, token] = BEARER.exec(c.req.header('authorization') ?? '') ?? []
    if (token === undefined) return refuse(c, new Refusal('unauthenticated'))
    const caller = await checkAccess(deps, server, token)
    if (caller instanceof Refusal) return refuse(c, caller)
    c.set('caller', caller)
    await next()
    return undefined
  }

/** Lets callers pass whose token carries the scope; 403 for others. */
export const scoped =
  (scope: Scope): MiddlewareHandler =>
  async (c, next) => {
    if (!c.var.caller.scopes.has(scope)) {
      const detail = `The scope ${scope} is needed; ask your administrator to grant it.`
      return refuse(c, new Refusal('scope-missing', detail))
    }
    await next()
    return undefined
  }
