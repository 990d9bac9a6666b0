import { describe, expect, it } from 'vitest'
import { statusOf } from '../../../src/core/cases/case.ts'
import { answerOf, beginning, Graph, idOf } from '../../kit/case-graph.ts'
import { engagementIn, stateOf } from '../../kit/case-given.ts'

const asked = (): Graph => new Graph().open('A1').invite('A2', 'B')

describe('an acknowledgment', () => {
  it('says that the invitee has seen what it was asked, and leaves the answer open', () => {
    const graph = asked().add('B1', 'engagement-acknowledged', answerOf('B', 'A2'))
    const e = engagementIn(graph, 'A2')
    expect(e.acknowledged?.event).toBe(idOf('B1'))
    expect(e.accepted).toBeNull()
    expect(e.automatic).toBeUndefined()
    expect(engagementIn(graph.accept('B2', 'A2'), 'A2').accepted?.event).toBe(idOf('B2'))
  })

  it('is marked where a rule gave it, like an acceptance', () => {
    const graph = asked()
      .add('B1', 'engagement-acknowledged', { ...answerOf('B', 'A2'), automatic: true })
      .add('B2', 'engagement-accepted', { ...answerOf('B', 'A2'), automatic: true })
    expect(engagementIn(graph, 'A2').automatic).toEqual(['acknowledged', 'accepted'])
  })

  it('shows the keys of the invitee, so that it can sign what follows', () => {
    const graph = asked().add('B1', 'engagement-acknowledged', answerOf('B', 'A2'))
    const keys = Object.values(stateOf(graph).participants).map((p) => p.keys.length)
    expect(keys).toEqual([1, 1])
  })

  it('contests no close that it crossed', () => {
    const graph = asked()
      .add('A3', 'case-closed', { code: 'solved' })
      .add('B1', 'engagement-acknowledged', answerOf('B', 'A2'), { sees: ['A2'] })
    expect(statusOf(stateOf(graph))).toBe('closed')
  })

  it('is all that a change notice asks for', () => {
    const window = { from: 5000, until: 9000 }
    const graph = new Graph()
      .open('A1', { kind: 'change', window })
      .invite('A2', 'B')
      .add('B1', 'notice-acknowledged', answerOf('B', 'A2'))
    expect(engagementIn(graph, 'A2').acknowledged?.event).toBe(idOf('B1'))
    expect(stateOf(graph).window).toEqual(window)
  })

  it('does not stand against a withdrawal that it had not seen', () => {
    const graph = beginning()
      .invite('A5', 'D')
      .add('A6', 'engagement-withdrawn', { engagement: '$A5', code: 'mistake' })
      .add('D1', 'engagement-acknowledged', answerOf('D', 'A5'), { sees: ['A5'] })
    expect(engagementIn(graph, 'A5').acknowledged).toBeUndefined()
  })
})
