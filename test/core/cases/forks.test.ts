import { describe, expect, it } from 'vitest'
import { findForks } from '../../../src/core/cases/forks.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, nameOf, openedAll, type Graph } from '../../kit/case-graph.ts'

const SEEN = ['B2', 'C2']
const note = (graph: Graph, id: string, prev: string, sees: string[]): Graph =>
  graph.add(id, 'note-added', {}, { prev, sees })

/** Names of what is dropped. */
function droppedIn(graph: Graph): string[] {
  const { history } = new Desk().receiveAll(openedAll(graph.events))
  return [...findForks(history, history.nodes).dropped].map(nameOf).toSorted()
}

describe('an equivocation', () => {
  it('is none while chains are whole', () => {
    expect(droppedIn(beginning())).toEqual([])
  })

  it('drops the larger id and all that hangs on it, if nobody had seen either', () => {
    const graph = note(note(beginning(), 'B3', 'B2', SEEN), 'B3z', 'B2', SEEN)
    expect(droppedIn(note(graph, 'B4z', 'B3z', ['B3z']))).toEqual(['B3z', 'B4z'])
  })

  it('keeps what most others had seen first, each voting once', () => {
    const graph = note(note(beginning(), 'B3', 'B2', SEEN), 'B3z', 'B2', SEEN)
    graph
      .add('A5', 'received', {}, { sees: ['B3z'] })
      .add('A6', 'received', {}, { sees: ['A5', 'B3'] })
      .add('A7', 'received', {}, { sees: ['A6'] })
    expect(droppedIn(graph)).toEqual(['B3'])
    graph.add('C3', 'received', {}, { sees: ['B3'] })
    expect(droppedIn(graph)).toEqual(['B3z'])
  })

  it('counts a vote of one that had seen several for the one that counted there', () => {
    const graph = note(note(beginning(), 'B3m', 'B2', SEEN), 'B3z', 'B2', SEEN)
    graph.add('A5', 'received', {}, { sees: ['B3m', 'B3z'] })
    expect(droppedIn(note(graph, 'B3', 'B2', SEEN))).toEqual(['B3', 'B3z'])
  })

  it('within the kept branch is decided again', () => {
    const graph = note(note(beginning(), 'B3', 'B2', SEEN), 'B3z', 'B2', SEEN)
    note(note(graph, 'B4', 'B3', ['B3']), 'B4y', 'B3', ['B3'])
    note(graph, 'B4z', 'B3z', ['B3z'])
    expect(droppedIn(graph)).toEqual(['B3z', 'B4y', 'B4z'])
  })

  it('of one author leaves the chains of others alone', () => {
    const graph = note(note(beginning(), 'B3', 'B2', SEEN), 'B3z', 'B2', SEEN)
    graph.add('C3', 'received', {}, { sees: ['B3z'] })
    expect(droppedIn(graph)).toEqual(['B3'])
  })
})
