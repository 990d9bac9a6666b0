import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type RawToken, readCompact } from '../../../src/core/exchange/compact-jws.ts'
import { toBase64url, utf8 } from '../../../src/core/kernel/bytes.ts'

const part = (json: unknown): string => toBase64url(utf8(JSON.stringify(json)))
/** Names that JSON can write without an escape. */
const name = fc.string({ unit: 'binary' }).filter((key) => !JSON.stringify(key).includes('\\'))
const HEADER = part({ alg: 'ES256' })
const read = (jwt: string): RawToken => {
  const raw = readCompact(jwt)
  if (typeof raw === 'string') throw new Error(raw)
  return raw
}

describe('readCompact', () => {
  it('takes any header, payload and signature apart as they were put together', () => {
    fc.assert(
      fc.property(
        fc.dictionary(name, fc.string({ unit: 'binary' })),
        fc.dictionary(name, fc.maxSafeInteger()),
        fc.uint8Array({ maxLength: 80 }),
        (header, claims, signature) => {
          const raw = read(`${part(header)}.${part(claims)}.${toBase64url(signature)}`)
          expect(raw.header).toEqual(header)
          expect(raw.claims).toEqual(claims)
          expect([...raw.signature]).toEqual([...signature])
          expect(raw.signingInput).toBe(`${part(header)}.${part(claims)}`)
          expect([raw.canonical, raw.flaws]).toEqual([true, []])
        },
      ),
    )
  })

  it.each([
    ['', 'three parts'],
    ['a.b', 'three parts'],
    ['a.b.c.d', 'three parts'],
    [`${HEADER}.${part({})}.a b`, 'base64url'],
    [`${HEADER}.${part({})}.a`, 'base64url'],
    [`${HEADER}.=A=.`, 'base64url'],
    [`${HEADER}.${part({})}.é`, 'base64url'],
    [`${part([])}.${part({})}.`, 'header'],
    [`${HEADER}.${part('text')}.`, 'payload'],
    [`${HEADER}.${part(null)}.`, 'payload'],
    [`${HEADER}.${toBase64url(Uint8Array.of(0xc3, 0x28))}.`, 'payload'],
    [`${HEADER}..`, 'payload'],
  ])('says why %j cannot be read', (jwt, why) => {
    expect(readCompact(jwt)).toMatch(why)
  })

  it.each([
    ['padding', `${HEADER}.${part({})}.AA==`, [0]],
    ['spare bits', `${HEADER}.${part({})}.AB`, [0]],
    ['the other alphabet', `${HEADER}.${part({})}.+/8`, [251, 255]],
  ])('reads %s and notes that it is not canonical', (_, jwt, bytes) => {
    const raw = read(jwt)
    expect(raw.canonical).toBe(false)
    expect([...raw.signature]).toEqual(bytes)
  })

  it('notes what header and payload break of I-JSON', () => {
    const twice = toBase64url(utf8('{"a":1,"a":2}'))
    const unsafe = toBase64url(utf8('{"n":1e400}'))
    expect(read(`${twice}.${unsafe}.`).flaws).toEqual(['duplicate-key', 'number'])
  })
})
