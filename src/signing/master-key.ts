// The master key seals what must stay secret at rest: AES-256-GCM, a fresh 96-bit nonce for each sealing, the owner's member
// and key id as associated data, so that no sealed key can be put in another's place. 32 bytes come from outside; nothing
// but CryptoKeys that cannot be exported stays. WebCrypto alone: the same on Node and on Workers.
import { fromBase64url, sha256, textOf, toBase64url, utf8 } from '../core/kernel/bytes.ts'

/** Random bytes, given so that tests can repeat themselves. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>

/** Ready for use; `id` tells sealed envelopes of different master keys apart and reveals nothing of the key. */
export type MasterKey = { readonly id: string; readonly key: CryptoKey }

/** Whose private key an envelope holds: bound into it. */
export type KeyOwner = { readonly member: string; readonly kid: string }

/** `v1.<master key id>.<nonce>.<ciphertext>`, parts in base64url. */
export type SealedKey = string & { readonly __brand: 'SealedKey' }

/** A fault: the envelope was changed, belongs to another owner, or its master key is not here. */
export class SealFault extends Error {
  override readonly name = 'SealFault'
}

export const MASTER_KEY_BYTES = 32
const VERSION = 'v1'
const NONCE_BYTES = 12
const ID_BYTES = 8

/** @param bytes 32 random bytes, kept outside the database in a file of mode 0600 or a secret store */
export async function importMasterKey(bytes: Uint8Array<ArrayBuffer>): Promise<MasterKey> {
  if (bytes.length !== MASTER_KEY_BYTES)
    throw new SealFault(`a master key has ${MASTER_KEY_BYTES} bytes, this one ${bytes.length}`)
  const label = utf8('entente master key id\n')
  const hash = await sha256(new Uint8Array([...label, ...bytes]))
  const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { id: toBase64url(hash.subarray(0, ID_BYTES)), key }
}

/** Seals a private JWK for its owner under a master key. */
export async function sealKey(
  master: MasterKey,
  owner: KeyOwner,
  jwk: JsonWebKey,
  random: RandomBytes,
): Promise<SealedKey> {
  const iv = random(NONCE_BYTES)
  const plain = utf8(JSON.stringify(jwk))
  const sealed = await crypto.subtle.encrypt(cipher(iv, master.id, owner), master.key, plain)
  const parts = [VERSION, master.id, toBase64url(iv), toBase64url(new Uint8Array(sealed))]
  return parts.join('.') as SealedKey
}

/**
 * Opens an envelope with whichever of the master keys sealed it.
 *
 * @throws SealFault when it was changed, is another owner's, or none of the keys sealed it
 */
export async function unsealKey(
  masters: readonly MasterKey[],
  owner: KeyOwner,
  sealed: SealedKey,
): Promise<JsonWebKey> {
  const [version, id, nonce, ciphertext, ...more] = sealed.split('.')
  const iv = fromBase64url(nonce ?? '')
  const bytes = fromBase64url(ciphertext ?? '')
  if (version !== VERSION || more.length > 0 || iv?.length !== NONCE_BYTES || bytes === null)
    throw new SealFault(
      `the sealed key ${owner.kid} of ${owner.member} is not a ${VERSION} envelope`,
    )
  const master = masters.find((candidate) => candidate.id === id)
  if (master === undefined)
    throw new SealFault(`the key ${owner.kid} of ${owner.member} is sealed with another master key`)
  try {
    const plain = await crypto.subtle.decrypt(cipher(iv, master.id, owner), master.key, bytes)
    return JSON.parse(textOf(new Uint8Array(plain)) ?? '') as JsonWebKey
  } catch (cause) {
    throw new SealFault(`the sealed key ${owner.kid} of ${owner.member} does not open`, { cause })
  }
}

/** Seals again under the next master key; an envelope already under it comes back as it is. For rotation, row by row. */
export async function resealKey(
  masters: readonly MasterKey[],
  next: MasterKey,
  owner: KeyOwner,
  sealed: SealedKey,
  random: RandomBytes,
): Promise<SealedKey> {
  if (masterKeyOf(sealed) === next.id) return sealed
  return sealKey(next, owner, await unsealKey(masters, owner, sealed), random)
}

/** The id of the master key that an envelope needs. */
export const masterKeyOf = (sealed: SealedKey): string => sealed.split('.')[1] ?? ''

function cipher(iv: Uint8Array<ArrayBuffer>, id: string, { member, kid }: KeyOwner): AesGcmParams {
  const additionalData = utf8(JSON.stringify(['entente', VERSION, id, member, kid]))
  return { name: 'AES-GCM', iv, additionalData, tagLength: 128 }
}
