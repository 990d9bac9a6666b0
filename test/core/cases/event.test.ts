import { describe, expect, it } from 'vitest'
import { compareEvents, compareText, parentsOf } from '../../../src/core/cases/event.ts'
import type { CaseEvent } from '../../../src/core/cases/event.ts'
import { beginning, idOf, memberOf, openedAll } from '../../kit/case-graph.ts'

const [first] = openedAll(beginning().events)
if (!first) throw new Error('a beginning has a first event')
const event: CaseEvent = { ...first, depth: 3, at: 0 }

describe('the order of events for display', () => {
  const ascending: readonly Partial<CaseEvent>[] = [
    { depth: 2, author: memberOf('C'), seq: 9 },
    { author: memberOf('A'), incarnation: 1 },
    { author: memberOf('B'), incarnation: 0, seq: 7 },
    { author: memberOf('B'), incarnation: 1, seq: 1 },
    { author: memberOf('B'), incarnation: 1, seq: 2, id: idOf('B2') },
    { author: memberOf('B'), incarnation: 1, seq: 2, id: idOf('B2z') },
  ]
  it('goes by depth, author, incarnation, number and id', () => {
    const events = ascending.map((part) => ({ ...event, ...part }))
    expect(events.toReversed().toSorted(compareEvents)).toEqual(events)
  })

  it('compares text by its code units', () => {
    expect([...'bB_-9'].toSorted(compareText)).toEqual([...'-9B_b'])
  })
})

describe('the parents of an event', () => {
  it('are its author’s previous event and the tips it names', () => {
    expect(parentsOf({ prev: null, heads: [idOf('a')] })).toEqual([idOf('a')])
    expect(parentsOf({ prev: idOf('b'), heads: [idOf('a')] })).toEqual([idOf('b'), idOf('a')])
  })
})
