import { describe, expect, it } from 'vitest'
import { standing } from '../../../src/core/cases/case.ts'
import { beginning, idOf, memberOf, type Graph } from '../../kit/case-graph.ts'
import { engagementIn, participantIn, stateOf } from '../../kit/case-given.ts'

const standingOfD = (graph: Graph): string | null => standing(stateOf(graph), memberOf('D'))

describe('an invitation', () => {
  it('makes a member known by the thumbprints that its inviter named, and ends proposals of it', () => {
    const graph = beginning().add('C3', 'member-proposed', { member: '@D' }).invite('A5', 'D')
    expect(standingOfD(graph)).toBe('requested')
    expect(participantIn(graph, 'D')).toMatchObject({
      engagement: idOf('A5'),
      vouched: [idOf('kD')],
      keys: [],
    })
    expect(engagementIn(graph, 'A5')).toMatchObject({ inviter: memberOf('A'), ask: 'assist' })
    expect(stateOf(graph).proposals).toEqual([])
  })

  it('leaves a proposal that its author had not seen', () => {
    const graph = beginning()
      .add('C3', 'member-proposed', { member: '@D' })
      .invite('A5', 'D', { sees: ['B2'] })
    expect(stateOf(graph).proposals).toMatchObject([{ by: memberOf('C') }])
  })

  it('is withdrawn, or lapses', () => {
    const withdrawn = beginning()
      .invite('A5', 'D')
      .add('A6', 'engagement-withdrawn', { engagement: '$A5', code: 'solved' })
    expect(standingOfD(withdrawn)).toBe('withdrawn')
    expect(engagementIn(withdrawn, 'A5').withdrawn?.code).toBe('solved')
    const lapsed = beginning()
      .invite('A5', 'D')
      .add('A6', 'engagement-lapsed', { engagement: '$A5' })
    expect(standingOfD(lapsed)).toBe('lapsed')
  })

  it('asks a member again, under old keys or new ones', () => {
    const graph = beginning()
      .add('C3', 'participant-left', { code: 'other' })
      .add('A5', 'engagement-requested', { invitee: '@C', keys: ['#kC9'] })
    expect(participantIn(graph, 'C')).toMatchObject({
      engagements: [idOf('A3'), idOf('A5')],
      engagement: idOf('A5'),
      vouched: [idOf('kC'), idOf('kC9')],
    })
  })

  it('brings no key into force for a member that takes part already', () => {
    const graph = beginning()
      .add('A5', 'may-engage-granted', { member: '@B', granted: true })
      .invite('A6', 'D', { sees: ['A5'] })
      .accept('D1', 'A6', { sees: ['A6'] })
      .add('D2', 'received', {}, { sees: ['D1'] })
      .add('B3', 'engagement-requested', { invitee: '@D', keys: ['#kX'] }, { sees: ['A5'] })
      .add('B4', 'received', {}, { sees: [] })
    expect(participantIn(graph, 'D').engagement).toBe(idOf('A6'))
    expect(participantIn(graph, 'D').keys.map((key) => key.kid)).toEqual([idOf('kD')])
  })
})
