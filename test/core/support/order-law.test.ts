import { describe, expect, it } from 'vitest'
import { orderFault } from '../../../src/core/support/order-law.ts'
import { CHANNELS, SupportProfile, type Within } from '../../../src/core/support/support-profile.ts'
import { BERLIN, profile, weekly } from './kit.ts'

type Bound = { readonly plan?: string; readonly channel?: string; readonly product?: string }
const target = (level: number, within: Within, bound: Bound = {}, calendar = 'berlin') => ({
  clock: 'accept',
  level,
  ...bound,
  within,
  ...(!('minutes' in within) && { calendar }),
})
const DENVER = {
  ...BERLIN,
  id: 'denver',
  zone: 'America/Denver',
  hours: [weekly('08:00', '18:00')],
}
const HOLIDAY = { date: '2026-01-13', name: 'On Tuesday of the week that is looked at' }
const { calendars } = profile()
const faultOf = (...targets: object[]) =>
  orderFault(SupportProfile.parse(profile({ calendars: [...calendars, DENVER], targets })))

describe('milder levels', () => {
  it.each([
    ['equal figures', [target(1, { minutes: 60 }), target(2, { minutes: 60 })]],
    [
      'minutes, then working minutes',
      [target(1, { minutes: 60 }), target(2, { workingMinutes: 60 })],
    ],
    [
      'a working day of eight hours, then a business day',
      [target(3, { workingMinutes: 480 }), target(4, { businessDays: 1 })],
    ],
    ['a level left out', [target(1, { minutes: 60 }), target(4, { businessDays: 3 })]],
    [
      'other clocks, which have nothing to do with it',
      [target(1, { minutes: 60 }), { ...target(2, { minutes: 5 }), clock: 'acknowledge' }],
    ],
    [
      'two plans, each in its own order',
      [
        target(1, { minutes: 60 }, { plan: 'gold' }),
        target(1, { businessDays: 1 }, { plan: 'basic' }),
        target(2, { minutes: 120 }, { plan: 'gold' }),
      ],
    ],
  ])('may have %s', (_what, targets) => expect(faultOf(...targets)).toBeNull())

  it.each([
    ['fewer minutes', [target(1, { minutes: 60 }), target(2, { minutes: 59 })]],
    [
      'minutes below a graver level in working time',
      [target(1, { workingMinutes: 60 }), target(2, { minutes: 240 })],
    ],
    [
      'one business day below three',
      [target(2, { businessDays: 3 }), target(3, { businessDays: 1 })],
    ],
    [
      'one business day below three days of working minutes',
      [target(3, { workingMinutes: 1440 }), target(4, { businessDays: 1 })],
    ],
    [
      'a region that opens while the other sleeps',
      [target(2, { workingMinutes: 240 }), target(3, { workingMinutes: 240 }, {}, 'denver')],
    ],
    [
      'a general figure that a slow plan is held against',
      [target(1, { businessDays: 1 }, { plan: 'basic' }), target(2, { minutes: 240 })],
    ],
    [
      'a plan’s figure that a slow product is held against',
      [
        target(1, { businessDays: 1 }, { product: 'array' }),
        target(2, { minutes: 240 }, { plan: 'gold' }),
      ],
    ],
  ])('are refused with %s', (_what, targets) => {
    expect(faultOf(...targets)).toMatchObject({ field: 'targets.1' })
  })

  it('are named as a pair, with the circumstance and the start that shows it', () => {
    const pair = [
      target(1, { workingMinutes: 60 }, { plan: 'gold' }),
      target(2, { minutes: 240 }, { plan: 'gold' }),
    ]
    expect(faultOf(...pair)?.detail).toBe(
      'accept, for plan "gold": level 2 high (targets.1) is due before level 1 critical (targets.0) when both begin at 2026-01-12T00:00Z.',
    )
  })

  it('are compared without holidays, which may differ', () => {
    const closed = { ...BERLIN, id: 'closed', holidays: [HOLIDAY] }
    const targets = [
      target(1, { workingMinutes: 60 }, {}, 'closed'),
      target(2, { workingMinutes: 60 }),
    ]
    const whole = SupportProfile.parse(profile({ calendars: [...calendars, closed], targets }))
    expect(orderFault(whole)).toBeNull()
  })
})

/** One after another, each a little longer than the one before. */
const rising = (n: number): Within => ({ workingMinutes: 100 + n })

describe('the largest profile', () => {
  it('is judged within the time of a test', () => {
    const products = Array.from({ length: 458 }, (_, i) => ({ code: `p${i}` }))
    const plans = Array.from({ length: 39 }, (_, i) => ({ id: `plan-${i}`, name: 'Plan' }))
    const targets = [1, 2].flatMap((level) => [
      ...products.map(({ code }, i) => target(level, rising(level * 500 + i), { product: code })),
      ...plans.map(({ id }, i) => target(level, rising(level * 500 + i), { plan: id })),
      ...CHANNELS.map((channel, i) => target(level, rising(level * 500 + i), { channel })),
    ])
    const whole = SupportProfile.parse(profile({ products, plans, targets }))
    expect(whole.targets).toHaveLength(1000)
    expect(orderFault(whole)).toBeNull()
  })
})
