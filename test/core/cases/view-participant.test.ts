import { describe, expect, it } from 'vitest'
import { participantOf } from '../../../src/core/cases/case.ts'
import { viewParticipant } from '../../../src/core/cases/view-participant.ts'
import type { EventId } from '../../../src/core/kernel/id.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, type Graph, idOf, memberOf, openedAll } from '../../kit/case-graph.ts'

function view(graph: Graph, letter: string, texts = new Map<EventId, Record<string, unknown>>()) {
  const { state } = new Desk().receiveAll(openedAll(graph.events))
  const participant = state && participantOf(state, memberOf(letter))
  if (!state || !participant) throw new Error(`${letter} does not take part`)
  return viewParticipant(state, participant, memberOf('A'), texts)
}

describe('viewParticipant', () => {
  it('shows what a member states about its side: codes in the clear, people as texts, times as moments', () => {
    const graph = beginning()
      .add('B3', 'slot-set', { key: 'case-number', value: 'T-9' })
      .add('B4', 'slot-set', { key: 'engineer', value: null })
      .add('B5', 'slot-set', { key: 'next-update', value: 1_795_255_200 })
      .add('B6', 'slot-set', { key: 'rules-max', value: 1 })
    const texts = new Map([[idOf('B4'), { value: { name: 'Ines Prado' } }]])
    const { slots } = view(graph, 'B', texts)
    expect(
      Object.fromEntries(Object.entries(slots).map(([key, slot]) => [key, slot.value])),
    ).toEqual({
      'case-number': 'T-9',
      engineer: { name: 'Ines Prado' },
      'next-update': '2026-11-21T10:00:00.000Z',
    })
    expect(view(graph, 'B').slots['engineer']?.value).toBeNull()
  })

  it('names no engagement for the member that opened the case', () => {
    expect(view(beginning(), 'A').engagement).toBeNull()
    expect(view(beginning(), 'B').engagement).toBe(idOf('A2'))
  })

  it('says who may ask others in: the host, and whom it allowed', () => {
    const graph = beginning().add('A5', 'may-engage-granted', { member: '@B', granted: true })
    expect(['A', 'B', 'C'].map((letter) => view(graph, letter).mayEngage)).toEqual([
      true,
      true,
      false,
    ])
  })

  it('shows a frozen author as frozen until it was resumed', () => {
    const cut = beginning().add('A5', 'author-cut', { member: '@C' })
    expect(view(cut, 'C').frozen).toBe(true)
    const resumed = cut.add('A6', 'author-resumed', {
      member: '@C',
      incarnation: 1,
      keys: ['#kC2'],
    })
    expect(view(resumed, 'C').frozen).toBe(false)
  })

  it('shows the severity claim in the member’s own words', () => {
    const native = { scheme: 'cisco-tac', version: '1', code: 'S1' }
    const graph = beginning().add('C3', 'severity-claimed', { level: 1, native, reason: 'initial' })
    const texts = new Map([[idOf('C3'), { note: 'All sites.' }]])
    expect(view(graph, 'C', texts).severity).toMatchObject({
      level: 1,
      word: 'critical',
      native,
      text: 'All sites.',
      unseen: false,
    })
  })
})
