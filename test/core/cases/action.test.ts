import { describe, expect, it } from 'vitest'
import { actionOf, actionWord } from '../../../src/core/cases/action.ts'
import { beginning, type Graph, idOf, memberOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const added = (): Graph => beginning().add('B3', 'action-added', { assignee: '@C', due: 5000 })
const wordIn = (graph: Graph): string => {
  const found = actionOf(stateOf(graph), idOf('B3'))
  return found ? actionWord(found) : 'none'
}

describe('an action', () => {
  it('is written down by anybody for anybody that takes part', () => {
    expect(actionOf(stateOf(added()), idOf('B3'))).toEqual({
      by: memberOf('B'),
      at: 1080,
      assignee: memberOf('C'),
      due: 5000,
    })
  })

  it('goes as its assignee says', () => {
    const graph = added().add('C3', 'action-answered', { action: '$B3', word: 'taken' })
    expect(wordIn(graph)).toBe('taken')
    expect(wordIn(graph.add('C4', 'action-answered', { action: '$B3', word: 'done' }))).toBe('done')
  })

  it('is withdrawn whatever its assignee said meanwhile', () => {
    const graph = added()
      .add('C3', 'action-answered', { action: '$B3', word: 'done' })
      .add('B4', 'action-withdrawn', { action: '$B3' }, { sees: [] })
    expect(wordIn(graph)).toBe('withdrawn')
  })

  it('may belong to an escalation', () => {
    const graph = beginning()
      .add('B3', 'escalation-raised', { reason: 'expertise' })
      .add('B4', 'action-added', { assignee: '@C', escalation: '$B3' })
    expect(actionOf(stateOf(graph), idOf('B4'))?.escalation).toBe(idOf('B3'))
  })
})
