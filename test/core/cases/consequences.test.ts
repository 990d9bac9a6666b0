import { describe, expect, it } from 'vitest'
import { deliveriesOf } from '../../../src/core/cases/consequences.ts'
import type { CaseEvent } from '../../../src/core/cases/event.ts'
import { Graph, beginning, letterOf, memberOf, nameOf, openedAll } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

/** Who gets which events when the graph's last event was just written. */
function sent(graph: Graph, inviters: readonly string[] = []): string[] {
  const before = new Graph()
  before.events.push(...graph.events.slice(0, -1))
  const opened = openedAll(graph.events).at(-1)
  if (!opened) throw new Error('nothing was written')
  const event: CaseEvent = { ...opened, at: 0, depth: 0 }
  return deliveriesOf(stateOf(before), stateOf(graph), event, inviters.map(memberOf)).map(
    (d) => `${letterOf(d.partner)} ${nameOf(d.event)}${d.grave ? ' grave' : ''}`,
  )
}

describe('what leaves with an event', () => {
  it('goes to every other participant', () => {
    expect(sent(beginning().add('A5', 'note-added')).toSorted()).toEqual(['B A5', 'C A5'])
  })

  it('brings an invitee its bundle, and others the invitation', () => {
    expect(sent(beginning().invite('A5', 'D')).toSorted()).toEqual(['B A5', 'C A5', 'D A1', 'D A5'])
  })

  it('tells an invitee that its invitation was withdrawn', () => {
    const graph = beginning()
      .invite('A5', 'D')
      .add('A6', 'engagement-withdrawn', { engagement: '$A5', code: 'solved' })
    expect(sent(graph)).toContain('D A6')
  })

  it('tells a removed member, and those whom a member leaves', () => {
    expect(
      sent(beginning().add('A5', 'member-removed', { member: '@C', code: 'other' })),
    ).toContain('C A5')
    expect(sent(beginning().add('B3', 'participant-left', { code: 'other' })).toSorted()).toEqual([
      'A B3',
      'C B3',
    ])
  })

  it('answers those whom only the invitation names', () => {
    const graph = new Graph().open('A1').invite('A2', 'B').accept('B1', 'A2')
    expect(sent(graph, ['C']).toSorted()).toEqual(['A B1', 'C B1'])
  })

  it('is grave while the effective severity is the gravest', () => {
    expect(sent(beginning().claim('A5', 1)).toSorted()).toEqual(['B A5 grave', 'C A5 grave'])
  })
})
