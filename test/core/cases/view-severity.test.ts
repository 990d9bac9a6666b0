import { describe, expect, it } from 'vitest'
import { viewSeverity } from '../../../src/core/cases/view-severity.ts'
import { beginning, memberOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const shown = (graph: ReturnType<typeof beginning>) =>
  viewSeverity(stateOf(graph), memberOf('A'), null, new Map())

describe('severities side by side', () => {
  it('agree, differ, or are disputed', () => {
    expect(shown(beginning().claim('A5', 2))).toMatchObject({ accord: 'none', disputes: [] })
    expect(shown(beginning().claim('A5', 2).claim('B3', 2))).toMatchObject({ accord: 'agreed' })
    const apart = beginning().claim('A5', 2).claim('B3', 3)
    expect(shown(apart)).toMatchObject({ accord: 'open', effective: 2, accepted: 3 })
    apart.add('A6', 'lowering-refused', { member: '@B', claim: '$B3' })
    expect(shown(apart)).toMatchObject({
      accord: 'disputed',
      effective: 2,
      disputes: [{ by: memberOf('A'), against: memberOf('B') }],
    })
  })
})
