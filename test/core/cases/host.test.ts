import { describe, expect, it } from 'vitest'
import { hostOf } from '../../../src/core/cases/case.ts'
import { beginning, idOf, memberOf, type Graph } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const offered = (): Graph => beginning().add('A5', 'host-offered', { to: '@B' })
const transferred = (): Graph =>
  offered()
    .add('B3', 'host-accepted', { offer: '$A5' })
    .add('A6', 'host-transferred', { to: '@B', offer: '$A5', engagement: '$A2' })

describe('the host', () => {
  it('stays who it is while it offers and is answered', () => {
    const graph = offered().add('B3', 'host-accepted', { offer: '$A5' })
    expect(hostOf(stateOf(graph))).toBe(memberOf('A'))
    expect(stateOf(graph).hostOffer).toMatchObject({
      to: memberOf('B'),
      answer: { word: 'accepted' },
    })
  })

  it('is somebody else after the transfer, whose offer is spent', () => {
    const state = stateOf(transferred())
    expect(hostOf(state)).toBe(memberOf('B'))
    expect(state.hostOffer).toBeNull()
    expect(state.transfers).toMatchObject([{ event: idOf('A6'), confirmed: false }])
  })

  it('is confirmed by any event of its own that builds on the transfer', () => {
    const graph = transferred().add('B4', 'received')
    expect(stateOf(graph).transfers).toMatchObject([{ confirmed: true }])
    const unseen = transferred().add('B4', 'received', {}, { sees: ['B3'] })
    expect(stateOf(unseen).transfers).toMatchObject([{ confirmed: false }])
  })

  it('withdraws an offer, and a candidate declines one', () => {
    const withdrawn = offered().add('A6', 'host-offer-withdrawn', { offer: '$A5' })
    expect(stateOf(withdrawn).hostOffer).toBeNull()
    const declined = offered().add('B3', 'host-declined', { offer: '$A5' })
    expect(stateOf(declined).hostOffer?.answer?.word).toBe('declined')
  })

  it('may hand the case back, and on', () => {
    const graph = transferred()
      .add('B4', 'host-offered', { to: '@A' })
      .add('A7', 'host-accepted', { offer: '$B4' })
      .add('B5', 'host-transferred', { to: '@A', offer: '$B4', engagement: '$A1' })
    expect(hostOf(stateOf(graph))).toBe(memberOf('A'))
    graph
      .add('A8', 'host-offered', { to: '@C' })
      .add('C3', 'host-accepted', { offer: '$A8' })
      .add('A9', 'host-transferred', { to: '@C', offer: '$A8', engagement: '$A3' })
    expect(hostOf(stateOf(graph))).toBe(memberOf('C'))
  })
})
