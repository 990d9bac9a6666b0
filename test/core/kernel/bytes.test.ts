import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  digestOf,
  equalBytes,
  fromBase64url,
  textOf,
  toBase64url,
  utf8,
} from '../../../src/core/kernel/bytes.ts'

const bytes = fc.uint8Array({ maxLength: 200 }).map((b) => new Uint8Array(b))

describe('base64url', () => {
  it('is what Node writes, and reads back', () => {
    fc.assert(
      fc.property(bytes, (given) => {
        const text = toBase64url(given)
        expect(text).toBe(Buffer.from(given).toString('base64url'))
        expect(fromBase64url(text)).toEqual(given)
      }),
    )
  })

  it('has one spelling: padding, other alphabets and spare bits are refused', () => {
    for (const text of ['A', 'AA==', 'A+', 'A/', 'AB', 'AAB', 'A A', 'Aé'])
      expect(fromBase64url(text), text).toBeNull()
    expect(fromBase64url('AA')).toEqual(new Uint8Array([0]))
  })

  it('reads a text in one way or not at all', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const read = fromBase64url(text)
        if (read) expect(toBase64url(read)).toBe(text)
      }),
    )
  })
})

describe('bytes', () => {
  it('are text only when they are UTF-8', () => {
    expect(textOf(utf8('größer'))).toBe('größer')
    expect(textOf(new Uint8Array([0xc3, 0x28]))).toBeNull()
  })

  it('have the SHA-256 everybody computes', async () => {
    expect(await digestOf('')).toBe('47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU')
  })

  it('are equal when every byte is', () => {
    expect(equalBytes(utf8('same'), utf8('same'))).toBe(true)
    expect(equalBytes(utf8('same'), utf8('some'))).toBe(false)
    expect(equalBytes(utf8('same'), utf8('sam'))).toBe(false)
  })
})
