import { describe, expect, it } from 'vitest'
import { importKey, verifySignature } from '../../src/core/exchange/imported-key.ts'
import { utf8 } from '../../src/core/kernel/bytes.ts'
import {
  createKeyring,
  generateKey,
  importSigningKey,
  publicKeyOf,
} from '../../src/signing/keys.ts'
import { importMasterKey, SealFault, sealKey } from '../../src/signing/master-key.ts'
import { signToken } from '../../src/signing/sign.ts'
import { jwkOf, publicOf } from '../vectors/exchange/craft.ts'

const MEMBER = 'https://atlas.example'
const master = await importMasterKey(new Uint8Array(32).fill(1))
const random = (length: number) => new Uint8Array(length).fill(length)

describe('generateKey', () => {
  it.each(['ES256', 'Ed25519'] as const)('makes a %s pair that signs and verifies', async (alg) => {
    const { publicKey, sealed } = await generateKey(alg, MEMBER, master, random)
    const key = await createKeyring([master]).open({ member: MEMBER, kid: publicKey.kid }, sealed)
    const jwt = await signToken('at+jwt', { hello: 'there' }, key)
    const imported = await importKey(publicKey)
    const signature = new Uint8Array(Buffer.from(jwt.split('.')[2] ?? '', 'base64url'))
    expect(imported?.kid).toBe(publicKey.kid)
    expect(
      imported !== null &&
        (await verifySignature(imported, jwt.slice(0, jwt.lastIndexOf('.')), signature)),
    ).toBe(true)
    expect(Object.keys(publicKey)).not.toContain('d')
  })

  it('makes another pair each time', async () => {
    const pairs = await Promise.all([1, 2].map(() => generateKey('ES256', MEMBER, master, random)))
    expect(pairs[0]?.publicKey.kid).not.toBe(pairs[1]?.publicKey.kid)
  })
})

describe('publicKeyOf', () => {
  it.each(['atlas-event', 'atlas-event-ed25519'] as const)(
    'names %s by its thumbprint',
    async (name) => {
      expect(await publicKeyOf(jwkOf(name) as JsonWebKey)).toEqual(publicOf(name))
    },
  )

  it('refuses keys that do not sign here', async () => {
    await expect(publicKeyOf(jwkOf('stranger-rsa') as JsonWebKey)).rejects.toThrow(TypeError)
    await expect(publicKeyOf(jwkOf('stranger-es384') as JsonWebKey)).rejects.toThrow(TypeError)
  })
})

describe('importSigningKey', () => {
  it('keeps a private key that cannot be exported again', async () => {
    const { key } = await importSigningKey(jwkOf('atlas-event') as JsonWebKey)
    await expect(crypto.subtle.exportKey('jwk', key)).rejects.toThrow()
    await expect(
      crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, utf8('x'), utf8('x')),
    ).rejects.toThrow()
  })

  it('refuses a public key', async () => {
    await expect(importSigningKey(publicOf('atlas-event') as JsonWebKey)).rejects.toThrow(
      'cannot sign',
    )
  })
})

const kid = jwkOf('atlas-event').kid
const owner = { member: MEMBER, kid }
const sealed = await sealKey(master, owner, jwkOf('atlas-event') as JsonWebKey, random)

describe('createKeyring', () => {
  it('opens an envelope once and keeps the key', async () => {
    const keyring = createKeyring([master])
    expect(await keyring.open(owner, sealed)).toBe(await keyring.open(owner, sealed))
  })

  it('opens nothing for another member because it was open for one', async () => {
    const keyring = createKeyring([master])
    await keyring.open(owner, sealed)
    await expect(keyring.open({ member: 'https://cirrus.example', kid }, sealed)).rejects.toThrow(
      SealFault,
    )
  })

  it('forgets the least used beyond its size', async () => {
    const keyring = createKeyring([master], 2)
    const others = await Promise.all([1, 2].map(() => generateKey('ES256', MEMBER, master, random)))
    const open = (i: number) => {
      const other = others[i]
      if (other === undefined) throw new Error('no such key')
      return keyring.open({ member: MEMBER, kid: other.publicKey.kid }, other.sealed)
    }
    const [first, second] = [await keyring.open(owner, sealed), await open(0)]
    expect(await keyring.open(owner, sealed)).toBe(first)
    await open(1)
    expect(await keyring.open(owner, sealed)).toBe(first)
    expect(await open(0)).not.toBe(second)
  })

  it('tries again after a failure', async () => {
    const keyring = createKeyring([])
    await expect(keyring.open(owner, sealed)).rejects.toThrow(SealFault)
    await expect(keyring.open(owner, sealed)).rejects.toThrow(SealFault)
  })

  it('refuses a key that is sealed under the name of another', async () => {
    const wrong = { member: MEMBER, kid: 'another' }
    const mislabelled = await sealKey(master, wrong, jwkOf('atlas-event') as JsonWebKey, random)
    await expect(createKeyring([master]).open(wrong, mislabelled)).rejects.toThrow(
      'sealed as another',
    )
  })
})

it('makes no thumbprint that a command would take for an option', async () => {
  const made = await Promise.all(
    Array.from({ length: 300 }, () => generateKey('Ed25519', MEMBER, master, random)),
  )
  expect(made.filter(({ publicKey }) => publicKey.kid.startsWith('-'))).toEqual([])
})
