import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  digestOf,
  equalBytes,
  fromBase64url,
  sha256,
  textOf,
  toBase64url,
  utf8,
} from '../../../src/core/kernel/bytes.ts'

const bytes = fc.uint8Array({ maxLength: 200 })

describe('base64url', () => {
  it('is what the platform makes, without padding', () => {
    fc.assert(
      fc.property(bytes, (b) => {
        expect(toBase64url(b)).toBe(Buffer.from(b).toString('base64url'))
      }),
    )
  })

  it('gives the bytes back', () => {
    fc.assert(
      fc.property(bytes, (b) => {
        expect(fromBase64url(toBase64url(b))).toEqual(b)
      }),
    )
  })

  it('has one spelling for the same bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), (text) => {
        const read = fromBase64url(text)
        if (read !== null) expect(toBase64url(read)).toBe(text)
      }),
    )
  })

  it.each(['A', 'AAAAA', 'AB', 'AAB', 'AA==', 'AA\n', 'A+/A', 'AAé', 'A A'])(
    'does not take %j',
    (text) => expect(fromBase64url(text)).toBeNull(),
  )
})

describe('SHA-256', () => {
  it('hashes as FIPS 180 says', async () => {
    expect(Buffer.from(await sha256(utf8('abc'))).toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })

  it('of a text is that of its UTF-8 bytes, in 43 characters', async () => {
    expect(await digestOf('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU')
    expect(await digestOf('é')).toBe(toBase64url(await sha256(new Uint8Array([0xc3, 0xa9]))))
  })
})

describe('text', () => {
  it('comes back from its bytes, a byte-order mark too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(textOf(utf8(text))).toBe(text)
      }),
    )
    expect(textOf(utf8('\ufeffa'))).toBe('\ufeffa')
  })

  it.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xe2, 0x82]]])(
    'is not in the bytes %j',
    (b) => expect(textOf(new Uint8Array(b))).toBeNull(),
  )
})

describe('comparing secrets', () => {
  it('finds equal what is equal, and nothing else', () => {
    fc.assert(
      fc.property(bytes, bytes, (a, b) => {
        expect(equalBytes(a, a.slice())).toBe(true)
        expect(equalBytes(a, b)).toBe(Buffer.compare(a, b) === 0)
      }),
    )
  })
})
