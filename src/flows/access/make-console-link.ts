// A link into the console for one person, asked for by the member's own system, which knows who is sitting there. In: the system's
// grant. Out: the token of the link (`…/console/sign-in?token=`) and its end, or `case-not-found`.
import { LINK_SECONDS, linkClaims } from '../../core/access/console-token.ts'
import type { ConsoleGrant } from '../../core/access/console-token.ts'
import type { TokenServer } from '../../core/access/access-token.ts'
import { type Instant, instantOfSeconds, secondsOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import type { AccessDeps } from './token-ports.ts'

export async function makeConsoleLink(
  deps: AccessDeps & Pick<Deps, 'cases'>,
  server: TokenServer,
  grant: ConsoleGrant,
): Promise<{ readonly token: string; readonly until: Instant } | Refusal> {
  const { member, caseId } = grant
  if (caseId !== null && !(await deps.cases.loadCase(member, caseId)))
    return new Refusal('case-not-found', undefined, 'caseId')
  const at = deps.clock.now()
  const claims = linkClaims(server, grant, at, deps.random.id())
  const token = await deps.tokens.signConsoleToken(member, 'console-link+jwt', claims)
  return { token, until: instantOfSeconds(secondsOf(at) + LINK_SECONDS) }
}
