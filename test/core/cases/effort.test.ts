import { describe, expect, it } from 'vitest'
import { beginning } from '../../kit/case-graph.ts'
import { participantIn } from '../../kit/case-given.ts'

const effort = (minutes: number) => ({ minutes, activity: 'analysis', day: '2026-11-22' })

describe('shared effort', () => {
  it('adds up for each member by itself, after the close as well', () => {
    const graph = beginning()
      .add('B3', 'effort-shared', effort(30))
      .add('C3', 'effort-shared', effort(5))
      .add('A5', 'case-closed', { code: 'solved' })
      .add('B4', 'effort-shared', { ...effort(15), engagement: '$A2' })
    expect(participantIn(graph, 'B').effortMinutes).toBe(45)
    expect(participantIn(graph, 'C').effortMinutes).toBe(5)
    expect(participantIn(graph, 'A').effortMinutes).toBeUndefined()
  })
})
