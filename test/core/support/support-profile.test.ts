import { describe, expect, it } from 'vitest'
import {
  calendarOf,
  CHANNELS,
  CLOCKS,
  ESCALATION_LEVELS,
  SupportProfile,
} from '../../../src/core/support/support-profile.ts'
import { BERLIN, profile } from './kit.ts'

const takes = (change: object): boolean => SupportProfile.safeParse(profile(change)).success
const takesTarget = (change: object): boolean =>
  takes({ targets: [{ clock: 'accept', level: 1, within: { minutes: 60 }, ...change }] })

describe('the shape of a support profile', () => {
  it('takes what it is made of, as it stands', () => {
    expect(SupportProfile.parse(profile())).toEqual(profile())
    for (const clock of CLOCKS) expect(takesTarget({ clock })).toBe(true)
    for (const channel of CHANNELS) expect(takesTarget({ channel })).toBe(true)
    for (const level of ESCALATION_LEVELS) {
      const contact = { level, name: 'Duty manager', phone: '+1 1', email: 'duty@support.example' }
      const region = { id: 'r', name: 'R', calendar: 'always', escalation: [contact] }
      expect(takes({ regions: [region] })).toBe(true)
    }
  })

  it.each([
    ['no calendar', { calendars: [] }],
    ['no version', { version: '' }],
    ['a plan named by capitals', { plans: [{ id: 'Gold', name: 'Gold' }] }],
    ['a name over two lines', { plans: [{ id: 'gold', name: 'Go\nld' }] }],
    ['a member that we do not know', { slas: [] }],
    ['a product bound to no region', { products: [{ code: 'x', regions: [] }] }],
    [
      'more targets than anybody needs',
      {
        targets: Array.from({ length: 1001 }, () => ({
          clock: 'accept',
          level: 1,
          within: { minutes: 1 },
        })),
      },
    ],
  ])('refuses %s', (_what, change) => expect(takes(change)).toBe(false))

  it.each([
    ['a clock that nobody runs', { clock: 'close' }],
    ['a level that the shared scale lacks', { level: 5 }],
    ['a channel of another kind', { channel: 'fax' }],
    ['no time', { within: {} }],
    ['no minutes', { within: { minutes: 0 } }],
    ['part of a day', { within: { businessDays: 0.5 } }],
    ['two units', { within: { minutes: 60, businessDays: 1 } }],
    ['time in words', { within: 'one hour' }],
  ])('refuses a target with %s', (_what, change) => expect(takesTarget(change)).toBe(false))
})

describe('a calendar of a profile', () => {
  it('is found by its id', () => {
    const parsed = SupportProfile.parse(profile())
    expect(calendarOf(parsed, 'berlin')).toEqual({ ...BERLIN, id: 'berlin' })
    expect(calendarOf(parsed, 'constructor')).toBeNull()
  })
})
