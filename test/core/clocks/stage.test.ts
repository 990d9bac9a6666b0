import { describe, expect, it } from 'vitest'
import { clocksOf } from '../../../src/core/clocks/clocks.ts'
import { nextChange, stagesOf } from '../../../src/core/clocks/stage.ts'
import { at, caseWith, clockIn, engagement, mark, PROFILE } from './kit.ts'

const stages = (now: number, change = {}) => {
  const e = engagement(change)
  return stagesOf(clockIn(caseWith(e), e, 'resolve', now), now).map(({ stage }) => stage)
}

const done = (hours: number) => ({ completed: { ...mark(at(hours)), outcome: 'solved' } })

describe('a clock', () => {
  it('warns, breaches and reminds at the exact second', () => {
    expect(stages(at(6.5) - 1)).toEqual([])
    expect(stages(at(6.5))).toEqual(['warned'])
    expect(stages(at(8.5))).toEqual(['warned', 'breached'])
    expect(stages(at(10.5))).toEqual(['warned', 'breached', 'reminded'])
  })

  it('that stopped was breached or not, whenever one looks', () => {
    expect(stages(at(20), done(7))).toEqual([])
    expect(stages(at(20), done(9))).toEqual(['breached'])
  })

  it('names the next moment at which one of them changes by itself', () => {
    const e = engagement()
    const next = (now: number) =>
      nextChange(clocksOf(caseWith(e), e, { profile: PROFILE, now }), now)
    const seen: number[] = []
    for (let now = next(at(0.5)); now !== null; now = next(now)) seen.push((now - at(0)) / 3600)
    expect(seen).toEqual([2, 2.5, 3, 3.5, 4.5, 5.5, 6.5, 8.5, 10.5])
  })
})
