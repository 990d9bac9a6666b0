import { describe, expect, it } from 'vitest'
import { present } from '../../../src/core/cases/registers.ts'
import { beginning } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

describe('registers that few cases need', () => {
  it('keep what says something', () => {
    expect(present({ a: null, b: 0, c: '', d: false, e: true, f: undefined })).toEqual({
      b: 0,
      c: '',
      e: true,
    })
  })

  it('cost a case that does not need them nothing', () => {
    const s = stateOf(beginning())
    const names = ['escalations', 'plan', 'actions', 'window']
    expect(names.filter((name) => name in s)).toEqual([])
    expect(s.baton.moves).toBeUndefined()
    expect(s.status.turns).toBeUndefined()
    for (const e of Object.values(s.engagements)) expect(Object.keys(e)).toHaveLength(17)
  })
})
