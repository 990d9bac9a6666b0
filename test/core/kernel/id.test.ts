import { describe, expect, it } from 'vitest'
import { caseIdOf, engagementOfOpener, EventId, MemberId } from '../../../src/core/kernel/id.ts'

const HASH = '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'

describe('identifiers', () => {
  it('of members are absolute addresses without query or fragment', () => {
    for (const id of ['https://vendor.example', 'http://127.0.0.1:4000/members/fern'])
      expect(MemberId.safeParse(id).success, id).toBe(true)
    for (const id of [
      'vendor.example',
      'ftp://vendor.example',
      'https://v.example?x',
      'https://v.example#x',
      'https://v example',
      '',
    ])
      expect(MemberId.safeParse(id).success, id).toBe(false)
  })

  it('of events are hashes in their one spelling', () => {
    expect(EventId.safeParse(HASH).success).toBe(true)
    for (const id of [`${HASH.slice(0, -1)}V`, HASH.slice(1), `${HASH}A`, HASH.replace('-', '+')])
      expect(EventId.safeParse(id).success, id).toBe(false)
  })

  it('of a case and of its opener’s part are the opening event’s', () => {
    const opening = EventId.parse(HASH)
    expect(engagementOfOpener(caseIdOf(opening))).toBe(opening)
  })
})
