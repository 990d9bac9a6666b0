import { describe, expect, it } from 'vitest'
import { beginning, type Graph, idOf, memberOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const plan = (version: number) => ({ version, rhythmMinutes: 60, channel: 'conference' })
const planned = (): Graph => beginning().add('A5', 'plan-proposed', plan(1))

describe('the communication plan', () => {
  it('is the host’s latest version, agreed by whoever says so', () => {
    const graph = planned().add('B3', 'plan-agreed', { plan: '$A5' })
    expect(stateOf(graph).plan).toMatchObject({
      event: idOf('A5'),
      version: 1,
      rhythmMinutes: 60,
      nextUpdate: null,
      agreed: { [memberOf('B')]: { event: idOf('B3') } },
    })
  })

  it('is agreed by nobody once it changed', () => {
    const graph = planned()
      .add('B3', 'plan-agreed', { plan: '$A5' })
      .add('A6', 'plan-proposed', plan(2))
      .add('C3', 'plan-agreed', { plan: '$A5' }, { sees: ['A5'] })
    expect(stateOf(graph).plan).toMatchObject({ version: 2, agreed: {} })
  })
})
