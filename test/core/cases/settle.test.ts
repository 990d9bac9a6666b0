import { describe, expect, it } from 'vitest'
import { registersOf } from '../../../src/core/cases/settle.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, idOf, memberOf, openedAll, type Graph } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const unsettled = (graph: Graph): string[][] =>
  stateOf(graph).unsettled.map((u) => [u.type, ...u.seenBy])

const overturned = (graph: Graph) => new Desk().receiveAll(openedAll(graph.events)).overturned

describe('a decision', () => {
  it('is settled once every other active member has an event that builds on it', () => {
    const graph = beginning().claim('B3', 2)
    expect(unsettled(graph)).toEqual([['severity-claimed']])
    graph.add('A5', 'received')
    expect(unsettled(graph)).toEqual([['severity-claimed', memberOf('A')]])
    graph.add('C3', 'received')
    expect(unsettled(graph)).toEqual([])
  })

  it('waits for nobody that left', () => {
    const graph = beginning()
      .claim('B3', 2, { sees: ['C2'] })
      .add('C3', 'participant-left', { code: 'other' }, { sees: ['B2'] })
      .add('A5', 'received')
      .add('B4', 'received')
    expect(unsettled(graph)).toEqual([])
  })

  it('stays settled when those that confirmed it leave', () => {
    const graph = beginning()
      .add('A5', 'case-closed', { code: 'solved' })
      .add('B3', 'received')
      .add('C3', 'received')
    expect(unsettled(graph)).toEqual([])
    graph.add('A6', 'case-reopened', { code: 'mistake' })
    graph.add('B4', 'participant-left', { code: 'other' })
    graph.add('C4', 'participant-left', { code: 'other' })
    graph.add('A7', 'received')
    expect(unsettled(graph)).toEqual([])
  })

  it('of a member alone waits for somebody to see it', () => {
    const graph = beginning()
      .add('B3', 'participant-left', { code: 'other' })
      .add('C3', 'participant-left', { code: 'other' })
      .claim('A5', 2)
    expect(unsettled(graph)).toEqual([['severity-claimed']])
  })
})

describe('what an arrival overturned', () => {
  it('is recorded with what decided it, what changed it, and whether it was settled', () => {
    const graph = beginning()
      .add('A5', 'case-closed', { code: 'solved' }, { sees: ['B2', 'C2'] })
      .claim('B3', 1, { sees: ['C2'] })
    expect(overturned(graph)).toEqual([
      {
        register: 'status',
        before: 'closed',
        after: 'closed-contested',
        decider: idOf('A5'),
        by: idOf('B3'),
        settled: false,
      },
    ])
  })

  it('is nothing where the arrival had seen what it changes', () => {
    const graph = beginning()
      .claim('B3', 2)
      .claim('B4', 3)
      .add('B5', 'participant-left', { code: 'other' })
    expect(overturned(graph)).toEqual([])
  })

  it('is nothing where another invitation comes beside one that was declined', () => {
    const answer = { engagement: '$A6', keys: [{ kid: '#kD' }], algs: ['ES256'] }
    const graph = beginning()
      .add('A5', 'may-engage-granted', { member: '@B', granted: true })
      .invite('A6', 'D', { sees: ['A5'] })
      .add('D1', 'engagement-declined', { ...answer, code: 'other' }, { sees: ['A6'] })
      .invite('B3', 'D', { sees: ['A5'] })
    expect(overturned(graph)).toEqual([])
  })

  it('is looked for in every register that people act on', () => {
    expect([...registersOf(stateOf(beginning().claim('B3', 2))).keys()]).toEqual([
      'host',
      'baton',
      'status',
      `standing:${memberOf('A')}`,
      `standing:${memberOf('B')}`,
      `severity:${memberOf('B')}`,
      `standing:${memberOf('C')}`,
    ])
  })
})
