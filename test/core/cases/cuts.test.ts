import { describe, expect, it } from 'vitest'
import { findCuts } from '../../../src/core/cases/cuts.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, nameOf, openedAll, type Graph } from '../../kit/case-graph.ts'

function cutsIn(graph: Graph) {
  const { history } = new Desk().receiveAll(openedAll(graph.events))
  const acting = history.nodes.filter((node) => node.verdict === 'effect')
  const { dropped, unseenClaims, crossed } = findCuts(history, acting)
  return {
    dropped: [...dropped].map(nameOf).toSorted(),
    unseenClaims: [...unseenClaims].map(nameOf),
    crossed: [...crossed].map(([engagement, accept]) => `${nameOf(engagement)} ${nameOf(accept)}`),
  }
}

const NOTHING = { dropped: [], unseenClaims: [], crossed: [] }

describe('a cut', () => {
  it('drops what neither saw it nor was seen by it, claims excepted', () => {
    const graph = beginning()
      .add('C3', 'note-added', {}, { sees: ['B2'] })
      .add('A5', 'member-removed', { member: '@C', code: 'other' }, { sees: ['C3', 'B2'] })
      .add('C4', 'note-added', {}, { sees: ['C3'] })
      .claim('C5', 1, { sees: ['C4'] })
      .add('C6', 'note-added', {}, { sees: ['A5', 'C5'] })
    expect(cutsIn(graph)).toEqual({ ...NOTHING, dropped: ['C4'], unseenClaims: ['C5'] })
  })

  it('drops nothing of anybody else', () => {
    const graph = beginning()
      .add('B3', 'note-added', {}, { sees: ['C2'] })
      .add('A5', 'author-cut', { member: '@C' }, { sees: ['B2', 'C2'] })
    expect(cutsIn(graph)).toEqual(NOTHING)
  })
})

const invited = (): Graph => beginning().invite('A5', 'D')

describe('an invitation taken back', () => {
  it('drops an acceptance that crossed it, and what followed', () => {
    const graph = invited()
      .add('A6', 'engagement-withdrawn', { engagement: '$A5', code: 'other' })
      .accept('D1', 'A5', { sees: ['A5'] })
      .claim('D2', 1, { sees: ['D1'] })
    expect(cutsIn(graph)).toEqual({ ...NOTHING, dropped: ['D1', 'D2'], crossed: ['A5 D1'] })
  })

  it('drops nothing that its invitee wrote on another ground', () => {
    const graph = beginning()
      .add('A5', 'may-engage-granted', { member: '@B', granted: true })
      .invite('A6', 'D', { sees: ['A5'] })
      .invite('B3', 'D', { sees: ['A5'] })
      .accept('D1', 'B3', { sees: ['A6', 'B3'] })
      .add('D2', 'note-added', {}, { sees: ['D1'] })
      .add('A7', 'engagement-lapsed', { engagement: '$A6' }, { sees: ['A6'] })
    expect(cutsIn(graph)).toEqual(NOTHING)
  })

  it('drops what its invitee wrote when the other ground had ended', () => {
    const graph = beginning()
      .add('A5', 'may-engage-granted', { member: '@B', granted: true })
      .invite('B3', 'D', { sees: ['A5'] })
      .accept('D1', 'B3', { sees: ['B3'] })
      .add('D2', 'participant-left', { code: 'other' }, { sees: ['D1'] })
      .invite('A6', 'D', { sees: ['D2'] })
      .accept('D3', 'A6', { sees: ['A6'] })
      .add('D4', 'note-added', {}, { sees: ['D3'] })
      .add('A7', 'engagement-withdrawn', { engagement: '$A6', code: 'other' }, { sees: ['A6'] })
    expect(cutsIn(graph)).toEqual({ ...NOTHING, dropped: ['D3', 'D4'], crossed: ['A6 D3'] })
  })
})
