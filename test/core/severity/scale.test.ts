import { describe, expect, it } from 'vitest'
import {
  DEFAULT_LEVEL,
  graver,
  isGraver,
  LEVELS,
  SharedLevel,
  WORDS,
} from '../../../src/core/severity/scale.ts'

describe('the shared scale', () => {
  it('has four levels, the gravest first, and normal is the default', () => {
    expect(LEVELS.map((level) => WORDS[level])).toEqual(['critical', 'high', 'normal', 'low'])
    expect(WORDS[DEFAULT_LEVEL]).toBe('normal')
  })

  it('takes the graver of two, which never is the milder', () => {
    for (const a of LEVELS)
      for (const b of LEVELS) {
        expect(graver(a, b)).toBe(Math.min(a, b))
        expect(isGraver(a, b)).toBe(graver(a, b) === a && a !== b)
      }
  })

  it.each([0, 5, 1.5, '1', null, true])('does not take %j for a level', (value) => {
    expect(SharedLevel.safeParse(value).success).toBe(false)
  })
})
