import { describe, expect, it } from 'vitest'
import {
  accordOf,
  viewActions,
  viewDisputes,
  viewPlan,
  viewPromises,
  viewResolution,
} from '../../../src/core/cases/view-handling.ts'
import type { EventId } from '../../../src/core/kernel/id.ts'
import { beginning, idOf, memberOf } from '../../kit/case-graph.ts'
import { participantIn, stateOf } from '../../kit/case-given.ts'

const textsOf = (texts: Record<string, Record<string, unknown>>) =>
  new Map(Object.entries(texts).map(([name, slots]) => [idOf(name) as EventId, slots]))

describe('how a case is handled, as people see it', () => {
  it('shows the plan with who agreed to it', () => {
    const graph = beginning()
      .add('A5', 'plan-proposed', {
        version: 1,
        rhythmMinutes: 30,
        channel: 'chat',
        nextUpdate: 5000,
      })
      .add('B3', 'plan-agreed', { plan: '$A5' })
    expect(viewPlan(stateOf(graph), textsOf({ A5: { bridge: '#1' } }))).toMatchObject({
      version: 1,
      nextUpdate: '1970-01-01T01:23:20.000Z',
      texts: { bridge: '#1' },
      agreed: [{ member: memberOf('B') }],
    })
    expect(viewPlan(stateOf(beginning()), new Map())).toBeNull()
  })

  it('shows actions with their words', () => {
    const graph = beginning()
      .add('B3', 'action-added', { assignee: '@C' })
      .add('C3', 'action-answered', { action: '$B3', word: 'cannot' })
    const texts = textsOf({ B3: { text: 'swap it' }, C3: { note: 'no part here' } })
    expect(viewActions(stateOf(graph), texts)).toMatchObject([
      { state: 'cannot', text: 'swap it', answer: 'no part here', due: null },
    ])
  })

  it('shows promises kept and not', () => {
    const graph = beginning()
      .add('B3', 'slot-set', { key: 'next-update', value: 1200 })
      .add('B4', 'slot-set', { key: 'next-update', value: 1300 })
    expect(viewPromises(participantIn(graph, 'B')).map(({ keptAt }) => keptAt)).toEqual([
      '1970-01-01T00:18:10.000Z',
      null,
    ])
  })

  it('says which resolution counts, while it is the one that stands', () => {
    const graph = beginning()
      .add('B3', 'resolution-stated', { cause: 'defect' })
      .add('A5', 'case-closed', { code: 'solved', counts: '$B3' })
    const counts = () =>
      viewResolution(stateOf(graph), participantIn(graph, 'B'), new Map())?.counts
    expect(counts()).toBe(true)
    graph.add('B4', 'resolution-stated', { cause: 'usage' }, { sees: [] })
    expect(counts()).toBe(false)
  })

  it('shows who does not follow whom, and why', () => {
    const graph = beginning()
      .claim('A5', 2)
      .claim('B3', 4)
      .add('A6', 'lowering-refused', { member: '@B', claim: '$B3' })
    expect(viewDisputes(stateOf(graph), textsOf({ A6: { reason: 'still down' } }))).toMatchObject([
      { by: memberOf('A'), against: memberOf('B'), text: 'still down' },
    ])
  })

  it('says how claims stand to each other', () => {
    expect(accordOf([1, null], false)).toBe('none')
    expect(accordOf([2, 2, null], false)).toBe('agreed')
    expect(accordOf([2, 3], false)).toBe('open')
    expect(accordOf([2, 3], true)).toBe('disputed')
  })
})
