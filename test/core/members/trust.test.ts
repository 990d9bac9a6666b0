import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Thumbprint } from '../../../src/core/kernel/id.ts'
import { Instant, instantOf, plusMillis } from '../../../src/core/kernel/instant.ts'
import {
  footingOf,
  GRACE_MILLIS,
  graceEnd,
  judgeConnection,
  judgeKey,
  judgeNewEngagement,
  type Partner,
  type Standing,
} from '../../../src/core/members/trust.ts'

const at = Instant.parse('2026-11-21T12:00:00.000Z')
const key = (letter: string) => Thumbprint.parse(letter.repeat(42) + 'A')
const [CURRENT, RETIRED, STOLEN, RENAMED, FOREIGN] = ['a', 'b', 'c', 'd', 'e'].map(key) as [
  Thumbprint,
  Thumbprint,
  Thumbprint,
  Thumbprint,
  Thumbprint,
]
const standing = (left: number, extra: Partial<Standing> = {}): Standing => ({
  expires: plusMillis(at, left),
  suspended: false,
  pinned: false,
  ...extra,
})
const partner = (left = 1, extra: Partial<Standing> = {}): Partner => ({
  ...standing(left, extra),
  eventKeys: {
    current: [CURRENT],
    retired: [
      { key: RETIRED },
      { key: STOLEN, revoked: 'compromised' },
      { key: RENAMED, revoked: 'superseded' },
    ],
  },
})

describe('a partner', () => {
  it.each([
    [1, 'good'],
    [0, 'lapsing'],
    [-GRACE_MILLIS + 1, 'lapsing'],
    [-GRACE_MILLIS, 'lapsed'],
  ])('whose statement ends in %i ms is %s', (left, footing) => {
    expect(footingOf(standing(left), at)).toBe(footing)
    expect(footingOf(standing(left, { suspended: true }), at)).toBe('suspended')
  })

  it('goes on in open cases for 7 days after its last statement', () => {
    expect(judgeConnection(standing(0), at)).toBeUndefined()
    expect(judgeConnection(standing(-GRACE_MILLIS), at)).toMatchObject({
      code: 'partner-untrusted',
    })
    expect(graceEnd(at)).toBe('2026-11-28T12:00:00.000Z')
  })

  it('is engaged anew only under a statement or a pin', () => {
    expect(judgeNewEngagement(standing(1), at)).toBeUndefined()
    expect(judgeNewEngagement(standing(0), at)).toMatchObject({ code: 'partner-untrusted' })
    expect(judgeNewEngagement(standing(0, { pinned: true }), at)).toBeUndefined()
    expect(judgeNewEngagement(standing(-GRACE_MILLIS, { pinned: true }), at)).toBeUndefined()
  })

  it('that is suspended is neither connected to nor engaged, pinned or not', () => {
    for (const pinned of [false, true]) {
      const suspended = standing(1, { suspended: true, pinned })
      expect(judgeConnection(suspended, at)).toMatchObject({ code: 'member-suspended' })
      expect(judgeNewEngagement(suspended, at)).toMatchObject({ code: 'member-suspended' })
    }
  })

  it('never gains by waiting', () => {
    const ranks = { good: 0, lapsing: 1, lapsed: 2, suspended: 3 }
    const moment = fc.integer({ min: -2 * GRACE_MILLIS, max: 2 * GRACE_MILLIS })
    fc.assert(
      fc.property(moment, fc.nat(GRACE_MILLIS), fc.boolean(), (left, later, pinned) => {
        const held = standing(left, { pinned })
        const then = instantOf(Date.parse(at) + later)
        expect(ranks[footingOf(held, then)]).toBeGreaterThanOrEqual(ranks[footingOf(held, at)])
        if (judgeNewEngagement(held, at) !== undefined)
          expect(judgeNewEngagement(held, then)).toBeDefined()
      }),
    )
  })
})

describe('judgeKey', () => {
  it.each([
    ['its current key', CURRENT, 'vouched', 'key-current'],
    ['a retired key', RETIRED, 'vouched', 'key-retired'],
    ['a key retired as superseded', RENAMED, 'vouched', 'key-retired'],
    ['a revoked key', STOLEN, 'revoked', 'key-revoked'],
    ['a key it never published', FOREIGN, 'not-vouched', 'key-unknown'],
  ] as const)('of a partner in good standing: %s', (_what, thumbprint, badge, why) => {
    expect(judgeKey(partner(), thumbprint, at)).toEqual({ badge, why })
  })

  it('vouches for nothing once the statement ended or the partner is suspended', () => {
    for (const thumbprint of [CURRENT, RETIRED]) {
      expect(judgeKey(partner(0), thumbprint, at).why).toBe('statement-ended')
      expect(judgeKey(partner(1, { suspended: true }), thumbprint, at).why).toBe(
        'partner-suspended',
      )
    }
  })

  it('says revoked first: also of a key still published, and of a partner without standing', () => {
    const listed = partner(-1, { suspended: true })
    const both = { ...listed, eventKeys: { ...listed.eventKeys, current: [STOLEN] } }
    expect(judgeKey(both, STOLEN, at).badge).toBe('revoked')
  })

  it('knows no key of a partner it does not know', () => {
    expect(judgeKey(undefined, CURRENT, at)).toEqual({
      badge: 'not-vouched',
      why: 'partner-unknown',
    })
  })
})
