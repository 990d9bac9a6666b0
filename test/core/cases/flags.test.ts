import { describe, expect, it } from 'vitest'
import { disputes, flagsOf } from '../../../src/core/cases/flags.ts'
import { answerOf, beginning, Graph, memberOf } from '../../kit/case-graph.ts'
import { participantIn, stateOf } from '../../kit/case-given.ts'

const flags = (graph: Graph): string[] => flagsOf(stateOf(graph))
const called = (): Graph =>
  new Graph().open('A1').add('A2', 'engagement-requested', {
    invitee: '@B',
    keys: ['#kB'],
    phone: { at: 900 },
    levelDuties: ['call'],
  })

const confirmed = (yes: boolean) => ({ ...answerOf('B', 'A2'), confirmed: yes })

describe('flags', () => {
  it('are none of an ordinary case', () => {
    expect(flags(beginning())).toEqual([])
  })

  it('say that a phone hand-off is not confirmed, or disputed, and that a duty of the level is unmet', () => {
    expect(flags(called())).toEqual(['level-duty-unmet', 'phone-unconfirmed'])
    const graph = called().add('B1', 'call-confirmed', confirmed(false))
    expect(flags(graph)).toEqual(['level-duty-unmet', 'phone-disputed'])
    graph
      .add('B2', 'call-confirmed', confirmed(true))
      .add('A3', 'level-duty-met', { engagement: '$A2', duty: 'call' })
    expect(flags(graph)).toEqual([])
  })

  it('say nothing of a hand-off that was taken back', () => {
    const withdrawn = { engagement: '$A2', code: 'mistake' }
    expect(flags(called().add('A3', 'engagement-withdrawn', withdrawn))).toEqual([])
  })

  it('say that a gravest claim came without what it must say, until it follows another', () => {
    const bare = beginning().add('B3', 'severity-claimed', { level: 1, reason: 'impact-changed' })
    expect(flags(bare)).toEqual(['claim-unsupported'])
    expect(flags(beginning().claim('B3', 1))).toEqual([])
    const agreed = beginning().add('B3', 'severity-claimed', { level: 1, reason: 'agreed' })
    expect(flags(agreed)).toEqual([])
  })

  it('say that the case is escalated while an escalation is open', () => {
    const graph = beginning().add('B3', 'escalation-raised', { reason: 'security' })
    expect(flags(graph)).toEqual(['escalated'])
    expect(flags(graph.add('B4', 'escalation-withdrawn', { escalation: '$B3' }))).toEqual([])
  })
})

const disputed = (): Graph =>
  beginning()
    .claim('A5', 2)
    .claim('B3', 3)
    .add('A6', 'lowering-refused', { member: '@B', claim: '$B3' })

describe('a dispute over severity', () => {
  it('holds while both claims stand and the refuser’s is graver', () => {
    expect(disputes(stateOf(disputed()), participantIn(disputed(), 'A'))).toEqual([memberOf('B')])
    expect(flags(disputed())).toEqual(['severity-disputed'])
  })

  it.each([
    ['follows', disputed().claim('A7', 3)],
    ['is met halfway', disputed().claim('B4', 2)],
    ['claims otherwise', disputed().claim('B4', 4)],
  ])('is over once one of the two %s', (_, graph) => {
    expect(flags(graph)).toEqual([])
  })
})
