// Public keys made ready for verifying, once, and kept by whoever holds them: importing costs a third of a verification. A
// key's id is the RFC 7638 thumbprint computed here, never one that was claimed. ES256 and Ed25519 alone (D9).
import { fromBase64url, utf8 } from '../kernel/bytes.ts'
import type { Thumbprint } from '../kernel/id.ts'
import { thumbprintOf } from '../members/key.ts'
import { isJsonObject } from './strict-json.ts'

export const ALGORITHMS = ['ES256', 'Ed25519'] as const
export type Algorithm = (typeof ALGORITHMS)[number]

export type ImportedKey = {
  readonly kid: Thumbprint
  readonly alg: Algorithm
  readonly key: CryptoKey
}

/** Keys by thumbprint. A plain value: keep it, merge it, throw it away. */
export type ImportedKeys = ReadonlyMap<string, ImportedKey>

type Material =
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }

type Signed = { readonly signingInput: string; readonly signature: Uint8Array<ArrayBuffer> }

const VERIFY = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
  Ed25519: { name: 'Ed25519' },
} as const
const SIGNATURE_BYTES = 64
const COORDINATE_BYTES = 32

export const isAlgorithm = (alg: unknown): alg is Algorithm => alg === 'ES256' || alg === 'Ed25519'

/**
 * One RFC 7517 object as a key to verify with. Null when it is of another kind, holds a private part, is meant for something
 * else than signatures, names another `alg` than its own or another `kid` than its thumbprint, or is no point of its curve.
 */
export async function importKey(jwk: unknown): Promise<ImportedKey | null> {
  if (!isJsonObject(jwk) || Object.hasOwn(jwk, 'd')) return null
  const material = materialOf(jwk)
  if (material === null) return null
  const alg = material.kty === 'EC' ? 'ES256' : 'Ed25519'
  const kid = await thumbprintOf(material)
  const claimed = { use: 'sig', alg, kid, ...jwk }
  if (claimed.use !== 'sig' || claimed.alg !== alg || claimed.kid !== kid) return null
  try {
    const key = await crypto.subtle.importKey('jwk', material, VERIFY[alg], true, ['verify'])
    return { kid, alg, key }
  } catch {
    return null
  }
}

/** The keys that can be used; others are left out, so that a member may publish kinds that are unknown here. */
export async function importKeys(jwks: {
  readonly keys: readonly unknown[]
}): Promise<ImportedKeys> {
  const keys = await Promise.all(jwks.keys.map(importKey))
  return byThumbprint(keys.filter((key) => key !== null))
}

export function byThumbprint(keys: Iterable<ImportedKey>): ImportedKeys {
  return new Map(Array.from(keys, (key) => [key.kid, key]))
}

/** Whether the key made this signature over the signing input. The key says the algorithm; the token's header never does. */
export async function verifySignature(
  { alg, key }: ImportedKey,
  signingInput: string,
  signature: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  if (signature.length !== SIGNATURE_BYTES) return false
  return crypto.subtle.verify(VERIFY[alg], key, signature, utf8(signingInput))
}

/** Whether one of the keys made the token's signature. */
export async function signedByAny(
  keys: readonly ImportedKey[],
  { signingInput, signature }: Signed,
): Promise<boolean> {
  for (const key of keys) if (await verifySignature(key, signingInput, signature)) return true
  return false
}

function materialOf({ kty, crv, x, y }: { readonly [name: string]: unknown }): Material | null {
  if (kty === 'EC' && crv === 'P-256' && isCoordinate(x) && isCoordinate(y))
    return { kty, crv, x, y }
  if (kty === 'OKP' && crv === 'Ed25519' && isCoordinate(x)) return { kty, crv, x }
  return null
}

function isCoordinate(value: unknown): value is string {
  return typeof value === 'string' && fromBase64url(value)?.length === COORDINATE_BYTES
}
