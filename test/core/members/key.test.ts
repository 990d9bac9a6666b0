import { calculateJwkThumbprint } from 'jose'
import { describe, expect, it } from 'vitest'
import { runChecks } from '../../../src/core/kernel/checks.ts'
import {
  isSameKey,
  KeySet,
  keySetChecks,
  thumbprintOf,
  usableKeys,
} from '../../../src/core/members/key.ts'
import { type Json, jwks, kidOf, publicJwk } from '../../vectors/members/kit.ts'

const setOf = (...keys: Json[]) => KeySet.parse({ keys })
const judge = (set: KeySet) =>
  runChecks(
    keySetChecks<KeySet>('statement-malformed', (c) => c),
    set,
  )

describe('a key set', () => {
  it('gives the keys that can verify here and leaves the others aside', () => {
    const set = setOf(
      publicJwk('atlas-event'),
      publicJwk('stranger-rsa'),
      publicJwk('stranger-ed25519'),
    )
    expect(usableKeys(set).map(({ kid }) => kid)).toEqual([
      kidOf('atlas-event'),
      kidOf('stranger-ed25519'),
    ])
  })

  it('gives no more than RFC 7638 hashes, and the name', () => {
    const [key] = usableKeys(setOf({ ...publicJwk('atlas-event'), use: 'sig', later: 1 }))
    expect(key).toEqual(publicJwk('atlas-event'))
  })

  it.each<[string, Json]>([
    ['no keys', { keys: [] }],
    ['no key of a known type', { keys: [publicJwk('stranger-rsa')] }],
    ['a key without kid', { keys: [{ ...publicJwk('atlas-event'), kid: undefined }] }],
    ['a coordinate of 31 bytes', { keys: [{ ...publicJwk('atlas-event'), x: 'A'.repeat(42) }] }],
    ['an Ed25519 key called EC', { keys: [{ ...publicJwk('stranger-ed25519'), kty: 'EC' }] }],
    ['17 keys', { keys: Array.from({ length: 17 }, () => publicJwk('atlas-event')) }],
    ['no list', {}],
  ])('is refused with %s', (_what, set) => {
    expect(KeySet.safeParse(set).success).toBe(false)
  })

  it('must hold public keys, named apart, by their thumbprints', async () => {
    const key = publicJwk('atlas-event')
    expect(await judge(setOf(key, publicJwk('atlas-event-next')))).toBeUndefined()
    expect(await judge(setOf({ ...key, d: 'AAAA' }))).toMatchObject({ code: 'statement-malformed' })
    expect((await judge(setOf(key, key)))?.detail).toMatch(/same kid/)
    expect((await judge(setOf({ ...key, kid: 'a' })))?.detail).toMatch(/thumbprint/)
  })

  it('must not hold the private half of a key of any type', async () => {
    for (const member of ['d', 'k', 'p', 'priv'])
      expect(
        await judge(setOf(publicJwk('atlas-event'), { kty: 'AKP', kid: 'later', [member]: 'AA' })),
      ).toMatchObject({ code: 'statement-malformed' })
  })
})

describe('thumbprintOf', () => {
  it.each(['atlas-event', 'alliance', 'stranger-ed25519', 'atlas-event-ed25519'] as const)(
    'agrees with another implementation: %s',
    async (name) => {
      const [key] = usableKeys(setOf(publicJwk(name)))
      expect(key && (await thumbprintOf(key))).toBe(await calculateJwkThumbprint(publicJwk(name)))
    },
  )
})

describe('isSameKey', () => {
  it('looks at the key and not at its name', () => {
    const [key, other] = usableKeys(KeySet.parse(jwks('atlas-event', 'stranger')))
    const [renamed] = usableKeys(setOf({ ...publicJwk('atlas-event'), kid: 'b' }))
    if (key === undefined || other === undefined || renamed === undefined) throw new Error('keys')
    expect(isSameKey(key, renamed)).toBe(true)
    expect(isSameKey(key, other)).toBe(false)
    expect(isSameKey(key, { ...other, kid: key.kid })).toBe(false)
  })
})
