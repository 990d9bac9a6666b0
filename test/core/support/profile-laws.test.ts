import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { parseSupportProfile } from '../../../src/core/support/profile-laws.ts'
import { BERLIN, profile, sure } from './kit.ts'

const target = (change: object = {}) => ({
  clock: 'accept',
  level: 1,
  within: { minutes: 60 },
  ...change,
})
const working = { within: { workingMinutes: 60 } }
const region = (change: object = {}) => ({
  id: 'amer',
  name: 'A',
  calendar: 'always',
  escalation: [],
  ...change,
})

describe('a support profile', () => {
  it('is taken when it keeps the laws', () => {
    const good = profile({
      targets: [
        target({ ...working, calendar: 'berlin' }),
        target({ plan: 'gold', product: 'array', channel: 'phone' }),
      ],
    })
    expect(sure(parseSupportProfile(good))).toEqual(good)
  })

  it.each<[string, object, string]>([
    ['is of another shape', { targets: [target({ level: 7 })] }, 'targets.0.level'],
    [
      'has two calendars of one name',
      {
        calendars: [
          { ...BERLIN, id: 'berlin' },
          { ...BERLIN, id: 'berlin' },
        ],
      },
      'calendars.1.id',
    ],
    ['has two regions of one name', { regions: [region(), region()] }, 'regions.1.id'],
    [
      'has two plans of one name',
      {
        plans: [
          { id: 'a', name: 'A' },
          { id: 'b', name: 'B' },
          { id: 'a', name: 'C' },
        ],
      },
      'plans.2.id',
    ],
    ['has one product twice', { products: [{ code: 'a' }, { code: 'a' }] }, 'products.1.code'],
    [
      'has two answers to one question',
      { targets: [target(), target({ within: { minutes: 30 } })] },
      'targets.1',
    ],
    [
      'has a calendar that breaks its laws',
      { calendars: [{ ...BERLIN, id: 'berlin', zone: 'Europe/Bonn' }] },
      'calendars.0.zone',
    ],
    [
      'has a region on a calendar that is not there',
      { regions: [region({ calendar: 'lunar' })] },
      'regions.0.calendar',
    ],
    [
      'binds a product to a region that is not there',
      { products: [{ code: 'a', regions: ['emea', 'mars'] }] },
      'products.0.regions.1',
    ],
    [
      'has a target on a calendar that is not there',
      { targets: [target({ ...working, calendar: 'lunar' })] },
      'targets.0.calendar',
    ],
    [
      'has a target for a plan that is not there',
      { targets: [target({ plan: 'iron' })] },
      'targets.0.plan',
    ],
    [
      'has a target for a product that is not there',
      { targets: [target({ product: 'toaster' })] },
      'targets.0.product',
    ],
    ['counts working time on no calendar', { targets: [target(working)] }, 'targets.0.calendar'],
    [
      'counts minutes on a calendar',
      { targets: [target({ calendar: 'berlin' })] },
      'targets.0.calendar',
    ],
    [
      'is stricter for a milder level',
      { targets: [target(), target({ level: 2, within: { minutes: 30 } })] },
      'targets.1',
    ],
  ])('is refused if it %s, naming the field', (_what, change, field) => {
    expect(parseSupportProfile(profile(change))).toMatchObject({
      code: 'support-profile-invalid',
      field,
    })
  })

  it('is judged without a fault whatever it says', () => {
    const names = fc.constantFrom(...Object.keys(profile()), 'later')
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(names, fc.jsonValue())), (change) => {
        const whole = typeof change === 'object' && change !== null ? profile(change) : change
        const judged = parseSupportProfile(whole)
        expect(judged instanceof Refusal || judged.targets.length === 0).toBe(true)
      }),
    )
  })
})
