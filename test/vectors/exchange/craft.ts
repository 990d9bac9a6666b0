// Tokens made by hand for the vectors: any header, any payload, even text that is no JSON. Signs with node:crypto and with
// deterministic ECDSA (RFC 6979), so that generating twice gives the same bytes; shares no code with src/signing.
import { createECDH, createHash, createHmac, createPrivateKey, sign } from 'node:crypto'
import testKeys from '../keys.json' with { type: 'json' }

export type KeyName = keyof typeof testKeys.keys
type Json = Readonly<Record<string, unknown>>
/** A part given as text is used as it is; `bytes` even when it is no text. */
export type Part = Json | string | Uint8Array

const ORDER = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n

export const jwkOf = (name: KeyName) => testKeys.keys[name]
export const kidOf = (name: KeyName): string => jwkOf(name).kid

/** The public part as it stands in metadata and events. */
export function publicOf(name: KeyName): Json {
  const { kid, kty, crv, x, y } = jwkOf(name) as unknown as Record<string, string>
  return y === undefined ? { kid, kty, crv, x } : { kid, kty, crv, x, y }
}

export const base64url = (bytes: Uint8Array | string): string =>
  Buffer.from(bytes).toString('base64url')

export const hashOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url')

export function encodePart(part: Part): string {
  if (typeof part === 'string' || part instanceof Uint8Array) return base64url(part)
  return base64url(JSON.stringify(part))
}

/** Header and payload signed by a key, whatever the header says. */
export function craft(header: Part, payload: Part, signer: KeyName): string {
  return seal(`${encodePart(header)}.${encodePart(payload)}`, signer)
}

/** Adds the signature to a signing input spelled by hand. */
export function seal(signingInput: string, signer: KeyName): string {
  return `${signingInput}.${base64url(signatureOf(signingInput, signer))}`
}

/** Deterministic for ES256 and Ed25519, the only keys that sign here. */
export function signatureOf(signingInput: string, signer: KeyName): Buffer {
  const jwk = jwkOf(signer)
  if (jwk.alg === 'ES256' && 'd' in jwk) return ecdsa(signingInput, Buffer.from(jwk.d, 'base64url'))
  const key = createPrivateKey({ key: jwk as never, format: 'jwk' })
  return sign(null, Buffer.from(signingInput), key)
}

export const hmacOf = (signingInput: string, secret: string): string =>
  createHmac('sha256', secret).update(signingInput).digest('base64url')

/** The other ES256 signature of the same signing input: (r, n−s). */
export function twinOf(jwt: string): string {
  const [header, payload, signature] = jwt.split('.')
  const bytes = Buffer.from(signature ?? '', 'base64url')
  const s = numberIn(bytes.subarray(32))
  return `${header}.${payload}.${base64url(Buffer.concat([bytes.subarray(0, 32), bytesOf(ORDER - s)]))}`
}

/** The same signature as DER, which JOSE does not use. */
export function asDer(jwt: string): string {
  const [header, payload, signature] = jwt.split('.')
  const bytes = Buffer.from(signature ?? '', 'base64url')
  const both = Buffer.concat([integer(bytes.subarray(0, 32)), integer(bytes.subarray(32))])
  return `${header}.${payload}.${base64url(Buffer.concat([Buffer.of(0x30, both.length), both]))}`
}

/** Sets spare bits of the last character of a base64url part whose length leaves some. */
export function withSpareBits(part: string): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  if (part.length % 4 === 0) throw new Error('no spare bits')
  const last = alphabet.indexOf(part.at(-1) ?? '')
  return part.slice(0, -1) + (alphabet[last | 1] ?? '')
}

function ecdsa(signingInput: string, d: Buffer): Buffer {
  const hash = createHash('sha256').update(signingInput).digest()
  for (const k of nonces(d, hash)) {
    const point = createECDH('prime256v1')
    point.setPrivateKey(bytesOf(k))
    const r = numberIn(point.getPublicKey().subarray(1, 33)) % ORDER
    const s = (inverse(k) * (numberIn(hash) + r * numberIn(d))) % ORDER
    if (r !== 0n && s !== 0n) return Buffer.concat([bytesOf(r), bytesOf(s)])
  }
  throw new Error('unreachable')
}

/** RFC 6979 §3.2 for P-256 with SHA-256. */
function* nonces(d: Buffer, hash: Buffer): Generator<bigint> {
  const seed = Buffer.concat([d, bytesOf(numberIn(hash) % ORDER)])
  let v: Buffer = Buffer.alloc(32, 1)
  let key: Buffer = Buffer.alloc(32, 0)
  key = hmac(key, v, Buffer.of(0), seed)
  v = hmac(key, v)
  key = hmac(key, v, Buffer.of(1), seed)
  v = hmac(key, v)
  for (;;) {
    v = hmac(key, v)
    const k = numberIn(v)
    if (k > 0n && k < ORDER) yield k
    key = hmac(key, v, Buffer.of(0))
    v = hmac(key, v)
  }
}

function inverse(k: bigint): bigint {
  let result = 1n
  let base = k % ORDER
  for (let exponent = ORDER - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = (result * base) % ORDER
    base = (base * base) % ORDER
  }
  return result
}

const numberIn = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const bytesOf = (n: bigint): Buffer => Buffer.from(n.toString(16).padStart(64, '0'), 'hex')

/** One INTEGER of DER. */
function integer(half: Buffer): Buffer {
  const short = half.subarray(half.findIndex((byte) => byte !== 0))
  const value = (short[0] ?? 0) > 127 ? Buffer.concat([Buffer.of(0), short]) : short
  return Buffer.concat([Buffer.of(2, value.length), value])
}

function hmac(key: Buffer, ...parts: Buffer[]): Buffer {
  return createHmac('sha256', key).update(Buffer.concat(parts)).digest()
}
