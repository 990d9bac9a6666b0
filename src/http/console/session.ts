// Who is sitting there: a session in a cookie that scripts cannot read and that other sites' forms do not send.
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Context, MiddlewareHandler } from 'hono'
import type { ConsolePass } from '../../core/access/console-token.ts'
import { type TokenServer, tokenServerOf } from '../../core/access/access-token.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { checkConsole } from '../../flows/access/check-console.ts'
import { type ConsoleSession, renewSession } from '../../flows/access/enter-console.ts'
import type { Site } from '../../flows/members/site.ts'
import type { AppDeps } from '../context.ts'

declare module 'hono' {
  interface ContextVariableMap {
    /** Who is signed in; set before any page that needs it. */
    pass: ConsolePass
  }
}

export const SESSION_COOKIE = 'console-session'
/** Set by the page's script: the reader's time zone. */
export const ZONE_COOKIE = 'console-zone'

/** The console of one gateway: where browsers find it, and who signs for it. */
export type Place = {
  readonly base: string
  readonly secure: boolean
  readonly server: TokenServer
}

export function placeOf({ publicUrl }: Site): Place {
  const { pathname, protocol } = new URL(publicUrl)
  return {
    base: `${pathname.replace(/\/+$/, '')}/console`,
    secure: protocol === 'https:',
    server: tokenServerOf(publicUrl),
  }
}

/** The session that the browser holds; null where it holds none that is good. */
export async function heldPass(
  c: Context,
  deps: AppDeps,
  { server }: Place,
): Promise<ConsolePass | Refusal | null> {
  const token = getCookie(c, SESSION_COOKIE)
  return token === undefined ? null : checkConsole(deps, server, 'console-session+jwt', token)
}

export function keepSession(
  c: Context,
  { clock }: Pick<AppDeps, 'clock'>,
  { base, secure }: Place,
  { pass, token }: ConsoleSession,
): void {
  const seconds = Math.floor((millisOf(pass.until) - millisOf(clock.now())) / 1000)
  setCookie(c, SESSION_COOKIE, token, {
    path: base,
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: Math.max(seconds, 0),
  })
}

export const dropSession = (c: Context, { base, secure }: Place): void =>
  void deleteCookie(c, SESSION_COOKIE, { path: base, secure })

/** Lets people pass who are signed in, and keeps them so; `refuse` answers the others. */
export const signedIn =
  (
    deps: AppDeps,
    place: Place,
    refuse: (c: Context, refusal: Refusal | null) => Response | Promise<Response>,
  ): MiddlewareHandler =>
  async (c, next) => {
    const pass = await heldPass(c, deps, place)
    if (pass === null || pass instanceof Refusal) return refuse(c, pass)
    c.set('pass', pass)
    const renewed = await renewSession(deps, place.server, pass)
    if (renewed !== null) keepSession(c, deps, place, renewed)
    await next()
    return undefined
  }
