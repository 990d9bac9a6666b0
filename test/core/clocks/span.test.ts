import { describe, expect, it } from 'vitest'
import type { Hold } from '../../../src/core/clocks/hold.ts'
import { budgetOf, momentOf, passesOn, spentUntil } from '../../../src/core/clocks/span.ts'
import { BERLIN } from '../support/kit.ts'
import { at, MONDAY } from './kit.ts'

const hold = (from: number, until: number | null): Hold => ({
  from: at(from),
  until: until === null ? null : at(until),
  reason: 'monitoring',
})
const HOUR = 3600

describe('a budget of time', () => {
  it('is minutes of any hour, working minutes, or the hours up to the closing of a business day', () => {
    expect(budgetOf({ within: { minutes: 90 }, calendar: BERLIN }, MONDAY)).toBe(5400)
    expect(budgetOf({ within: { workingMinutes: 90 }, calendar: BERLIN }, MONDAY)).toBe(5400)
    expect(budgetOf({ within: { businessDays: 1 }, calendar: BERLIN }, MONDAY)).toBe(16 * HOUR)
    expect(passesOn({ within: { minutes: 90 }, calendar: BERLIN })).toBeNull()
  })

  it('is spent when all of it has passed outside of holds', () => {
    const course = { start: at(0), holds: [hold(1, 2), hold(5, null)], calendar: null }
    expect(momentOf(course, HOUR)).toBe(at(1))
    expect(momentOf(course, 2 * HOUR)).toBe(at(3))
    expect(momentOf(course, 4 * HOUR)).toBe(at(5))
    expect(momentOf(course, 4 * HOUR + 1)).toBeNull()
  })

  it('passes on a calendar, and a hold at night costs nothing', () => {
    const course = { start: at(0), holds: [hold(9, 24)], calendar: BERLIN }
    expect(momentOf(course, 8 * HOUR)).toBe(at(9))
    expect(momentOf(course, 9 * HOUR)).toBe(at(26))
  })
})

describe('a span', () => {
  it('is what was spent, what was paused, and the rest', () => {
    const course = { start: at(0), holds: [hold(2, 3), hold(2.5, 4)], calendar: BERLIN }
    expect(spentUntil(course, at(12))).toEqual({
      spent: 6 * HOUR,
      paused: 2 * HOUR,
      idle: 4 * HOUR,
    })
    expect(spentUntil(course, at(-1))).toEqual({ spent: 0, paused: 0, idle: 0 })
  })
})
