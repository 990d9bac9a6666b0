import { describe, expect, it } from 'vitest'
import { governingLevel } from '../../../src/core/clocks/level.ts'
import { at, caseWith, claim, engagement, MONDAY } from './kit.ts'

const e = engagement()
const levels = [
  { at: MONDAY, level: 3 as const },
  { at: at(2), level: 1 as const },
  { at: at(4), level: null },
]

describe('the level of a clock', () => {
  it('is the accepted one, then the requested one, then normal', () => {
    expect(governingLevel(caseWith(e, { us: claim(4) }), e, Infinity).source).toBe('accepted')
    expect(governingLevel(caseWith(e), e, Infinity)).toEqual({
      level: 1,
      source: 'requested',
      since: MONDAY,
    })
    expect(governingLevel(caseWith(e, { asker: {} }), e, Infinity).level).toBe(3)
  })

  it('is the one that held at a moment', () => {
    const s = caseWith(e, { us: { levels } })
    expect(governingLevel(s, e, at(1))).toMatchObject({ level: 3, since: MONDAY })
    expect(governingLevel(s, e, at(2))).toMatchObject({ level: 1, since: at(2) })
    expect(governingLevel(s, e, at(4)).source).toBe('requested')
  })
})
