import { describe, expect, it } from 'vitest'
import { resolutionBy } from '../../../src/core/cases/resolution.ts'
import { beginning, idOf, memberOf } from '../../kit/case-graph.ts'
import { participantIn, stateOf } from '../../kit/case-given.ts'

const resolution = {
  cause: 'defect',
  fixOwner: '@C',
  references: [{ kind: 'defect', id: 'D-17' }],
  fieldFeedback: true,
}

describe('a resolution record', () => {
  it('is each member’s own, the latest counting', () => {
    const graph = beginning()
      .add('B3', 'resolution-stated', { cause: 'unknown' })
      .add('B4', 'resolution-stated', resolution)
      .add('C3', 'resolution-stated', { cause: 'configuration' })
    expect(participantIn(graph, 'B').resolution).toMatchObject({
      event: idOf('B4'),
      cause: 'defect',
      fixOwner: memberOf('C'),
    })
    expect(resolutionBy(stateOf(graph), idOf('B4'))).toBe(memberOf('B'))
    expect(resolutionBy(stateOf(graph), idOf('B3'))).toBeNull()
  })

  it('counts for the case as the host says when it closes', () => {
    const graph = beginning()
      .add('B3', 'resolution-stated', resolution)
      .add('A5', 'case-closed', { code: 'solved', counts: '$B3' })
    expect(stateOf(graph).status.counts).toBe(idOf('B3'))
  })
})
