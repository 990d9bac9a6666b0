import { describe, expect, it } from 'vitest'
import {
  importMasterKey,
  masterKeyOf,
  resealKey,
  type SealedKey,
  SealFault,
  sealKey,
  unsealKey,
} from '../../src/signing/master-key.ts'

const JWK = { kty: 'OKP', crv: 'Ed25519', x: 'public', d: 'private' }
const OWNER = { member: 'https://atlas.example', kid: 'kid-1' }
/** Counts up, so that no two nonces are equal and every run is. */
function counting(): (length: number) => Uint8Array<ArrayBuffer> {
  let n = 0
  return (length) => new Uint8Array(length).fill(++n)
}
const master = (byte: number) => importMasterKey(new Uint8Array(32).fill(byte))
const [old, next] = [await master(1), await master(2)]
const sealed = await sealKey(old, OWNER, JWK, counting())

const flip = (part = ''): string => (part.startsWith('A') ? 'B' : 'A') + part.slice(1)

describe('sealKey', () => {
  it('seals what only its master key and its owner open', async () => {
    expect(await unsealKey([old], OWNER, sealed)).toEqual(JWK)
    expect(sealed).not.toContain('private')
    expect(sealed.split('.').slice(0, 2)).toEqual(['v1', old.id])
  })

  it('gives another envelope each time', async () => {
    const random = counting()
    const twice = [await sealKey(old, OWNER, JWK, random), await sealKey(old, OWNER, JWK, random)]
    expect(new Set(twice).size).toBe(2)
  })
})

describe('unsealKey', () => {
  it('finds the master key among several', async () => {
    expect(await unsealKey([next, old], OWNER, sealed)).toEqual(JWK)
  })

  it.each([
    ['another member', { ...OWNER, member: 'https://cirrus.example' }],
    ['another key', { ...OWNER, kid: 'kid-2' }],
  ])('opens nothing for %s', async (_, owner) => {
    await expect(unsealKey([old], owner, sealed)).rejects.toThrow(SealFault)
  })

  it('says when its master key is not here', async () => {
    await expect(unsealKey([next], OWNER, sealed)).rejects.toThrow('another master key')
  })

  it('notices any change', async () => {
    const [version, id, nonce, ciphertext] = sealed.split('.')
    const changed = [
      `v2.${id}.${nonce}.${ciphertext}`,
      `${version}.${id}.${flip(nonce)}.${ciphertext}`,
      `${version}.${id}.${nonce}.${flip(ciphertext)}`,
      `${version}.${id}.${nonce}.${ciphertext?.slice(0, -4)}`,
      `${version}.${id}.${nonce}.${ciphertext}.`,
      `${version}.${id}.${nonce}`,
      `${version}.${id}.AAAA.${ciphertext}`,
      '',
    ]
    for (const envelope of changed)
      await expect(unsealKey([old], OWNER, envelope as SealedKey)).rejects.toThrow(SealFault)
  })

  it('does not take one master key’s envelope for another’s, even if renamed', async () => {
    const renamed = sealed.replace(old.id, next.id) as SealedKey
    await expect(unsealKey([old, next], OWNER, renamed)).rejects.toThrow('does not open')
  })
})

describe('resealKey', () => {
  it('moves an envelope under the next master key, after which the old one is not needed', async () => {
    const moved = await resealKey([old], next, OWNER, sealed, counting())
    expect(masterKeyOf(moved)).toBe(next.id)
    expect(await unsealKey([next], OWNER, moved)).toEqual(JWK)
  })

  it('leaves what is under the next already, so that a rotation that stopped can be run again', async () => {
    const moved = await resealKey([old], next, OWNER, sealed, counting())
    expect(await resealKey([old], next, OWNER, moved, counting())).toBe(moved)
  })
})

describe('importMasterKey', () => {
  it('takes 32 bytes and no other number', async () => {
    await expect(importMasterKey(new Uint8Array(16))).rejects.toThrow('32 bytes, this one 16')
  })

  it('keeps nothing that could be exported', async () => {
    await expect(crypto.subtle.exportKey('raw', old.key)).rejects.toThrow()
    expect(old.id).not.toBe(next.id)
  })
})
