// What makes a token the right to one request between gateways (D22), as named checks over the token, the keys of its issuer
// and the request it came with. Whether its `jti` was used before is asked last, by the flow, where that is stored.
import type { Check } from '../kernel/checks.ts'
import { MemberId } from '../kernel/id.ts'
import { type Instant, secondsOf } from '../kernel/instant.ts'
import type { RawToken } from './compact-jws.ts'
import { foreignParameter } from './event-checks.ts'
import { type ImportedKeys, isAlgorithm, signedByAny } from './imported-key.ts'
import {
  CLOCK_TOLERANCE_SECONDS,
  MAX_REQUEST_LIFE_SECONDS,
  MAX_REQUEST_TOKEN_BYTES,
  MAX_SECONDS,
} from './limits.ts'
import { flawDetail } from './strict-json.ts'

export const REQUEST_TYP = 'entente-request+jwt'

/** The request a token must have been signed for, as its receiver sees it. */
export type ExpectedRequest = {
  /** The member that is called. */
  readonly audience: MemberId
  readonly method: string
  /** The callee's own public address of it, with the query. */
  readonly url: string
  /** SHA-256 of the body, base64url; of no bytes when there is none. */
  readonly bodyHash: string
  readonly at: Instant
}
export type AskedRequest = {
  readonly raw: RawToken
  readonly expected: ExpectedRequest
  readonly keys: ImportedKeys
  /** Tries every key when the named one is unknown: only when that check is switched off. */
  readonly anyKey: boolean
}

const JTI = /^[\x21-\x7e]{1,64}$/
const isSeconds = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MAX_SECONDS

export const REQUEST_SIZE_CHECKS: readonly Check<string>[] = [
  {
    word: 'request-malformed',
    part: 'size',
    holds: (jwt) =>
      jwt.length <= MAX_REQUEST_TOKEN_BYTES || `longer than ${MAX_REQUEST_TOKEN_BYTES} bytes`,
  },
]

const malformed = (part: string, detail: string, holds: (raw: RawToken) => boolean) => ({
  word: 'request-malformed' as const,
  part,
  holds: (raw: RawToken) => holds(raw) || detail,
})

/** The token by itself: judged before its issuer's keys are looked up. */
export const REQUEST_TOKEN_CHECKS: readonly Check<RawToken>[] = [
  malformed('spelling', 'its base64url is not canonical', ({ canonical }) => canonical),
  {
    word: 'request-malformed',
    part: 'json',
    holds: ({ flaws: [flaw] }) => flaw === undefined || flawDetail(flaw),
  },
  { word: 'request-wrong-type', holds: ({ header }) => header['typ'] === REQUEST_TYP },
  {
    word: 'request-algorithm-not-allowed',
    part: 'unknown',
    holds: ({ header }) => isAlgorithm(header['alg']) || 'alg must be ES256 or Ed25519',
  },
  { word: 'request-header-not-allowed', holds: ({ header }) => foreignParameter(header) },
  malformed(
    'issuer',
    'iss must be a member identifier',
    ({ claims }) => MemberId.safeParse(claims['iss']).success,
  ),
  malformed(
    'token-id',
    'jti must be 1 to 64 printable characters',
    ({ claims: { jti } }) => typeof jti === 'string' && JTI.test(jti),
  ),
  malformed(
    'times',
    'iat and exp must be whole seconds, exp after iat',
    ({ claims: { iat, exp } }) => isSeconds(iat) && isSeconds(exp) && iat < exp,
  ),
]

/** The token against its issuer's keys and the request it came with. */
export const REQUEST_CHECKS: readonly Check<AskedRequest>[] = [
  { word: 'request-key-unknown', holds: ({ raw, keys }) => keys.has(String(raw.header['kid'])) },
  {
    word: 'request-algorithm-not-allowed',
    part: 'key',
    holds: ({ raw, keys }) => {
      const { alg, kid } = raw.header
      return (keys.get(String(kid))?.alg ?? alg) === alg || 'the key is for another algorithm'
    },
  },
  { word: 'request-signature-invalid', holds: isSigned },
  {
    word: 'request-wrong-audience',
    holds: ({ raw, expected }) => raw.claims['aud'] === expected.audience,
  },
  {
    word: 'request-lives-too-long',
    holds: ({ raw: { claims } }) =>
      Number(claims['exp']) - Number(claims['iat']) <= MAX_REQUEST_LIFE_SECONDS,
  },
  {
    word: 'request-expired',
    part: 'early',
    holds: ({ raw, expected }) =>
      Number(raw.claims['iat']) <= secondsOf(expected.at) + CLOCK_TOLERANCE_SECONDS ||
      'it is dated more than 5 minutes ahead of our clock',
  },
  {
    word: 'request-expired',
    part: 'late',
    holds: ({ raw, expected }) =>
      Number(raw.claims['exp']) >= secondsOf(expected.at) - CLOCK_TOLERANCE_SECONDS ||
      'it ended more than 5 minutes before our clock',
  },
  {
    word: 'request-method-mismatch',
    part: 'method',
    holds: ({ raw, expected }) =>
      raw.claims['htm'] === expected.method || `it was not signed for ${expected.method}`,
  },
  {
    word: 'request-method-mismatch',
    part: 'address',
    holds: ({ raw, expected }) =>
      raw.claims['htu'] === addressOf(expected.url) || 'it was signed for another address',
  },
  {
    word: 'request-body-mismatch',
    holds: ({ raw, expected }) => raw.claims['bsh'] === expected.bodyHash,
  },
]

/** The one spelling of an address in tokens: as the URL standard serialises it, without the fragment. */
export function addressOf(url: string): string {
  const address = new URL(url)
  address.hash = ''
  return address.href
}

function isSigned({ raw, keys, anyKey }: AskedRequest): Promise<boolean> {
  const key = keys.get(String(raw.header['kid']))
  return signedByAny(key === undefined && anyKey ? [...keys.values()] : key ? [key] : [], raw)
}
