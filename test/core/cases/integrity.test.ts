import { describe, expect, it } from 'vitest'
import { beginning } from '../../kit/case-graph.ts'
import { participantIn, stateOf } from '../../kit/case-given.ts'

describe('events about the record itself', () => {
  it('say when a member last confirmed what it has', () => {
    expect(participantIn(beginning(), 'B').receivedAt).toBe(1060)
  })

  it('raise the rules once every active member supports them, departed ones aside', () => {
    const graph = beginning()
      .add('C3', 'participant-left', { code: 'other' })
      .add('A5', 'slot-set', { key: 'rules-max', value: 2 })
      .add('B3', 'slot-set', { key: 'rules-max', value: 2 })
      .add('A6', 'rules-raised', { rules: 2 })
    expect(stateOf(graph).rules).toBe(2)
  })
})
