// How a person comes into the console, as claims: a link that a member's own system had made, good once and for minutes, and the
// session it opens, good for an hour after its last use and for twelve in all. Both are signed by the member's token key, each with
// a `typ` of its own (RFC 8725 §3.11), so that neither passes for the other or for an access token.
import { readCompact, type RawToken } from '../exchange/compact-jws.ts'
import type { ImportedKeys } from '../exchange/imported-key.ts'
import { type Check, runChecks } from '../kernel/checks.ts'
import { CaseId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds, secondsOf } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { TokenServer } from './access-token.ts'
import { isSeconds, tokenChecks } from './jwt-checks.ts'

export const CONSOLE_TYPES = ['console-link+jwt', 'console-session+jwt'] as const
export type ConsoleType = (typeof CONSOLE_TYPES)[number]

/** Seconds a link waits to be opened. */
export const LINK_SECONDS = 300
/** Seconds a session lasts that nobody uses. */
export const IDLE_SECONDS = 3_600
/** Seconds a session lasts at most: a long shift. */
export const SHIFT_SECONDS = 43_200
/** Seconds our own processes' clocks may differ. */
const LEEWAY_SECONDS = 30
const MAX_TOKEN_BYTES = 4096
const MAX_NAME = 120

/** Who sits there, as the member's own system said it. */
export type ConsoleGrant = {
  readonly member: MemberId
  /** The API client that vouched for the person; once it is disabled, the session is over. */
  readonly client: string
  readonly name: string
  /** Where the console opens; null: at the list. */
  readonly caseId: CaseId | null
}

export type ConsolePass = ConsoleGrant & {
  readonly jti: string
  /** When the person came in; for a link, when it was made. */
  readonly since: Instant
  readonly until: Instant
}

/** When nothing of a session can be left: its shift is over. */
export const endOfShift = ({ since }: Pick<ConsolePass, 'since'>): Instant =>
  instantOfSeconds(secondsOf(since) + SHIFT_SECONDS)

const audienceOf = ({ issuer }: TokenServer): string => `${issuer}/console`

/** The claims of a link. @param jti fresh: the link opens the console once */
export function linkClaims(
  server: TokenServer,
  grant: ConsoleGrant,
  at: Instant,
  jti: string,
): Readonly<Record<string, unknown>> {
  const since = secondsOf(at)
  return claimsOf(server, grant, jti, { iat: since, since, exp: since + LINK_SECONDS })
}

/** The claims of a session, new or renewed, and its end: never later than a shift after the person came in. */
export function sessionClaims(
  server: TokenServer,
  pass: Omit<ConsolePass, 'until'>,
  at: Instant,
): { readonly claims: Readonly<Record<string, unknown>>; readonly until: Instant } {
  const since = secondsOf(pass.since)
  const iat = secondsOf(at)
  const exp = Math.min(iat + IDLE_SECONDS, since + SHIFT_SECONDS)
  const claims = claimsOf(server, pass, pass.jti, { iat, since, exp })
  return { claims, until: instantOfSeconds(exp) }
}

type Times = { readonly iat: number; readonly since: number; readonly exp: number }

const claimsOf = (
  server: TokenServer,
  { member, client, name, caseId }: ConsoleGrant,
  jti: string,
  { iat, since, exp }: Times,
): Readonly<Record<string, unknown>> => ({
  iss: server.issuer,
  aud: audienceOf(server),
  sub: client,
  member,
  name,
  ...(caseId === null ? {} : { case: caseId }),
  jti,
  iat,
  auth_time: since,
  exp,
})

/** Whose token it says it is, before anything in it is believed. */
export function readConsoleToken(
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

const isText = (value: unknown, max: number): boolean =>
  typeof value === 'string' && value.length >= 1 && value.length <= max

/** The checks of one kind of console token, by its `typ`. */
export const consoleChecks = (type: ConsoleType): readonly Check<Asked>[] => [
  ...tokenChecks<Asked>('unauthenticated', [type]),
  {
    word: 'unauthenticated',
    part: 'issuer',
    holds: ({ raw, server }) => raw.claims['iss'] === server.issuer || 'another issuer made it',
  },
  {
    word: 'unauthenticated',
    part: 'audience',
    holds: ({ raw, server }) =>
      raw.claims['aud'] === audienceOf(server) || 'it is meant for another address',
  },
  {
    word: 'unauthenticated',
    part: 'claims',
    holds: ({ raw: { claims } }) =>
      (isText(claims['sub'], 200) &&
        isText(claims['name'], MAX_NAME) &&
        isText(claims['jti'], 64) &&
        (claims['case'] === undefined || CaseId.safeParse(claims['case']).success) &&
        ['iat', 'auth_time', 'exp'].every((time) => isSeconds(claims[time]))) ||
      'a claim is missing',
  },
  {
    word: 'token-expired',
    holds: ({ raw: { claims }, at }) =>
      secondsOf(at) < Number(claims['exp']) &&
      Number(claims['iat']) <= secondsOf(at) + LEEWAY_SECONDS,
  },
]

/** Judges a token that `readConsoleToken` has read: `unauthenticated`, `token-expired`, or who it lets in. */
export async function openConsoleToken(
  type: ConsoleType,
  { raw, member }: { readonly raw: RawToken; readonly member: MemberId },
  keys: ImportedKeys,
  server: TokenServer,
  at: Instant,
): Promise<ConsolePass | Refusal> {
  const refused = await runChecks(consoleChecks(type), { raw, keys, server, at })
  if (refused !== undefined) return refused
  const { sub, name, jti, auth_time: since, exp } = raw.claims
  return {
    member,
    client: String(sub),
    name: String(name),
    caseId: (raw.claims['case'] ?? null) as CaseId | null,
    jti: String(jti),
    since: instantOfSeconds(Number(since)),
    until: instantOfSeconds(Number(exp)),
  }
}
