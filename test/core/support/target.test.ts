import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dueAt } from '../../../src/core/support/figure.ts'
import { parseSupportProfile } from '../../../src/core/support/profile-laws.ts'
import { CLOCKS } from '../../../src/core/support/support-profile.ts'
import {
  DEFAULT_CALENDAR,
  targetFor,
  type TargetQuery,
  winningTarget,
} from '../../../src/core/support/target.ts'
import { LEVELS } from '../../../src/core/severity/scale.ts'
import { profile, sure, utc } from './kit.ts'

const minutes = (n: number, bound: object = {}) => ({
  clock: 'accept',
  level: 1,
  ...bound,
  within: { minutes: n },
})
/** Every kind of binding; the figure tells which target won. */
const ALL = sure(
  parseSupportProfile(
    profile({
      targets: [
        minutes(1, { product: 'array', plan: 'gold', channel: 'phone' }),
        minutes(2, { product: 'array', plan: 'gold' }),
        minutes(3, { product: 'array', channel: 'phone' }),
        minutes(4, { product: 'array' }),
        minutes(5, { plan: 'gold', channel: 'phone' }),
        minutes(6, { plan: 'gold' }),
        minutes(7, { channel: 'phone' }),
        minutes(8),
      ],
    }),
  ),
)
const NOBODY: TargetQuery = { clock: 'accept', level: 1, plan: null, channel: null, product: null }
const ask = (query: Partial<TargetQuery>) => targetFor(ALL, { ...NOBODY, ...query })

describe('the target that holds', () => {
  it('is the most specific one: product before plan before channel', () => {
    for (const product of ['array', null])
      for (const plan of ['gold', null])
        for (const channel of ['phone', null] as const) {
          const expected = 8 - (product ? 4 : 0) - (plan ? 2 : 0) - (channel ? 1 : 0)
          expect(ask({ product, plan, channel })).toEqual({
            source: 'profile',
            within: { minutes: expected },
            calendar: null,
            matched: [
              ...(product ? ['product'] : []),
              ...(plan ? ['plan'] : []),
              ...(channel ? ['channel'] : []),
            ],
            field: `targets.${expected - 1}`,
          })
        }
  })

  it('falls back where a plan, a product or a channel is not spoken of', () => {
    expect(ask({ plan: 'basic', product: 'switch', channel: 'web' })).toMatchObject({
      within: { minutes: 8 },
      matched: [],
    })
    expect(ask({ product: 'switch', plan: 'gold' })).toMatchObject({ within: { minutes: 6 } })
  })

  it('carries the calendar it runs on', () => {
    const target = { clock: 'accept', level: 2, within: { businessDays: 1 }, calendar: 'berlin' }
    const own = sure(parseSupportProfile(profile({ targets: [target] })))
    expect(targetFor(own, { ...NOBODY, level: 2 })?.calendar?.zone).toBe('Europe/Berlin')
  })

  it('is none for another level or clock', () => {
    expect(winningTarget(ALL, { ...NOBODY, level: 2 })).toBeNull()
    expect(winningTarget(ALL, { ...NOBODY, clock: 'resolve' })).toBeNull()
  })
})

describe('where nothing was published', () => {
  it('the defaults of the shared scale stand in and say so', () => {
    const figures = LEVELS.map((level) => targetFor(null, { ...NOBODY, level }))
    expect(figures.map((found) => found?.within)).toEqual([
      { minutes: 60 },
      { workingMinutes: 240 },
      { workingMinutes: 480 },
      { businessDays: 1 },
    ])
    expect(figures.map((found) => found?.source)).toEqual(Array(4).fill('default'))
    expect(figures.map((found) => found?.calendar)).toEqual([
      null,
      ...Array(3).fill(DEFAULT_CALENDAR),
    ])
  })

  it('nobody is held to a workaround or a solution', () => {
    for (const clock of ['workaround', 'resolve'] as const)
      expect(targetFor(null, { ...NOBODY, clock })).toBeNull()
  })

  it('a default runs on the calendar of the region that is asked first', () => {
    expect(targetFor(ALL, { ...NOBODY, level: 2 })).toMatchObject({
      source: 'default',
      calendar: { zone: 'Europe/Berlin' },
    })
  })

  it('a milder level is due no earlier than a graver one', () => {
    const start = fc.integer({ min: utc('2026-01-01'), max: utc('2028-01-01') })
    fc.assert(
      fc.property(
        fc.constantFrom(...CLOCKS),
        start,
        fc.constantFrom(null, ALL),
        (clock, from, own) => {
          const dues = LEVELS.flatMap((level) => {
            const found = targetFor(own, { ...NOBODY, clock, level, product: 'none' })
            return found?.source === 'default' ? [dueAt(found, from) ?? Infinity] : []
          })
          expect(dues).toEqual(dues.toSorted((a, b) => a - b))
        },
      ),
    )
  })
})
