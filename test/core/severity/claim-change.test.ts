import { describe, expect, it } from 'vitest'
import {
  type ClaimChange,
  LOWERING_REASONS,
  missingIn,
} from '../../../src/core/severity/claim-change.ts'

const change = (more: Partial<ClaimChange>) =>
  missingIn({
    before: 2,
    level: 2,
    reason: 'impact-changed',
    impact: null,
    contact: null,
    ...more,
  })

describe('a claim', () => {
  it('of the gravest level needs the impact and a contact, first or raised', () => {
    for (const before of [null, 1, 2, 4] as const)
      expect(change({ before, level: 1 })).toEqual(['impact', 'contact'])
    expect(change({ level: 1, impact: ' \n', contact: '+49 1' })).toEqual(['impact'])
    expect(change({ level: 1, impact: 'Tills are down', contact: '+49 1' })).toEqual([])
  })

  it('that follows the other side needs nothing: it was argued there', () => {
    for (const level of [1, 2, 3, 4] as const)
      expect(change({ before: 3, level, reason: 'agreed' })).toEqual([])
  })

  it('that is milder needs one of four reasons', () => {
    for (const reason of LOWERING_REASONS) expect(change({ level: 3, reason })).toEqual([])
    for (const reason of ['initial', 'impact-changed', 'other', ''])
      expect(change({ level: 3, reason })).toEqual(['reason'])
  })

  it('that is first or graver needs no reason of that list', () => {
    expect(change({ before: null, level: 4, reason: 'initial' })).toEqual([])
    expect(change({ before: 4, level: 2, reason: 'impact-changed' })).toEqual([])
  })
})
