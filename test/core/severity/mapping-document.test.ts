import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  MAX_SCHEME_BYTES,
  openMapping,
  schemeDigest,
} from '../../../src/core/severity/mapping-document.ts'
import { ok, refused, smallDocument } from './kit.ts'

const text = JSON.stringify(smallDocument())

describe('a mapping document', () => {
  it('is named by SHA-256 over its exact text', async () => {
    const elsewhere = createHash('sha256').update(`${text}\n`, 'utf8').digest('base64url')
    const { ref } = ok(await openMapping(`${text}\n`))
    expect(ref).toEqual({ id: 'small', version: '1', digest: elsewhere })
    expect(await schemeDigest(text)).not.toBe(elsewhere)
  })

  it.each([
    ['no JSON', '{'],
    ['one key twice, which two readers could read two ways', text.replace('{', '{"id":"other",')],
    ['half a surrogate pair', text.replace('Vendor', '\ud800')],
    ['half a surrogate pair, escaped', text.replace('Vendor', '\\ud800')],
    ['too many bytes', text + ' '.repeat(MAX_SCHEME_BYTES)],
    ['a byte order mark', `\ufeff${text}`],
    ['a scheme that breaks order', JSON.stringify(smallDocument([1, 3, 2]))],
    ['a member of the prototype', text.replace('{', '{"__proto__":{"x":1},')],
  ])('is refused with %s', async (_what, bad) => {
    expect(refused(await openMapping(bad)).code).toBe('scheme-invalid')
  })
})
