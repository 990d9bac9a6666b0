// The one randomness that nobody can hand in is that of the platform's key pairs. While this stands, WebCrypto makes the same P-256
// pairs for the same seed, and so the same event ids: what the smaller of two ids decides is decided alike each time.
import { createECDH } from 'node:crypto'
import { toBase64url } from '../../src/core/kernel/bytes.ts'
import { seededDraw } from './world.ts'

const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const

/** Until it is disposed of. */
export function repeatableKeys(seed: number): Disposable {
  const { subtle } = crypto
  const original = subtle.generateKey
  const draw = seededDraw(seed)
  const generateKey = async (
    ...[algorithm, ...rest]: Parameters<SubtleCrypto['generateKey']>
  ): Promise<unknown> => {
    const isP256 = typeof algorithm === 'object' && 'namedCurve' in algorithm
    return isP256 ? pairOf(draw) : Reflect.apply(original, subtle, [algorithm, ...rest])
  }
  Object.defineProperty(subtle, 'generateKey', { value: generateKey, configurable: true })
  return { [Symbol.dispose]: () => void Reflect.deleteProperty(subtle, 'generateKey') }
}

async function pairOf(draw: () => number): Promise<CryptoKeyPair> {
  const secret = Uint8Array.from({ length: 32 }, () => Math.floor(draw() * 255))
  const ecdh = createECDH('prime256v1')
  ecdh.setPrivateKey(secret)
  const point = new Uint8Array(ecdh.getPublicKey())
  const open = { kty: 'EC', crv: 'P-256', x: part(point, 1), y: part(point, 33) }
  const secretPart = { ...open, d: toBase64url(secret) }
  const [privateKey, publicKey] = await Promise.all([
    crypto.subtle.importKey('jwk', secretPart, P256, true, ['sign']),
    crypto.subtle.importKey('jwk', open, P256, true, ['verify']),
  ])
  return { privateKey, publicKey }
}

const part = (point: Uint8Array<ArrayBuffer>, from: number): string =>
  toBase64url(point.slice(from, from + 32))
