// Access tokens of the API, as claims (RFC 9068): who asks (the client), for which member, what it may do, until when. The claims
// to sign leave here; a token that came in is judged by the member's own token keys. No state: a token is good until it ends.
import { readCompact, type RawToken } from '../exchange/compact-jws.ts'
import type { ImportedKeys } from '../exchange/imported-key.ts'
import { type Check, runChecks } from '../kernel/checks.ts'
import { MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds, secondsOf } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isSeconds, tokenChecks } from './jwt-checks.ts'
import { isScope, type Scope } from './scope.ts'

/** Seconds an access token lives: short, since nobody takes it back. */
export const ACCESS_SECONDS = 900
/** Seconds our own processes' clocks may differ. */
const LEEWAY_SECONDS = 30
/** Bytes of an access token that is looked at: ours have some 700. */
const MAX_TOKEN_BYTES = 4096

/** Whose tokens, and for what: the gateway's issuer identifier, and its API's address. */
export type TokenServer = { readonly issuer: string; readonly audience: string }

export type Access = {
  readonly member: MemberId
  readonly client: string
  readonly scopes: ReadonlySet<Scope>
  readonly until: Instant
}

export type AccessGrant = {
  readonly member: MemberId
  readonly client: string
  readonly scopes: readonly Scope[]
}

/** The issuer and the audience of a gateway's tokens follow from its public address. */
export function tokenServerOf(publicUrl: string): TokenServer {
  const issuer = publicUrl.replace(/\/+$/, '')
  return { issuer, audience: `${issuer}/api` }
}

/** The claims of one access token. `member` is ours: a gateway may host several, and one key set belongs to each. */
export function accessClaims(
  { issuer, audience }: TokenServer,
  { member, client, scopes }: AccessGrant,
  at: Instant,
  jti: string,
): Readonly<Record<string, unknown>> {
  const iat = secondsOf(at)
  const times = { iat, exp: iat + ACCESS_SECONDS }
  const who = { iss: issuer, aud: audience, sub: client, client_id: client, member }
  return { ...who, ...times, jti, scope: scopes.join(' ') }
}

/** Whose token it says it is, before anything in it is believed: its keys are looked up by that. */
export function readAccessToken(
  token: string,
): { readonly raw: RawToken; readonly member: MemberId } | Refusal {
  if (token.length > MAX_TOKEN_BYTES) return new Refusal('unauthenticated')
  const raw = readCompact(token)
  if (typeof raw === 'string') return new Refusal('unauthenticated', raw)
  const member = MemberId.safeParse(raw.claims['member'])
  return member.success ? { raw, member: member.data } : new Refusal('unauthenticated')
}

type Asked = {
  readonly raw: RawToken
  readonly keys: ImportedKeys
  readonly server: TokenServer
  readonly at: Instant
}

export const ACCESS_CHECKS: readonly Check<Asked>[] = [
  ...tokenChecks<Asked>('unauthenticated', ['at+jwt', 'application/at+jwt']),
  {
    word: 'unauthenticated',
    part: 'issuer',
    holds: ({ raw, server }) => raw.claims['iss'] === server.issuer || 'another issuer made it',
  },
  {
    word: 'unauthenticated',
    part: 'audience',
    holds: ({ raw, server }) =>
      raw.claims['aud'] === server.audience || 'it is meant for another address',
  },
  {
    word: 'unauthenticated',
    part: 'claims',
    holds: ({ raw: { claims } }) =>
      (typeof claims['client_id'] === 'string' &&
        claims['client_id'] === claims['sub'] &&
        typeof claims['scope'] === 'string' &&
        isSeconds(claims['iat']) &&
        isSeconds(claims['exp'])) ||
      'a claim is missing',
  },
  {
    word: 'token-expired',
    holds: ({ raw: { claims }, at }) =>
      secondsOf(at) < Number(claims['exp']) &&
      Number(claims['iat']) <= secondsOf(at) + LEEWAY_SECONDS,
  },
]

/** Judges a token that `readAccessToken` has read: `unauthenticated`, `token-expired`, or what its bearer may do. */
export async function openAccessToken(
  { raw, member }: { readonly raw: RawToken; readonly member: MemberId },
  keys: ImportedKeys,
  server: TokenServer,
  at: Instant,
): Promise<Access | Refusal> {
  const refused = await runChecks(ACCESS_CHECKS, { raw, keys, server, at })
  if (refused !== undefined) return refused
  const { client_id: client, scope, exp } = raw.claims
  return {
    member,
    client: String(client),
    scopes: new Set(String(scope).split(' ').filter(isScope)),
    until: instantOfSeconds(Number(exp)),
  }
}
