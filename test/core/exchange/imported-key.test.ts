import { describe, expect, it } from 'vitest'
import {
  byThumbprint,
  importKey,
  importKeys,
  isAlgorithm,
  signedByAny,
  verifySignature,
} from '../../../src/core/exchange/imported-key.ts'
import { type KeyName, publicOf, signatureOf } from '../../vectors/exchange/craft.ts'

const INPUT = 'header.payload'
const signed = (name: KeyName) => new Uint8Array(signatureOf(INPUT, name))
const imported = async (name: KeyName) => {
  const key = await importKey(publicOf(name))
  if (key === null) throw new Error(`${name} was not imported`)
  return key
}

describe('importKey', () => {
  it.each(['atlas-event', 'atlas-event-ed25519'] as const)('verifies with %s', async (name) => {
    const key = await imported(name)
    expect(key.kid).toBe(publicOf(name)['kid'])
    expect(await verifySignature(key, INPUT, signed(name))).toBe(true)
    expect(await verifySignature(key, `${INPUT}x`, signed(name))).toBe(false)
    expect(await verifySignature(key, INPUT, signed(name).subarray(1))).toBe(false)
  })

  it('computes the thumbprint when no kid is given', async () => {
    const { kid, ...bare } = publicOf('atlas-event')
    expect((await importKey(bare))?.kid).toBe(kid)
  })

  const ec = publicOf('atlas-event')
  it.each([
    ['another kid', { ...ec, kid: 'mine' }],
    ['another alg', { ...ec, alg: 'ES384' }],
    ['the retired name of Ed25519', { ...publicOf('atlas-event-ed25519'), alg: 'EdDSA' }],
    ['a key for encryption', { ...ec, use: 'enc' }],
    ['a private part', { ...ec, d: 'AAAA' }],
    ['a point off the curve', { kty: 'EC', crv: 'P-256', x: ec['x'], y: ec['x'] }],
    ['a coordinate with spare bits', { ...ec, kid: undefined, x: `${'A'.repeat(42)}B` }],
    ['a short coordinate', { ...ec, kid: undefined, x: 'AAAA' }],
    ['another curve', publicOf('stranger-es384')],
    ['RSA', publicOf('stranger-rsa')],
    ['no object', 'key'],
  ])('leaves out %s', async (_, jwk) => {
    expect(await importKey(jwk)).toBeNull()
  })
})

describe('importKeys', () => {
  it('keeps what can be used and leaves out the rest', async () => {
    const keys = await importKeys({
      keys: [publicOf('stranger-rsa'), publicOf('atlas-event'), publicOf('borealis-event'), 7],
    })
    expect([...keys.keys()]).toEqual([
      publicOf('atlas-event')['kid'],
      publicOf('borealis-event')['kid'],
    ])
  })
})

describe('byThumbprint', () => {
  it('joins keys of several sources, each once', async () => {
    const atlas = await imported('atlas-event')
    expect(byThumbprint([atlas, await imported('borealis-event'), atlas]).size).toBe(2)
  })
})

describe('signedByAny', () => {
  it('holds when one of the keys made the signature', async () => {
    const keys = [await imported('borealis-event'), await imported('atlas-event')]
    const signature = signed('atlas-event')
    expect(await signedByAny(keys, { signingInput: INPUT, signature })).toBe(true)
    expect(await signedByAny(keys.slice(0, 1), { signingInput: INPUT, signature })).toBe(false)
    expect(await signedByAny([], { signingInput: INPUT, signature })).toBe(false)
  })
})

describe('isAlgorithm', () => {
  it.each([['none'], ['HS256'], ['EdDSA'], ['es256'], [undefined], [['ES256']]])(
    'does not know %j',
    (alg) => {
      expect(isAlgorithm(alg)).toBe(false)
    },
  )
})
