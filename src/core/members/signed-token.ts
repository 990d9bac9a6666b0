// A compact JWS cut into its parts, what its header may say, and whether a given key signed it (RFC 7515, RFC 8725; D9). Serves
// entity statements and historical keys. Form first: what cannot be read at all is refused before any check is asked.
import { base64url, compactVerify, importJWK } from 'jose'
import {
  inspectJson,
  isJsonObject,
  type JsonFlaw,
  type JsonObject,
} from '../exchange/strict-json.ts'
import { fromBase64url, textOf } from '../kernel/bytes.ts'
import type { Check } from '../kernel/checks.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { VerifyingKey } from './key.ts'

/** Bytes of a statement: a product list of some thousand entries fits. */
export const MAX_STATEMENT_BYTES = 256 * 1024
const ALGORITHMS: readonly unknown[] = ['ES256', 'Ed25519']
/** Headers that bring or point to a key of the sender's own choice. */
const KEY_HEADERS = ['jku', 'jwk', 'x5u', 'x5c'] as const

export type SignedToken = {
  /** As received. */
  readonly token: string
  readonly header: JsonObject
  readonly claims: JsonObject
  /** What I-JSON forbids and this token does. */
  readonly flaws: readonly JsonFlaw[]
}

/** Cuts a token; `statement-malformed` when it is too long or is not two JSON objects and a signature. */
export function cutToken(token: string): SignedToken | Refusal {
  if (token.length > MAX_STATEMENT_BYTES) return refuse(`longer than ${MAX_STATEMENT_BYTES} bytes`)
  const parts = token.split('.')
  const [header, claims] = [jsonOf(parts[0]), jsonOf(parts[1])]
  if (parts.length !== 3 || header === null || claims === null) return refuse('not a signed JWT')
  if (!isJsonObject(header.value) || !isJsonObject(claims.value))
    return refuse('header and claims must be objects')
  const flaws = [...header.flaws, ...claims.flaws]
  return { token, header: header.value, claims: claims.value, flaws }
}

const refuse = (detail: string): Refusal => new Refusal('statement-malformed', detail)

function jsonOf(part: string | undefined): ReturnType<typeof inspectJson> {
  if (part === undefined) return null
  const text = textOf(looseBytes(part))
  return text === null ? null : inspectJson(text)
}

/** Also reads spellings that are not canonical: they are refused by a check, not by accident. */
function looseBytes(part: string): Uint8Array {
  try {
    return base64url.decode(part)
  } catch {
    return new Uint8Array()
  }
}

export type HeaderContext = { readonly token: SignedToken; readonly type: string }

export const HEADER_CHECKS: readonly Check<HeaderContext>[] = [
  {
    word: 'statement-malformed',
    part: 'spelling',
    holds: ({ token: { token } }) =>
      token.split('.').every((part) => fromBase64url(part) !== null) ||
      'a part is not canonical base64url',
  },
  {
    word: 'statement-malformed',
    part: 'json',
    holds: ({ token: { flaws } }) => flaws.length === 0 || `not I-JSON: ${flaws.join(', ')}`,
  },
  {
    word: 'statement-wrong-type',
    holds: ({ token: { header }, type }) => header['typ'] === type || `typ must be ${type}`,
  },
  {
    word: 'statement-header-not-allowed',
    holds: ({ token: { header } }) => KEY_HEADERS.every((name) => !Object.hasOwn(header, name)),
  },
  {
    // The header's crit (RFC 7515 §4.1.11) and the claim of that name (OpenID Federation 1.0 §3): we understand no extension.
    word: 'statement-critical-unknown',
    holds: ({ token: { header, claims } }) =>
      !Object.hasOwn(header, 'crit') && !Object.hasOwn(claims, 'crit'),
  },
  {
    word: 'statement-algorithm-not-allowed',
    holds: ({ token: { header } }) => ALGORITHMS.includes(header['alg']),
  },
]

/** The published keys that the token's kid names. */
export const namedKeys = (
  { header }: SignedToken,
  keys: readonly VerifyingKey[],
): readonly VerifyingKey[] => keys.filter(({ kid }) => kid === header['kid'])

/** A token and the keys of whoever must have signed it. */
export type Signature = { readonly token: SignedToken; readonly keys: readonly VerifyingKey[] }
export type SignatureContext = { readonly signatures: readonly Signature[] }

export const SIGNATURE_CHECKS: readonly Check<SignatureContext>[] = [
  {
    word: 'statement-key-unknown',
    holds: ({ signatures }) =>
      signatures.every(({ token, keys }) => namedKeys(token, keys).length > 0),
  },
  {
    word: 'statement-signature-invalid',
    holds: async ({ signatures }) => (await Promise.all(signatures.map(verifies))).every(Boolean),
  },
]

/** Only the named key counts. (A kid that names none is refused before; where a test left that out, any key may do.) */
async function verifies({ token, keys }: Signature): Promise<boolean> {
  const named = namedKeys(token, keys)
  const candidates = named.length > 0 ? named : keys
  const found = await Promise.all(candidates.map((key) => isSignedBy(token, key)))
  return found.includes(true)
}

async function isSignedBy({ token, header }: SignedToken, key: VerifyingKey): Promise<boolean> {
  try {
    // Which algorithms and critical headers are allowed is decided by checks of their own, before: a second opinion here would
    // hide whether they work.
    const { kid: _name, ...jwk } = key
    const imported = await importJWK(jwk, String(header['alg']))
    await compactVerify(token, imported, { crit: understood(header['crit']) })
    return true
  } catch {
    return false
  }
}

const understood = (crit: unknown): Record<string, boolean> =>
  Array.isArray(crit) ? Object.fromEntries(crit.map((name) => [String(name), true])) : {}
