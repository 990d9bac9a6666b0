import { describe, expect, it } from 'vitest'
import { dueAt } from '../../../src/core/support/figure.ts'
import { BERLIN, wall } from './kit.ts'

const berlin = (text: string): number => wall('Europe/Berlin', text)
const friday = berlin('2026-11-20 16:00')

describe('a figure', () => {
  it.each([
    ['minutes run through the week end', { minutes: 120 }, '2026-11-20 18:00'],
    ['working minutes wait for Monday', { workingMinutes: 120 }, '2026-11-23 10:00'],
    ['a business day ends at its closing', { businessDays: 1 }, '2026-11-23 17:00'],
  ])('is due as its unit says: %s', (_what, within, due) => {
    expect(dueAt({ within, calendar: BERLIN }, friday)).toBe(berlin(due))
  })

  it('needs no calendar for minutes, and one for everything else', () => {
    expect(dueAt({ within: { minutes: 1 }, calendar: null }, 0)).toBe(60_000)
    expect(() => dueAt({ within: { businessDays: 1 }, calendar: null }, 0)).toThrow(TypeError)
  })

  it('is never due where two years are not enough', () => {
    expect(dueAt({ within: { workingMinutes: 200_000 }, calendar: BERLIN }, friday)).not.toBeNull()
    const rare = { ...BERLIN, hours: [{ days: ['mon'], from: '09:00', to: '09:01' }] } as const
    expect(dueAt({ within: { workingMinutes: 200 }, calendar: rare }, friday)).toBeNull()
  })
})
