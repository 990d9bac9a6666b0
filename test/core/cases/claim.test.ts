import { describe, expect, it } from 'vitest'
import { effectiveLevel } from '../../../src/core/cases/case.ts'
import { beginning, idOf, type Graph } from '../../kit/case-graph.ts'
import { participantIn, stateOf } from '../../kit/case-given.ts'

const claimed = (): Graph => beginning().claim('B3', 3).claim('C3', 2)

describe('severity claims', () => {
  it('are nobody’s at first', () => {
    expect(effectiveLevel(stateOf(beginning()))).toBeNull()
  })

  it('stand side by side, the gravest counting', () => {
    expect(effectiveLevel(stateOf(claimed()))).toBe(2)
    expect(participantIn(claimed(), 'B').claim).toMatchObject({ level: 3, unseen: false })
  })

  it('keep the native value as it was written', () => {
    const native = { scheme: 'own', version: '2', code: 'Sev "A" – critical' }
    const graph = beginning().add('B3', 'severity-claimed', { level: 1, native, reason: 'initial' })
    expect(participantIn(graph, 'B').claim?.native).toEqual(native)
  })

  it('become milder only as each graver claimant lowers its own', () => {
    const graph = claimed().claim('B4', 4)
    expect(effectiveLevel(stateOf(graph))).toBe(2)
    expect(effectiveLevel(stateOf(graph.claim('C4', 3)))).toBe(3)
  })

  it('outlive a departure until the host releases them', () => {
    const graph = claimed().add('C4', 'participant-left', { code: 'other' })
    expect(effectiveLevel(stateOf(graph))).toBe(2)
    graph.add('A5', 'claim-released', { member: '@C' })
    expect(effectiveLevel(stateOf(graph))).toBe(3)
  })

  it('are not released by a host that had seen an older one only', () => {
    const graph = beginning()
      .claim('C3', 2)
      .add('C4', 'participant-left', { code: 'other' })
      .add('A5', 'claim-released', { member: '@C' })
      .invite('A6', 'C')
      .accept('C5', 'A6')
      .claim('C6', 1)
    expect(participantIn(graph, 'C').claim?.event).toBe(idOf('C6'))
  })

  it('may be repeated to clear the mark of a cut that had not seen them', () => {
    const graph = beginning()
      .claim('C3', 2, { sees: ['B2'] })
      .add('A5', 'member-removed', { member: '@C', code: 'other' }, { sees: ['B2', 'C2'] })
      .invite('A6', 'C')
      .accept('C4', 'A6')
    expect(participantIn(graph, 'C').claim?.unseen).toBe(true)
    graph.claim('C5', 2)
    expect(participantIn(graph, 'C').claim).toMatchObject({ event: idOf('C5'), unseen: false })
  })
})

describe('the levels that a member claimed', () => {
  it('are kept once there is more than one claim, each since when', () => {
    const once = beginning().claim('B3', 3, { iat: 2000 })
    expect(participantIn(once, 'B').levels).toBeUndefined()
    const changed = once.claim('B4', 3, { iat: 2100 }).claim('B5', 2, { iat: 2200 })
    expect(participantIn(changed, 'B').levels).toEqual([
      { at: 2000, level: 3 },
      { at: 2200, level: 2 },
    ])
  })
})
