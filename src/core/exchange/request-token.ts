// The token that a request between gateways carries (D22): signed by the caller's event key for one callee, method, address
// and body, for a minute. Claims to sign leave here; a token that came in is judged in two steps, since the keys to judge it
// by are those of the issuer it names. No replay is seen here: the flow keeps each `jti` for JTI_KEPT_SECONDS.
import { type CheckSwitches, runChecks, skipChecks } from '../kernel/checks.ts'
import type { MemberId } from '../kernel/id.ts'
import { secondsOf } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type RawToken, readCompact } from './compact-jws.ts'
import type { ImportedKeys } from './imported-key.ts'
import { MAX_REQUEST_LIFE_SECONDS } from './limits.ts'
import {
  addressOf,
  type ExpectedRequest,
  REQUEST_CHECKS,
  REQUEST_SIZE_CHECKS,
  REQUEST_TOKEN_CHECKS,
} from './request-checks.ts'

export type RequestClaims = {
  readonly iss: MemberId
  readonly aud: MemberId
  readonly iat: number
  readonly exp: number
  readonly jti: string
  readonly htm: string
  readonly htu: string
  readonly bsh: string
}

/** A request token whose form is right and whose signature nobody has looked at yet. */
export type ParsedRequest = { readonly iss: MemberId; readonly kid: string; readonly raw: RawToken }

/** The right to one request. `iat` is the time its caller's clock had, whole seconds. */
export type OpenedRequest = { readonly iss: MemberId; readonly jti: string; readonly iat: number }

/** SHA-256 of no bytes, base64url: the body hash of a request without a body. */
export const EMPTY_BODY_HASH = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'

/** The claims to sign for one request, its `at` being the callee's time as far as the caller knows it. */
export function requestClaims(
  caller: MemberId,
  { audience, method, url, bodyHash, at }: ExpectedRequest,
  jti: string,
): RequestClaims {
  const iat = secondsOf(at)
  return {
    iss: caller,
    aud: audience,
    iat,
    exp: iat + MAX_REQUEST_LIFE_SECONDS,
    jti,
    htm: method,
    htu: addressOf(url),
    bsh: bodyHash,
  }
}

/** First step: form alone. Tells whose keys to look up. */
export async function parseRequestToken(
  jwt: string,
  switches: CheckSwitches = {},
): Promise<ParsedRequest | Refusal> {
  const tooLong = await runChecks(REQUEST_SIZE_CHECKS, jwt, switches)
  if (tooLong !== undefined) return tooLong
  const raw = readCompact(jwt)
  if (typeof raw === 'string') return new Refusal('request-malformed', raw)
  const refusal = await runChecks(REQUEST_TOKEN_CHECKS, raw, switches)
  if (refusal !== undefined) return refusal
  return { iss: raw.claims['iss'] as MemberId, kid: String(raw.header['kid']), raw }
}

/** Second step: signature, audience, time, method, address, body. @param keys the event keys its issuer publishes now */
export async function openRequestToken(
  { iss, raw }: ParsedRequest,
  keys: ImportedKeys,
  expected: ExpectedRequest,
  switches: CheckSwitches = {},
): Promise<OpenedRequest | Refusal> {
  const anyKey = switches[skipChecks]?.has('request-key-unknown') === true
  const refusal = await runChecks(REQUEST_CHECKS, { raw, expected, keys, anyKey }, switches)
  return refusal ?? { iss, jti: String(raw.claims['jti']), iat: Number(raw.claims['iat']) }
}
