import { describe, expect, it } from 'vitest'
import { beginning, type Graph } from '../../kit/case-graph.ts'
import { engagementIn, participantIn } from '../../kit/case-given.ts'

const promise = (value: number | null) => ({ key: 'next-update', value })
/** B promises, in second 1080, an update by 1100. */
const promised = (): Graph => beginning().add('B3', 'slot-set', promise(1100))
const promises = (graph: Graph) => participantIn(graph, 'B').promises
const note = (kind: string, readers: 'case' | readonly string[], iat: number) =>
  promised().add('B4', 'note-added', { kind }, { texts: { note: readers }, iat })

describe('a promise of a next update', () => {
  it('waits to be kept', () => {
    expect(promises(promised())).toEqual([{ due: 1100, made: 1080, kept: null }])
  })

  it.each([
    ['a note to the case', note('update', 'case', 1100)],
    ['a plan told to whoever asked it in', note('plan', ['A', 'B'], 1100)],
    [
      'its work state',
      promised().add('B4', 'slot-set', { key: 'work-state', value: 'done' }, { iat: 1100 }),
    ],
  ])('is kept in time by %s', (_, graph) => {
    expect(promises(graph)).toEqual([{ due: 1100, made: 1080, kept: 1100 }])
    expect(participantIn(graph, 'B').updatedAt).toBe(1100)
  })

  it.each([
    ['a question', note('question', 'case', 1090)],
    ['a side conversation', note('update', ['B', 'C'], 1090)],
    ['an update one second late', note('update', 'case', 1101)],
    ['somebody else’s update', promised().add('C3', 'note-added', {}, { texts: { note: 'case' } })],
    ['a note without words', promised().add('B4', 'note-added', { kind: 'update' })],
  ])('is not kept by %s', (_, graph) => {
    expect(promises(graph)).toEqual([{ due: 1100, made: 1080, kept: null }])
  })

  it('is kept by a newer one made in time, and broken by one made too late', () => {
    const early = promised().add('B4', 'slot-set', promise(2000))
    expect(promises(early)).toEqual([
      { due: 1100, made: 1080, kept: 1090 },
      { due: 2000, made: 1090, kept: null },
    ])
    const late = promised().add('B4', 'slot-set', promise(2000), { iat: 1101 })
    expect(promises(late)?.[0]?.kept).toBeNull()
  })

  it('is not taken back by emptying the field, and promises nothing for a moment that is past', () => {
    expect(promises(promised().add('B4', 'slot-set', promise(null)))).toHaveLength(1)
    expect(promises(beginning().add('B3', 'slot-set', promise(1000)))).toBeUndefined()
  })

  it('is remembered with the latest two dozen', () => {
    const graph = beginning()
    for (let i = 0; i < 30; i++) graph.add(`B${3 + i}`, 'slot-set', promise(5000 + i))
    expect(promises(graph)?.map(({ due }) => due)).toEqual(
      Array.from({ length: 24 }, (_, i) => 5006 + i),
    )
  })

  it('of a host is kept by a note to any other', () => {
    const graph = beginning()
      .add('A5', 'slot-set', promise(2000))
      .add('A6', 'note-added', { kind: 'answer' }, { texts: { note: ['A', 'C'] } })
    expect(participantIn(graph, 'A').promises?.[0]?.kept).toBe(1090)
  })
})

const told = (readers: 'case' | readonly string[]) =>
  beginning()
    .add('B3', 'note-added', { kind: 'workaround' }, { texts: { note: readers }, iat: 2000 })
    .add('B4', 'note-added', { kind: 'workaround' }, { texts: { note: 'case' }, iat: 3000 })

describe('a workaround', () => {
  it('is marked on the engagement of who told it, the first time it was told to others', () => {
    expect(engagementIn(told('case'), 'A2').workaroundAt).toBe(2000)
    expect(engagementIn(told(['B', 'C']), 'A2').workaroundAt).toBe(3000)
    expect(engagementIn(told('case'), 'A3').workaroundAt).toBeUndefined()
  })
})

describe('a completion', () => {
  it('leaves those before it on record', () => {
    const done = { engagement: '$A2', outcome: 'solved' }
    const graph = beginning()
      .add('B3', 'engagement-completed', done, { iat: 2000 })
      .add('B4', 'engagement-completed', done, { iat: 3000 })
    expect(engagementIn(graph, 'A2')).toMatchObject({
      completed: { at: 3000 },
      completedBefore: [2000],
    })
  })
})
