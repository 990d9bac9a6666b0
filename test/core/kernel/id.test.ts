import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64url } from '../../../src/core/kernel/bytes.ts'
import {
  CaseId,
  caseIdOf,
  Digest,
  EventId,
  engagementOfOpener,
  MemberId,
  Thumbprint,
} from '../../../src/core/kernel/id.ts'

const hash = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toBase64url)

describe('ids made of a hash', () => {
  it('take every hash in its canonical spelling', () => {
    fc.assert(
      fc.property(hash, (text) => {
        for (const shape of [EventId, CaseId, Thumbprint, Digest])
          expect(shape.safeParse(text).success).toBe(true)
      }),
    )
  })

  it('take no other spelling of the same hash', () => {
    const last = /[AEIMQUYcgkosw048]$/
    fc.assert(
      fc.property(hash, fc.constantFrom('B', 'z', '9', '-', '_'), (text, end) => {
        expect(last.test(end)).toBe(false)
        expect(EventId.safeParse(text.slice(0, 42) + end).success).toBe(false)
      }),
    )
  })

  it.each(['', 'A'.repeat(42), 'A'.repeat(44), `${'A'.repeat(42)}=`, `${'A'.repeat(43)}\n`])(
    'do not take %j',
    (text) => expect(EventId.safeParse(text).success).toBe(false),
  )

  it('of a case and its opener’s engagement are that of the opening event', () => {
    const id = EventId.parse('A'.repeat(43))
    expect(caseIdOf(id)).toBe(id)
    expect(engagementOfOpener(caseIdOf(id))).toBe(id)
  })
})

describe('a member identifier', () => {
  it.each(['https://a.example', 'http://127.0.0.1:8080/members/a', 'https://a.example/x/'])(
    'may be %s',
    (text) => expect(MemberId.safeParse(text).success).toBe(true),
  )

  it.each([
    'a.example',
    'ftp://a.example',
    'https://a.example?x',
    'https://a.example#x',
    'https://a.example/ x',
    'https://a.example/\u0000',
    'https://bücher.example',
    'HTTPS://a.example',
    `https://${'a'.repeat(255)}`,
    '',
    7,
  ])('may not be %s', (text) => expect(MemberId.safeParse(text).success).toBe(false))
})
