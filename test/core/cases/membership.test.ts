import { describe, expect, it } from 'vitest'
import { standing, standingOf } from '../../../src/core/cases/case.ts'
import { flagsOf } from '../../../src/core/cases/flags.ts'
import { beginning, idOf, memberOf, type Graph } from '../../kit/case-graph.ts'
import { engagementIn, participantIn, stateOf } from '../../kit/case-given.ts'

const standingOfC = (graph: Graph): string | null => standing(stateOf(graph), memberOf('C'))

describe('taking part', () => {
  it('ends by leaving', () => {
    const graph = beginning().add('C3', 'participant-left', { code: 'work-done' })
    expect(standingOfC(graph)).toBe('left')
  })

  it('ends by removal, which beats leaving unseen', () => {
    const graph = beginning()
      .add('A5', 'member-removed', { member: '@C', code: 'other' }, { sees: ['B2', 'C2'] })
      .add('C3', 'participant-left', { code: 'other' }, { sees: ['B2'] })
    expect(standingOfC(graph)).toBe('removed')
  })

  it('leaves an engagement that was over before with its own word', () => {
    const graph = beginning()
      .invite('A5', 'D')
      .add('A6', 'engagement-withdrawn', { engagement: '$A5', code: 'mistake' })
      .invite('A7', 'D')
      .accept('D1', 'A7')
      .add('D2', 'participant-left', { code: 'other' })
    expect(standingOf(engagementIn(graph, 'A5'))).toBe('withdrawn')
    expect(standingOf(engagementIn(graph, 'A7'))).toBe('left')
  })

  it('lets the host grant and take back who may engage', () => {
    const graph = beginning().add('A5', 'may-engage-granted', { member: '@C', granted: true })
    expect(participantIn(graph, 'C').mayEngage).toBe(true)
    graph.add('A6', 'may-engage-granted', { member: '@C', granted: false })
    expect(participantIn(graph, 'C').mayEngage).toBe(false)
  })

  it('keeps one proposal of a member by each that proposes it', () => {
    const graph = beginning()
      .add('B3', 'member-proposed', { member: '@D' })
      .add('B4', 'member-proposed', { member: '@D' })
      .add('C3', 'member-proposed', { member: '@D' })
    expect(stateOf(graph).proposals.map((p) => p.event)).toEqual([idOf('B4'), idOf('C3')])
  })

  it('freezes an author until it is resumed under a new incarnation', () => {
    const graph = beginning().add('A5', 'author-cut', { member: '@C' })
    expect(participantIn(graph, 'C').frozen).toMatchObject({ event: idOf('A5'), resumed: null })
    expect(flagsOf(stateOf(graph))).toEqual(['author-frozen'])
    graph.add('A6', 'author-resumed', { member: '@C', incarnation: 1, keys: ['#kC2'] })
    expect(participantIn(graph, 'C')).toMatchObject({
      frozen: { resumed: 1 },
      resumedKeys: { 1: [idOf('kC2')] },
      vouched: [idOf('kC2')],
      keys: [],
    })
    expect(flagsOf(stateOf(graph))).toEqual([])
  })

  it('puts rotated keys in force, and none of an incarnation that was replaced', () => {
    const graph = beginning().add('C3', 'keys-rotated', { keys: [{ kid: '#kC7' }] })
    expect(participantIn(graph, 'C')).toMatchObject({ rotated: true, keys: [{ kid: idOf('kC7') }] })
    const late = beginning()
      .add('A5', 'author-cut', { member: '@C' })
      .add('A6', 'author-resumed', { member: '@C', incarnation: 1, keys: ['#kC2'] })
      .add('A7', 'received')
      .add('C3', 'note-added', {}, { sees: ['B2'] })
      .add('C4', 'note-added', {}, { sees: ['C3'] })
      .add('C5', 'keys-rotated', { keys: [{ kid: '#kX' }] }, { sees: ['C4'] })
    expect(participantIn(late, 'C')).toMatchObject({ rotated: false, vouched: [idOf('kC2')] })
  })
})
