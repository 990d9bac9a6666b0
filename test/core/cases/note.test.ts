import { describe, expect, it } from 'vitest'
import { SLOT_KEYS, TEXT_SLOT_KEYS } from '../../../src/core/cases/note.ts'
import { registersIn } from '../../kit/case-crossings.ts'
import { beginning, idOf } from '../../kit/case-graph.ts'
import { participantIn, stateOf } from '../../kit/case-given.ts'

describe('slots and notes', () => {
  it('keep the last value of each key, of each member apart', () => {
    const graph = beginning()
      .add('B3', 'slot-set', { key: 'case-number', value: 'B-1' })
      .add('B4', 'slot-set', { key: 'case-number', value: 'B-2' })
      .add('C3', 'slot-set', { key: 'case-number', value: 'C-1' })
    expect(participantIn(graph, 'B').slots).toEqual({
      'case-number': { event: idOf('B4'), at: 1090, value: 'B-2', text: null },
    })
    expect(participantIn(graph, 'C').slots['case-number']?.value).toBe('C-1')
  })

  it('clear a slot by setting nothing', () => {
    const graph = beginning()
      .add('B3', 'slot-set', { key: 'next-update', value: 5000 })
      .add('B4', 'slot-set', { key: 'next-update', value: null })
    expect(participantIn(graph, 'B').slots['next-update']?.value).toBeNull()
  })

  it('announce the rules a member knows', () => {
    const graph = beginning().add('B3', 'slot-set', { key: 'rules-max', value: 7 })
    expect(participantIn(graph, 'B').rulesMax).toBe(7)
  })

  it('hold personal data as texts: every such key is one of the keys', () => {
    expect(TEXT_SLOT_KEYS.filter((key) => !SLOT_KEYS.some((known) => known === key))).toEqual([])
  })

  it('change no register when a note is added or withdrawn', () => {
    const before = registersIn(stateOf(beginning()))
    const graph = beginning()
      .add('B3', 'note-added', { kind: 'plan', re: '$A1' })
      .add('B4', 'note-withdrawn', { note: '$B3' })
    expect(registersIn(stateOf(graph))).toEqual(before)
  })
})
