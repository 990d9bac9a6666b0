// Key pairs of members: made here, named by their thumbprints, sealed at once, and imported once for use. The imported form
// cannot be exported, and the keyring that keeps it forgets the least used.
import type { PublicKey } from '../core/cases/case.ts'
import type { Algorithm } from '../core/exchange/imported-key.ts'
import { thumbprintOf } from '../core/members/key.ts'
import {
  type KeyOwner,
  type MasterKey,
  type RandomBytes,
  type SealedKey,
  sealKey,
  unsealKey,
} from './master-key.ts'

/** Ready to sign with. */
export type SigningKey = {
  readonly kid: string
  readonly alg: Algorithm
  readonly key: CryptoKey
}

const PARAMETERS = {
  ES256: { name: 'ECDSA', namedCurve: 'P-256' },
  Ed25519: { name: 'Ed25519' },
} as const

/** A new key pair for a member: its public part, and its private part sealed. */
export async function generateKey(
  alg: Algorithm,
  member: string,
  master: MasterKey,
  random: RandomBytes,
): Promise<{ readonly publicKey: PublicKey; readonly sealed: SealedKey }> {
  const { jwk, publicKey } = await newPair(alg)
  return { publicKey, sealed: await sealKey(master, { member, kid: publicKey.kid }, jwk, random) }
}

/** A pair whose thumbprint does not begin with a hyphen: people give thumbprints to commands, which would read an option. */
async function newPair(alg: Algorithm): Promise<{ jwk: JsonWebKey; publicKey: PublicKey }> {
  const pair = await crypto.subtle.generateKey(PARAMETERS[alg], true, ['sign', 'verify'])
  if (!('privateKey' in pair)) throw new Error(`${alg} made no key pair`)
  const jwk = await crypto.subtle.exportKey('jwk', pair.privateKey)
  const publicKey = await publicKeyOf(jwk)
  return publicKey.kid.startsWith('-') ? newPair(alg) : { jwk, publicKey }
}

/** The public part of a P-256 or Ed25519 JWK, named by its thumbprint. */
export async function publicKeyOf({ kty, crv, x, y }: JsonWebKey): Promise<PublicKey> {
  if (kty === 'EC' && crv === 'P-256' && x !== undefined && y !== undefined)
    return { kid: await thumbprintOf({ kty, crv, x, y }), kty, crv, x, y }
  if (kty === 'OKP' && crv === 'Ed25519' && x !== undefined)
    return { kid: await thumbprintOf({ kty, crv, x }), kty, crv, x }
  throw new TypeError(`a ${kty ?? ''} ${crv ?? ''} key cannot sign here`)
}

/** A private JWK made ready to sign with; it cannot be exported again. */
export async function importSigningKey(jwk: JsonWebKey): Promise<SigningKey> {
  const { kid, ...publicPart } = await publicKeyOf(jwk)
  const alg = publicPart.kty === 'EC' ? 'ES256' : 'Ed25519'
  if (jwk.d === undefined) throw new TypeError('a public key cannot sign')
  const material: JsonWebKey = { ...publicPart, d: jwk.d }
  const key = await crypto.subtle.importKey('jwk', material, PARAMETERS[alg], false, ['sign'])
  return { kid, alg, key }
}

/** Opens sealed keys for use and keeps the imported form, since opening and importing cost as much as signing. */
export type Keyring = {
  /** @throws SealFault when the envelope does not open */
  readonly open: (owner: KeyOwner, sealed: SealedKey) => Promise<SigningKey>
}

export const KEYS_KEPT = 1_000

/** @param masters every master key in use: during a rotation the old and the next */
export function createKeyring(masters: readonly MasterKey[], kept: number = KEYS_KEPT): Keyring {
  const opened = new Map<SealedKey, Promise<SigningKey>>()
  const open = async (owner: KeyOwner, sealed: SealedKey): Promise<SigningKey> => {
    const key = await importSigningKey(await unsealKey(masters, owner, sealed))
    if (key.kid !== owner.kid) throw new TypeError(`the key ${owner.kid} is sealed as another`)
    return key
  }
  return {
    open: (owner, sealed) => {
      const place = `${owner.member} ${owner.kid} ${sealed}` as SealedKey
      const known = opened.get(place) ?? open(owner, sealed)
      opened.delete(place)
      opened.set(place, known)
      known.catch(() => opened.delete(place))
      const [oldest] = opened.keys()
      if (opened.size > kept && oldest !== undefined) opened.delete(oldest)
      return known
    },
  }
}
