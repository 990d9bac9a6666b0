import { describe, expect, it } from 'vitest'
import { listNotes, viewNote } from '../../../src/core/cases/view-note.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, type Graph, idOf, memberOf, openedAll } from '../../kit/case-graph.ts'

const A = memberOf('A')
const B = memberOf('B')
const eventsOf = (graph: Graph) =>
  new Desk().receiveAll(openedAll(graph.events)).history.nodes.map(({ event }) => event)
const local = {
  id: 'n1',
  author: 'Ines Prado',
  text: 'Customer is angry.',
  at: Instant.parse('1970-01-01T00:18:05.000Z'),
}

describe('listNotes', () => {
  it('puts shared notes and our own in one line, by time', () => {
    const graph = beginning().add('A5', 'note-added').add('B3', 'note-added')
    expect(listNotes(eventsOf(graph), [local]).map((note) => note.id)).toEqual([
      idOf('A5'),
      'n1',
      idOf('B3'),
    ])
  })

  it('takes a withdrawal from the author and from nobody else', () => {
    const graph = beginning()
      .add('A5', 'note-added')
      .add('B3', 'note-added')
      .add('B4', 'note-withdrawn', { note: '$A5' })
      .add('B5', 'note-withdrawn', { note: '$B3' })
    expect(listNotes(eventsOf(graph), []).map((note) => note.withdrawn)).toEqual([
      null,
      '1970-01-01T00:18:30.000Z',
    ])
  })
})

describe('viewNote', () => {
  const graph = beginning().add('A5', 'note-added', { kind: 'question', re: '$A2' })
  const [ref, own] = listNotes(eventsOf(graph), [
    { ...local, at: Instant.parse('2026-01-01T00:00:00.000Z') },
  ])
  if (!ref || !own) throw new Error('two notes were written')

  it('shows a shared note as far as its text is held', () => {
    expect(viewNote(ref, { note: 'Which firmware?' }, 'vouched', B)).toMatchObject({
      author: A,
      by: null,
      kind: 'question',
      audience: 'all',
      text: 'Which firmware?',
      held: 'held',
      re: idOf('A2'),
      trust: 'vouched',
    })
    expect(viewNote(ref, {}, 'vouched', B)).toMatchObject({ text: null, held: 'awaited' })
  })

  it('shows a note of our own organisation with the person that wrote it', () => {
    expect(viewNote(own, {}, 'own', A)).toMatchObject({
      author: A,
      by: 'Ines Prado',
      audience: 'own-organisation',
      text: 'Customer is angry.',
      held: 'held',
    })
  })
})
