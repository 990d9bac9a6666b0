import { describe, expect, it } from 'vitest'
import { holdsOf, mergedHolds } from '../../../src/core/clocks/hold.ts'
import { idOf } from '../../kit/case-graph.ts'
import { at, caseWith, engagement, mark } from './kit.ts'

const pause = (clock: 'all' | 'resolve', from: number, until: number | null) => ({
  at: at(from),
  clock,
  reason: 'monitoring' as const,
  until: until === null ? null : at(until),
})

const hold = (from: number, until: number | null) => ({
  from,
  until,
  reason: 'monitoring' as const,
})

describe('holds', () => {
  it('are those of the clock, cut where it starts, in order', () => {
    const e = engagement({
      pauses: { [idOf('P1')]: pause('resolve', 5, null), [idOf('P2')]: pause('all', 0, 2) },
      levelDuties: { contact: mark(at(0.5)) },
    })
    const of = (clock: 'workaround' | 'resolve') =>
      holdsOf(caseWith(e), e, clock, at(1)).map(({ from, until }) => [from, until])
    expect(of('workaround')).toEqual([[at(1), at(2)]])
    expect(of('resolve')).toEqual([
      [at(1), at(2)],
      [at(5), null],
    ])
  })

  it('that meet or overlap are one span', () => {
    expect(mergedHolds([hold(1, 3), hold(2, 5), hold(5, 6), hold(8, null), hold(9, 10)])).toEqual([
      [1, 6],
      [8, Infinity],
    ])
  })
})
