// Whether a console token is good: signed by its member's token key, in its time, and its API client still allowed to open the
// console, so that a disabled client ends the sessions it opened within seconds; and a session that nobody signed out of, at whatever
// process. Refusals: `unauthenticated`, `token-expired`.
import { openConsoleToken, readConsoleToken } from '../../core/access/console-token.ts'
import type { ConsolePass, ConsoleType } from '../../core/access/console-token.ts'
import type { TokenServer } from '../../core/access/access-token.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { clientOf, tokenKeysOf } from './check-access.ts'
import { isSignedOut } from './leave-console.ts'
import type { AccessDeps } from './token-ports.ts'

export async function checkConsole(
  deps: Pick<AccessDeps, 'clock' | 'members' | 'work'>,
  server: TokenServer,
  type: ConsoleType,
  token: string,
): Promise<ConsolePass | Refusal> {
  const read = readConsoleToken(token)
  if (read instanceof Refusal) return read
  const keys = await tokenKeysOf(deps, read.member, String(read.raw.header['kid']))
  const pass = await openConsoleToken(type, read, keys, server, deps.clock.now())
  if (pass instanceof Refusal) return pass
  const client = await clientOf(deps, pass.client)
  const mayOpen = client?.scopes.includes('console:open') === true && client.disabledAt === null
  if (!mayOpen || client.member !== pass.member)
    return new Refusal('unauthenticated', 'the system that let this person in may not do so now')
  if (type === 'console-session+jwt' && (await isSignedOut(deps, pass)))
    return new Refusal('unauthenticated', 'this session was signed out of')
  return pass
}
