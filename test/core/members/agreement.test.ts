import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MemberId } from '../../../src/core/kernel/id.ts'
import {
  Agreement,
  type Ask,
  defaultAgreement,
  judgeEngagement,
} from '../../../src/core/members/agreement.ts'

const partner = MemberId.parse('https://borealis.example')
const agreed = (extra: Partial<Agreement>): Agreement => ({
  ...defaultAgreement(partner),
  ...extra,
})
const ASK: Ask = { products: ['ahv'], level: 2 }
const NONE = { hour: 0, day: 0 }

describe('an agreement', () => {
  it('lets any member ask for anything where nothing else was agreed, and accepts nothing by itself', () => {
    expect(
      judgeEngagement(
        defaultAgreement(partner),
        { products: [], level: 1 },
        { hour: 9999, day: 9999 },
      ),
    ).toBeUndefined()
    expect(Agreement.parse(defaultAgreement(partner))).toEqual(defaultAgreement(partner))
    expect(defaultAgreement(partner).autoAccept).toBe('none')
  })

  it.each<[string, Partial<Agreement>, Partial<Ask>, string]>([
    ['any engagement where none was agreed', { mayEngage: 'never' }, {}, 'engagement-not-agreed'],
    [
      'a product that is not listed',
      { products: ['ahv'] },
      { products: ['ahv', 'nas'] },
      'product-not-agreed',
    ],
    ['every product of an empty list', { products: [] }, {}, 'product-not-agreed'],
    [
      'an ask without a product, where some were agreed',
      { products: ['ahv'] },
      { products: [] },
      'product-not-agreed',
    ],
    ['a graver severity', { upTo: 3 }, { level: 2 }, 'severity-not-agreed'],
    [
      'an unknown severity, where not all were agreed',
      { upTo: 2 },
      { level: null },
      'severity-not-agreed',
    ],
  ])('refuses %s', (_what, agreement, ask, code) => {
    expect(judgeEngagement(agreed(agreement), { ...ASK, ...ask }, NONE)).toMatchObject({ code })
  })

  it('allows what it names', () => {
    const agreement = agreed({ products: ['ahv', 'nas'], upTo: 2, perHour: 2, perDay: 5 })
    expect(judgeEngagement(agreement, ASK, { hour: 1, day: 4 })).toBeUndefined()
    expect(judgeEngagement(agreed({ upTo: 1 }), { ...ASK, level: null }, NONE)).toBeUndefined()
  })

  it('counts what came before within the hour and within the day', () => {
    const agreement = agreed({ perHour: 2, perDay: 5 })
    for (const recent of [
      { hour: 2, day: 2 },
      { hour: 0, day: 5 },
    ])
      expect(judgeEngagement(agreement, ASK, recent)).toMatchObject({ code: 'rate-not-agreed' })
  })

  it.each<[string, object]>([
    ['an unknown member', { later: 1 }],
    ['acceptance without a person', { autoAccept: 'all' }],
    ['a rate of 0', { perHour: 0 }],
    ['a level of 5', { upTo: 5 }],
    ['a partner that is no address', { partner: 'borealis' }],
  ])('cannot be written with %s', (_what, extra) => {
    expect(Agreement.safeParse({ ...defaultAgreement(partner), ...extra }).success).toBe(false)
  })
})

const widen = (a: Agreement, b: Agreement): Agreement => ({
  ...a,
  mayEngage: a.mayEngage === 'ask' ? 'ask' : b.mayEngage,
  products: a.products === 'all' || b.products === 'all' ? 'all' : [...a.products, ...b.products],
  upTo: a.upTo < b.upTo ? a.upTo : b.upTo,
  perHour: a.perHour === null || b.perHour === null ? null : Math.max(a.perHour, b.perHour),
  perDay: a.perDay === null || b.perDay === null ? null : Math.max(a.perDay, b.perDay),
})

describe('an agreement is monotone: it', () => {
  const level = fc.constantFrom(1, 2, 3, 4)
  const codes = fc.subarray(['ahv', 'nas', 'os'])
  const rate = fc.option(fc.integer({ min: 1, max: 9 }))
  const anyAgreement = fc.record({
    partner: fc.constant(partner),
    mayEngage: fc.constantFrom('ask', 'never'),
    products: fc.oneof(fc.constant('all' as const), codes),
    upTo: level,
    perHour: rate,
    perDay: rate,
    autoAccept: fc.constant('none' as const),
  })
  const anyAsk = fc.record({ products: codes, level: fc.option(level) })
  const recent = fc.record({ hour: fc.nat(9), day: fc.nat(9) })

  it('never refuses, wider, what it allowed before', () => {
    let allowed = 0
    fc.assert(
      fc.property(anyAgreement, anyAgreement, anyAsk, recent, (a, b, ask, count) => {
        if (judgeEngagement(a, ask, count) !== undefined) return
        allowed++
        expect(judgeEngagement(widen(a, b), ask, count)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
    expect(allowed).toBeGreaterThan(50)
  })

  it('allows every lesser ask as well: less grave, fewer products, fewer before', () => {
    fc.assert(
      fc.property(anyAgreement, anyAsk, recent, (a, ask, count) => {
        if (judgeEngagement(a, ask, count) !== undefined) return
        expect(judgeEngagement(a, { ...ask, level: 4 }, count)).toBeUndefined()
        expect(judgeEngagement(a, ask, { hour: 0, day: 0 })).toBeUndefined()
        expect(
          judgeEngagement(a, { ...ask, products: ask.products.slice(0, 1) }, count),
        ).toBeUndefined()
      }),
      { numRuns: 1000 },
    )
  })
})
