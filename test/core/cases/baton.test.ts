import { describe, expect, it } from 'vitest'
import { beginning, idOf, memberOf, type Graph } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const epoch = (n: number) => ({ term: 0, n })
const offered = (): Graph => beginning().add('A5', 'baton-offered', { to: '@B', epoch: epoch(0) })
const accepted = (): Graph => offered().add('B3', 'baton-accepted', { offer: '$A5' })
const passed = (): Graph =>
  accepted().add('A6', 'baton-passed', { to: '@B', epoch: epoch(0), offer: '$A5' })

describe('the baton', () => {
  it('is the opener’s when a case opens', () => {
    expect(stateOf(beginning()).baton).toMatchObject({
      term: 0,
      n: 0,
      holder: memberOf('A'),
      offer: null,
    })
  })

  it('shows as held by one and offered to another', () => {
    expect(stateOf(offered()).baton).toMatchObject({
      holder: memberOf('A'),
      offer: { event: idOf('A5'), to: memberOf('B'), answer: null },
    })
  })

  it('does not move by acceptance', () => {
    expect(stateOf(accepted()).baton).toMatchObject({
      n: 0,
      holder: memberOf('A'),
      offer: { answer: { event: idOf('B3'), word: 'accepted' } },
    })
  })

  it('does not move by a refusal, which stands beside the offer', () => {
    const graph = offered().add('B3', 'baton-declined', { offer: '$A5', code: 'no-capacity' })
    expect(stateOf(graph).baton).toMatchObject({
      holder: memberOf('A'),
      offer: { answer: { word: 'declined' } },
    })
  })

  it('moves by passing, which ends the offer and counts up', () => {
    expect(stateOf(passed()).baton).toMatchObject({
      term: 0,
      n: 1,
      holder: memberOf('B'),
      since: { event: idOf('A6') },
      offer: null,
    })
  })

  it('is offered no more once the offer is withdrawn', () => {
    const graph = offered().add('A6', 'baton-offer-withdrawn', { offer: '$A5' })
    expect(stateOf(graph).baton.offer).toBeNull()
  })

  it('comes back to the host in a new term', () => {
    const graph = passed().add('A7', 'baton-reclaimed', { term: 1 })
    expect(stateOf(graph).baton).toMatchObject({
      term: 1,
      n: 0,
      holder: memberOf('A'),
      offer: null,
    })
  })
})
