import { describe, expect, it } from 'vitest'
import { openEscalations } from '../../../src/core/cases/case.ts'
import { escalationOf } from '../../../src/core/cases/escalation.ts'
import { beginning, type Graph, idOf, memberOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const on = { escalation: '$B3' }
const criteria = { planDoneOrOnCourse: true, analysisOnCourse: true, customerAgreed: false }
const DAY = 86_400
const proposed = (): Graph =>
  beginning()
    .add('B3', 'escalation-raised', { reason: 'no-progress' })
    .add('A5', 'escalation-end-proposed', { ...on, criteria, notice: DAY })
const sidesOf = (graph: Graph) => escalationOf(stateOf(graph), idOf('B3'))?.sides ?? {}

describe('what the others say of an escalation', () => {
  it('stands on the side of each, the latest word of each kind', () => {
    const graph = proposed()
      .add('A6', 'escalation-answered', { ...on, word: 'acknowledged' })
      .add('A7', 'escalation-plan-proposed', { ...on, version: 1 })
      .add('A8', 'escalation-plan-proposed', { ...on, version: 2 })
      .add('C3', 'escalation-answered', { ...on, word: 'declined', code: 'below-entry-level' })
      .add('C4', 'escalation-on-track', { ...on, onTrack: false })
    expect(sidesOf(graph)).toMatchObject({
      [memberOf('A')]: { answer: { word: 'acknowledged' }, plan: { version: 2 } },
      [memberOf('C')]: { answer: { code: 'below-entry-level' }, onTrack: { onTrack: false } },
    })
  })

  it('ends it by silence from the exact second of the notice', () => {
    const silence = { ...on, proposal: '$A5' }
    const early = proposed().add('A6', 'escalation-ended-by-silence', silence, {
      iat: 1090 + DAY - 1,
    })
    expect(openEscalations(stateOf(early))).toEqual([idOf('B3')])
    const late = proposed().add('A6', 'escalation-ended-by-silence', silence, { iat: 1090 + DAY })
    expect(openEscalations(stateOf(late))).toEqual([])
  })

  it('never ends it by silence where the proposal sets no notice', () => {
    const graph = beginning()
      .add('B3', 'escalation-raised', { reason: 'no-progress' })
      .add('A5', 'escalation-end-proposed', { ...on, criteria })
      .add('A6', 'escalation-ended-by-silence', { ...on, proposal: '$A5' }, { iat: 9_000_000 })
    expect(openEscalations(stateOf(graph))).toEqual([idOf('B3')])
  })
})
