// How an API client proves itself with a key instead of a secret: a JWT it signed for our issuer, good once and for minutes
// (RFC 7523 §3; private_key_jwt). In: the assertion, the client's public keys, our issuer, the time. Out: its jti to remember.
import { readCompact, type RawToken } from '../exchange/compact-jws.ts'
import type { ImportedKeys } from '../exchange/imported-key.ts'
import { type Check, runChecks } from '../kernel/checks.ts'
import { type Instant, instantOfSeconds, secondsOf } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isSeconds, tokenChecks } from './jwt-checks.ts'

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
/** Seconds an assertion may live: its jti is remembered as long. */
export const MAX_ASSERTION_SECONDS = 300
/** Seconds a client's clock may be off. */
const LEEWAY_SECONDS = 60
const MAX_ASSERTION_BYTES = 8192
const JTI = /^[\x21-\x7e]{1,64}$/

/** The client an assertion speaks for, before its signature was looked at. */
export function readAssertion(
  assertion: string,
): { readonly raw: RawToken; readonly client: string } | Refusal {
  if (assertion.length > MAX_ASSERTION_BYTES) return new Refusal('client-unknown')
  const raw = readCompact(assertion)
  if (typeof raw === 'string') return new Refusal('client-unknown', `the assertion: ${raw}`)
  const { iss } = raw.claims
  return typeof iss === 'string' ? { raw, client: iss } : new Refusal('client-unknown')
}

type Asserted = {
  readonly raw: RawToken
  readonly keys: ImportedKeys
  /** The one value that `aud` may have: the issuer's identifier; a token endpoint's address could be another server's too. */
  readonly issuer: string
  readonly at: Instant
}

const claim = (
  part: string,
  detail: string,
  holds: (claims: RawToken['claims'], asserted: Asserted) => boolean,
): Check<Asserted> => ({
  word: 'client-unknown',
  part,
  holds: (asserted) => holds(asserted.raw.claims, asserted) || `the assertion: ${detail}`,
})

const isOnly = (aud: unknown, issuer: string): boolean =>
  aud === issuer || (Array.isArray(aud) && aud.length === 1 && aud[0] === issuer)

export const ASSERTION_CHECKS: readonly Check<Asserted>[] = [
  ...tokenChecks<Asserted>('client-unknown', ['JWT', 'client-authentication+jwt', undefined]),
  claim('subject', 'iss and sub must be the client id', ({ iss, sub }) => iss === sub),
  claim('audience', 'aud must be the issuer of this gateway', ({ aud }, { issuer }) =>
    isOnly(aud, issuer),
  ),
  claim(
    'token-id',
    'jti must be 1 to 64 printable characters',
    ({ jti }) => typeof jti === 'string' && JTI.test(jti),
  ),
  claim('end', 'exp must be a time in whole seconds', ({ exp }) => isSeconds(exp)),
  {
    word: 'token-expired',
    part: 'over',
    holds: ({ raw, at }) => secondsOf(at) < Number(raw.claims['exp']) + LEEWAY_SECONDS,
  },
  {
    word: 'token-expired',
    part: 'too-long',
    holds: ({ raw, at }) =>
      Number(raw.claims['exp']) <= secondsOf(at) + MAX_ASSERTION_SECONDS + LEEWAY_SECONDS ||
      `an assertion lives at most ${MAX_ASSERTION_SECONDS} seconds; check your clock`,
  },
  {
    word: 'token-expired',
    part: 'early',
    holds: ({ raw: { claims }, at }) =>
      [claims['iat'], claims['nbf']].every(
        (time) => time === undefined || Number(time) <= secondsOf(at) + LEEWAY_SECONDS,
      ) || 'the assertion is dated in the future; check your clock',
  },
]

/** Judges an assertion: `client-unknown`, `token-expired`, or the jti that must not come again before `until`. */
export async function openAssertion(
  raw: RawToken,
  keys: ImportedKeys,
  issuer: string,
  at: Instant,
): Promise<{ readonly jti: string; readonly until: Instant } | Refusal> {
  const refused = await runChecks(ASSERTION_CHECKS, { raw, keys, issuer, at })
  if (refused !== undefined) return refused
  const until = instantOfSeconds(Number(raw.claims['exp']) + LEEWAY_SECONDS)
  return { jti: String(raw.claims['jti']), until }
}
