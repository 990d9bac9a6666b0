import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../../src/core/cases/case.ts'
import { runOf } from '../../../src/core/clocks/run.ts'
import { ASKER, at, caseWith, engagement, mark, US } from './kit.ts'

const done = (hours: number) => ({ ...mark(at(hours)), outcome: 'solved' })
const moved = (s: CaseState, ...holders: [holder: typeof US, hours: number][]): CaseState => ({
  ...s,
  baton: { ...s.baton, moves: holders.map(([holder, hours]) => ({ holder, ...mark(at(hours)) })) },
})
const run = (
  change: Parameters<typeof engagement>[0],
  clock: 'workaround' | 'resolve' = 'resolve',
) => {
  const e = engagement(change)
  return runOf(caseWith(e), e, clock)
}

describe('a clock', () => {
  it('of a workaround stops when one is told, or with the work', () => {
    expect(run({ workaroundAt: at(2) }, 'workaround')?.stopped).toEqual({
      at: at(2),
      cause: 'workaround',
    })
    expect(run({ workaroundAt: at(4), completed: done(3) }, 'workaround')?.stopped?.at).toBe(at(3))
  })

  it('of a solution stops with the first of two completions that follow each other', () => {
    expect(run({ completed: done(4), completedBefore: [at(3)] })?.stopped?.at).toBe(at(3))
  })

  it('of a solution starts anew when unconfirmed work is handed back', () => {
    const e = engagement({ completed: done(3) })
    const back = moved(caseWith(e), [ASKER, 3], [US, 4])
    expect(runOf(back, e, 'resolve')).toEqual({
      started: { at: at(4), cause: 'handed-back' },
      stopped: null,
    })
    const confirmed = engagement({ completed: done(3), confirmed: mark(at(3.5)) })
    const later = moved(caseWith(confirmed), [ASKER, 3], [US, 4])
    expect(runOf(later, confirmed, 'resolve')?.stopped?.at).toBe(at(3))
  })

  it('of a solution counts what it took to do it again', () => {
    const e = engagement({ completed: done(6), completedBefore: [at(3)] })
    const s = { ...caseWith(e) }
    const reopened = { ...s, status: { ...s.status, turns: [at(3.5), at(4)] } }
    expect(runOf(reopened, e, 'resolve')).toEqual({
      started: { at: at(4), cause: 'reopened' },
      stopped: { at: at(6), cause: 'completed' },
    })
  })

  it('stops where the engagement is over', () => {
    expect(run({ removed: { ...mark(at(2)), code: 'other' } })?.stopped).toEqual({
      at: at(2),
      cause: 'over',
    })
  })
})
