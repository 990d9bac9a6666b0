import { describe, expect, it } from 'vitest'
import { statusOf } from '../../../src/core/cases/case.ts'
import { beginning, idOf, memberOf, type Graph } from '../../kit/case-graph.ts'
import { participantIn, stateOf } from '../../kit/case-given.ts'

const SEEN = ['B2', 'C2']
const closed = (): Graph => beginning().add('A5', 'case-closed', { code: 'solved' }, { sees: SEEN })

describe('the status', () => {
  it('is closed by the host, with a code', () => {
    expect(stateOf(closed()).status).toMatchObject({
      word: 'closed',
      by: memberOf('A'),
      code: 'solved',
    })
  })

  it('is contested by what the close had not seen, and names it', () => {
    const graph = closed().claim('B3', 1, { sees: ['C2'] })
    expect(statusOf(stateOf(graph))).toBe('closed-contested')
    expect(stateOf(graph).contestedBy).toEqual([idOf('B3')])
  })

  it('is not contested by notes, receipts and slots', () => {
    const graph = closed()
      .add('B3', 'note-added', {}, { sees: ['C2'] })
      .add('B4', 'slot-set', { key: 'case-number', value: 'B-1' }, { sees: ['B3'] })
      .add('C3', 'received', {}, { sees: ['B2'] })
    expect(statusOf(stateOf(graph))).toBe('closed')
  })

  it('opens again, which answers the requests that the host had seen', () => {
    const graph = closed()
      .add('B3', 'reopen-requested', { code: 'returned' })
      .add('C3', 'reopen-requested', { code: 'returned' }, { sees: ['A5'] })
      .add('A6', 'case-reopened', { code: 'returned' }, { sees: ['B3'] })
    expect(statusOf(stateOf(graph))).toBe('open')
    expect(participantIn(graph, 'B').reopenRequested).toBeNull()
    expect(participantIn(graph, 'C').reopenRequested?.event).toBe(idOf('C3'))
  })
})
