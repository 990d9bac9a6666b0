import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  fitsLimits,
  makeDisclosure,
  matchDisclosures,
  openDisclosure,
} from '../../../src/core/exchange/disclosure.ts'
import { parseEventToken, verifyEventSignature } from '../../../src/core/exchange/event-token.ts'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { toBase64url, utf8 } from '../../../src/core/kernel/bytes.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { hashOf } from '../../vectors/exchange/craft.ts'
import { vectorFiles } from '../../vectors/exchange/generate.ts'
import { readVectors } from '../../vectors/exchange/read.ts'

const salt = (n: number) => new Uint8Array(16).fill(n)

describe('vectors of texts', () => {
  const VECTORS = readVectors('texts')

  it('are what their script makes, byte for byte', () => {
    const made = vectorFiles()
    for (const { name, ...vector } of VECTORS)
      expect(`${JSON.stringify(vector, null, 2)}\n`).toBe(made.get(`${name}.json`))
  })

  it.each(VECTORS)('match or drop $name, the event being good either way', async (vector) => {
    const event = await parseEventToken(vector.jwt)
    if (event instanceof Refusal) throw new Error(event.detail)
    expect(
      await verifyEventSignature(event, await importKeys({ keys: vector.keys })),
    ).toBeUndefined()
    const { matched, dropped } = await matchDisclosures(event.texts, vector.disclosures)
    expect(Object.fromEntries(Object.entries(matched).map(([slot, t]) => [slot, t.value]))).toEqual(
      vector.expect.matched,
    )
    expect(dropped).toEqual(
      vector.expect.dropped.map(({ index, why }) => ({
        disclosure: vector.disclosures[index],
        why,
      })),
    )
  })
})

describe('makeDisclosure', () => {
  it('makes what RFC 9901 prints for an array element', async () => {
    // RFC 9901 §4.2.2: ["lklxF5jMYlGTPUovMNIvCA", "FR"]; the RFC's spelling has a space after the comma
    expect(openDisclosure('WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0')).toEqual({ value: 'FR' })
    expect(hashOf('WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIkZSIl0')).toBe(
      'w0I8EKcdCtUPkGCNUrfwVp2xEgNjtoIDlOxc9-PlOhs',
    )
    const { disclosure } = await makeDisclosure(salt(7), 'FR')
    expect(Buffer.from(disclosure, 'base64url').toString()).toBe('["BwcHBwcHBwcHBwcHBwcHBw","FR"]')
  })

  it('makes what opens to the same value, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 4, noUnicodeString: false }),
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        async (value, bytes) => {
          const plain: unknown = JSON.parse(JSON.stringify(value))
          const { disclosure, digest } = await makeDisclosure(new Uint8Array(bytes), plain)
          expect(digest).toBe(hashOf(disclosure))
          const opened = openDisclosure(disclosure)
          // what is no I-JSON does not open: integers beyond 2^53, names with escapes
          if (opened !== null) expect(opened.value).toEqual(plain)
          else expect(JSON.stringify(plain)).toMatch(/\d{16}|e\+|\\/)
        },
      ),
    )
  })

  it('takes 128 bits of salt and not fewer', async () => {
    await expect(makeDisclosure(new Uint8Array(8), 'x')).rejects.toThrow(RangeError)
  })
})

describe('matchDisclosures', () => {
  it('matches in any order and keeps the spelling that was signed', async () => {
    const made = await Promise.all([1, 2, 3].map((n) => makeDisclosure(salt(n), `text ${n}`)))
    const texts = Object.fromEntries(
      made.map(({ digest }, i) => [`slot-${i}`, { readers: 'case' as const, digest }]),
    )
    const given = made.map(({ disclosure }) => disclosure).toReversed()
    const { matched, dropped } = await matchDisclosures(texts, given)
    expect(dropped).toEqual([])
    expect(Object.keys(matched).toSorted()).toEqual(['slot-0', 'slot-1', 'slot-2'])
    expect(matched['slot-1']).toEqual({ ...made[1], value: 'text 2' })
  })

  it('drops what one event may not carry in all', async () => {
    const made = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => makeDisclosure(salt(n), 'x'.repeat(47_000))),
    )
    const texts = Object.fromEntries(
      made.map(({ digest }, i) => [`slot-${i}`, { readers: 'case' as const, digest }]),
    )
    const given = made.map(({ disclosure }) => disclosure)
    const { matched, dropped } = await matchDisclosures(texts, given)
    expect(Object.keys(matched)).toEqual(['slot-0', 'slot-1', 'slot-2'])
    expect(dropped.map(({ why }) => why)).toEqual(['too-large', 'too-large'])
    expect(fitsLimits(given)).toBe(false)
    expect(fitsLimits(given.slice(0, 3))).toBe(true)
  })

  it('never throws, whatever came along', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary' })), async (given) => {
        const texts = Object.fromEntries(
          given.map((text, i) => [`s${i}`, { readers: 'case' as const, digest: hashOf(text) }]),
        )
        const { matched, dropped } = await matchDisclosures(texts, given)
        expect(Object.keys(matched).length + dropped.length).toBe(given.length)
      }),
    )
  })
})

describe('openDisclosure', () => {
  it('reads the whitespace of other makers', () => {
    const text = `[ "${toBase64url(salt(1))}",\n {"a": [1, null]} ]`
    expect(openDisclosure(toBase64url(utf8(text)))).toEqual({ value: { a: [1, null] } })
  })
})
