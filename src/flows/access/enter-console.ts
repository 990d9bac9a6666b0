// A person comes in by a link, once, and says so: what only looks at the link (a mail scanner, a preview) uses nothing up. The same
// browser may come back with it while the link lasts. In: the link, and the session that the browser holds already, if any. Out: what the
// link would open, or the session and its token; or `unauthenticated`, `token-expired`.
import { sessionClaims } from '../../core/access/console-token.ts'
import type { ConsolePass } from '../../core/access/console-token.ts'
import type { TokenServer } from '../../core/access/access-token.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { checkConsole } from './check-console.ts'
import type { AccessDeps } from './token-ports.ts'

export type ConsoleSession = { readonly pass: ConsolePass; readonly token: string }

/** Whom a link would let in, and whether this browser came in by it before. Uses nothing up. */
export async function lookAtLink(
  deps: AccessDeps,
  server: TokenServer,
  link: string,
  held: ConsolePass | null,
): Promise<{ readonly pass: ConsolePass; readonly isBack: boolean } | Refusal> {
  const pass = await checkConsole(deps, server, 'console-link+jwt', link)
  if (pass instanceof Refusal) return pass
  const { member, jti } = pass
  const isBack = held?.jti === jti && held.member === member
  return !isBack && (await deps.work.knowsJti(member, member, jti)) ? usedUp() : { pass, isBack }
}

export async function enterConsole(
  deps: AccessDeps,
  server: TokenServer,
  link: string,
): Promise<ConsoleSession | Refusal> {
  const pass = await checkConsole(deps, server, 'console-link+jwt', link)
  if (pass instanceof Refusal) return pass
  const { member, jti, until } = pass
  const isFirst = await deps.work.rememberJti(member, member, jti, until)
  return isFirst ? openSession(deps, server, pass) : usedUp()
}

const usedUp = (): Refusal =>
  new Refusal('token-expired', 'This link was used before; it opens the console once.')

/** Milliseconds that a renewal must gain, so that not every click signs a new one. */
const RENEWED_AFTER_MILLIS = 5 * 60 * 1000

/** A session in use, given another hour; null while its last renewal is fresh, or its shift is nearly over. */
export async function renewSession(
  deps: AccessDeps,
  server: TokenServer,
  pass: ConsolePass,
): Promise<ConsoleSession | null> {
  const { until } = sessionClaims(server, pass, deps.clock.now())
  const gained = millisOf(until) - millisOf(pass.until)
  return gained >= RENEWED_AFTER_MILLIS ? openSession(deps, server, pass) : null
}

async function openSession(
  deps: AccessDeps,
  server: TokenServer,
  pass: ConsolePass,
): Promise<ConsoleSession> {
  const { claims, until } = sessionClaims(server, pass, deps.clock.now())
  const token = await deps.tokens.signConsoleToken(pass.member, 'console-session+jwt', claims)
  return { pass: { ...pass, until }, token }
}
