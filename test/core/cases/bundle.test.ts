import { describe, expect, it } from 'vitest'
import { bundleFor, growBundle } from '../../../src/core/cases/bundle.ts'
import { standing } from '../../../src/core/cases/case.ts'
import { foldHistory } from '../../../src/core/cases/fold.ts'
import { History } from '../../../src/core/cases/history.ts'
import { Graph, beginning, idOf, memberOf, nameOf, openedAll } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const asked = (name: string, by: string) => ({
  id: idOf(name),
  type: 'engagement-requested',
  author: memberOf(by),
})

describe('the invitation bundle', () => {
  it('is the opening, the invitation and what shows their keys, and nothing else of the case', () => {
    const graph = new Graph().open('A1').claim('A2', 2).add('A3', 'note-added').invite('A4', 'B')
    expect(bundleFor(stateOf(graph), asked('A4', 'A')).map(nameOf)).toEqual(['A1', 'A4'])
  })

  it('shows who became host, and by which keys', () => {
    const graph = beginning()
      .add('A5', 'host-offered', { to: '@B' })
      .add('B3', 'host-accepted', { offer: '$A5' })
      .add('A6', 'host-transferred', { to: '@B', offer: '$A5', engagement: '$A2' })
      .invite('B4', 'D')
    const bundle = bundleFor(stateOf(graph), asked('B4', 'B')).map(nameOf)
    expect(bundle).toEqual(expect.arrayContaining(['A1', 'A2', 'B1', 'A6', 'B4']))
    expect(bundle).not.toContain('C1')
    expect(bundle.at(-1)).toBe('B4')
  })

  it('sends later words of the asked side alone', () => {
    const state = stateOf(new Graph().open('A1').invite('A2', 'B'))
    const told = { id: idOf('A3'), type: 'info-provided', author: memberOf('A') }
    expect(bundleFor(state, told)).toEqual([idOf('A3')])
  })

  it('folds to what an invitee may know, in whatever order it came', () => {
    const graph = new Graph().open('A1').claim('A2', 2).invite('A3', 'B')
    const events = openedAll(graph.events).filter((e) => nameOf(e.id) !== 'A2')
    for (const order of [events, events.toReversed()]) {
      const history = new History()
      growBundle(history, order)
      const shown = foldHistory(history)
      expect(shown && standing(shown, memberOf('B'))).toBe('requested')
      expect(history.nodes).toHaveLength(2)
    }
  })
})
