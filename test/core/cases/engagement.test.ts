import { describe, expect, it } from 'vitest'
import { standing } from '../../../src/core/cases/case.ts'
import { answerOf, beginning, idOf, memberOf, type Graph } from '../../kit/case-graph.ts'
import { engagementIn, participantIn, stateOf } from '../../kit/case-given.ts'

const asked = (): Graph => beginning().invite('A5', 'D')
const standingOfD = (graph: Graph): string | null => standing(stateOf(graph), memberOf('D'))

describe('an engagement', () => {
  it('is accepted with keys and the rules its member knows', () => {
    const graph = asked().add('D1', 'engagement-accepted', { ...answerOf('D', 'A5'), rulesMax: 4 })
    expect(standingOfD(graph)).toBe('accepted')
    expect(engagementIn(graph, 'A5').accepted?.event).toBe(idOf('D1'))
    expect(participantIn(graph, 'D')).toMatchObject({ rulesMax: 4, algs: ['ES256'] })
    expect(participantIn(graph, 'D').keys.map((key) => key.kid)).toEqual([idOf('kD')])
  })

  it('is declined with a code', () => {
    const graph = asked().add('D1', 'engagement-declined', {
      ...answerOf('D', 'A5'),
      code: 'no-entitlement',
    })
    expect(standingOfD(graph)).toBe('declined')
    expect(engagementIn(graph, 'A5').declined?.code).toBe('no-entitlement')
  })

  it('collects questions, before it is accepted and after, and their answers', () => {
    const graph = asked()
      .add('D1', 'info-requested', answerOf('D', 'A5'))
      .accept('D2', 'A5')
      .add('D3', 'info-requested', answerOf('D', 'A5'))
      .add('A6', 'info-provided', { engagement: '$A5', answers: '$D3' })
    expect(engagementIn(graph, 'A5').questions.map((q) => q.answered?.event)).toEqual([
      undefined,
      idOf('A6'),
    ])
    graph.add('A7', 'info-provided', { engagement: '$A5' })
    expect(engagementIn(graph, 'A5').questions.map((q) => q.answered?.event)).toEqual([
      idOf('A7'),
      idOf('A6'),
    ])
  })

  it('answers only the questions that its inviter had seen', () => {
    const graph = asked()
      .add('D1', 'info-requested', answerOf('D', 'A5'))
      .add('A6', 'info-provided', { engagement: '$A5' }, { sees: [] })
    expect(engagementIn(graph, 'A5').questions).toMatchObject([{ answered: null }])
  })

  it('is completed by its invitee and confirmed by its inviter, and again when restated', () => {
    const graph = asked()
      .accept('D1', 'A5')
      .add('D2', 'engagement-completed', { engagement: '$A5', outcome: 'workaround' })
      .add('A6', 'completion-confirmed', { engagement: '$A5' })
    expect(engagementIn(graph, 'A5')).toMatchObject({
      completed: { outcome: 'workaround' },
      confirmed: { event: idOf('A6') },
    })
    graph.add('D3', 'engagement-completed', { engagement: '$A5', outcome: 'solved' })
    expect(engagementIn(graph, 'A5')).toMatchObject({
      completed: { outcome: 'solved' },
      confirmed: null,
    })
    expect(standingOfD(graph)).toBe('accepted')
  })
})
