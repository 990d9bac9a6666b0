// Secrets of others that we must hand on, such as the key of a paging service: sealed at rest as private keys are, as a symmetric JWK
// (RFC 7518 §6.4) bound to its member and name. Opened only when something is sent.
import { fromBase64url, textOf, toBase64url, utf8 } from '../core/kernel/bytes.ts'
import type { Sealer } from '../flows/alert-ports.ts'
import {
  type MasterKey,
  resealKey,
  SealFault,
  type SealedKey,
  sealKey,
  unsealKey,
} from './master-key.ts'
import type { RandomBytes } from './master-key.ts'

const ownerOf = (member: string, name: string) => ({ member, kid: `secret ${name}` })

/** @param masters the newest first: it seals; all of them open */
export function createSealer(
  masters: readonly [MasterKey, ...MasterKey[]],
  random: RandomBytes,
): Sealer {
  const [newest] = masters
  return {
    sealSecret: (member, name, secret) =>
      sealKey(newest, ownerOf(member, name), { kty: 'oct', k: toBase64url(utf8(secret)) }, random),
    openSecret: async (member, name, sealed) => {
      const { k = '' } = await unsealKey(masters, ownerOf(member, name), sealed as SealedKey)
      const bytes = fromBase64url(k)
      const secret = bytes && textOf(bytes)
      if (secret === null) throw new SealFault(`the secret ${name} of ${member} holds no text`)
      return secret
    },
    resealSecret: (member, name, sealed) =>
      resealKey(masters, newest, ownerOf(member, name), sealed as SealedKey, random),
  }
}
