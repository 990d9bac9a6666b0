// An access token for an API client (RFC 6749 §4.4, RFC 9068). In: the token request as it came. Out: the token, its scopes and
// life, or `grant-unsupported`, `client-unknown`, `scope-unknown`, `token-expired`.
import { ACCESS_SECONDS, accessClaims, type TokenServer } from '../../core/access/access-token.ts'
import { grantScopes, type Scope } from '../../core/access/scope.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { authenticateClient, type Credentials } from './authenticate-client.ts'
import type { AccessDeps } from './token-ports.ts'

export type TokenRequest = Credentials & {
  readonly grantType?: string | undefined
  readonly scope?: string | undefined
}

export type IssuedToken = {
  readonly token: string
  readonly scopes: readonly Scope[]
  readonly seconds: number
}

export async function issueToken(
  deps: AccessDeps,
  server: TokenServer,
  request: TokenRequest,
): Promise<IssuedToken | Refusal> {
  if (request.grantType !== 'client_credentials') return new Refusal('grant-unsupported')
  const client = await authenticateClient(deps, server, request)
  if (client instanceof Refusal) return client
  const scopes = grantScopes(client.scopes, request.scope)
  if (scopes instanceof Refusal) return scopes
  const grant = { member: client.member, client: client.id, scopes }
  const claims = accessClaims(server, grant, deps.clock.now(), deps.random.id())
  const token = await deps.tokens.signAccessToken(client.member, claims)
  return { token, scopes, seconds: ACCESS_SECONDS }
}
