import { describe, expect, it } from 'vitest'
import { textEventsOf } from '../../../src/core/cases/view.ts'
import { owesAnswer, viewEscalations } from '../../../src/core/cases/view-escalation.ts'
import type { EventId } from '../../../src/core/kernel/id.ts'
import { beginning, type Graph, idOf, memberOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

const on = { escalation: '$B3' }
const raised = (body = {}): Graph =>
  beginning().add('B3', 'escalation-raised', { reason: 'no-progress', ...body })
const acknowledged = (): Graph =>
  raised().add('A5', 'escalation-answered', { ...on, word: 'acknowledged' })
const active = (): Graph =>
  acknowledged()
    .add('A6', 'escalation-plan-proposed', { ...on, version: 1 })
    .add('B4', 'escalation-plan-agreed', { ...on, plan: '$A6' })
const declined = (letter: string, name: string, graph: Graph): Graph =>
  graph.add(`${letter}${name}`, 'escalation-answered', { ...on, word: 'declined', code: 'other' })
const setting = (name: string): Graph => (SETTINGS[name] ?? beginning)()

describe('an escalation as people see it', () => {
  it.each([
    ['requested', raised()],
    ['requested', declined('A', '5', raised())],
    ['declined', declined('C', '3', declined('A', '5', raised()))],
    ['acknowledged', declined('C', '3', acknowledged())],
    ['active', active()],
    ['on-track', active().add('A7', 'escalation-on-track', { ...on, onTrack: true })],
    [
      'active',
      active()
        .add('A7', 'escalation-on-track', { ...on, onTrack: true })
        .add('C3', 'escalation-on-track', { ...on, onTrack: false }),
    ],
    ['withdrawn', active().add('B5', 'escalation-withdrawn', on)],
    ['ended', setting('silenced')],
    ['abandoned', active().add('B5', 'participant-left', { code: 'other' })],
  ])('is %s', (word, graph) => {
    expect(viewEscalations(stateOf(graph), new Map())[0]?.state).toBe(word)
  })

  it('shows each side with its words, and what was objected to', () => {
    const texts = new Map<EventId, Record<string, unknown>>([
      [idOf('B3'), { justification: 'a week' }],
      [idOf('A6'), { plan: 'more hands' }],
      [idOf('B4'), { reason: 'not yet' }],
    ])
    const s = stateOf(setting('escalated'))
    const [shown] = viewEscalations(s, texts)
    expect(shown).toMatchObject({ open: true, texts: { justification: 'a week' }, end: null })
    expect(shown?.sides.find(({ member }) => member === memberOf('A'))).toMatchObject({
      answer: { word: 'acknowledged' },
      plan: { version: 1, agreed: false, text: 'more hands' },
      proposal: { objection: 'not yet', silentUntil: '1970-01-02T00:18:40.000Z' },
    })
    expect(textEventsOf(s)).toEqual(expect.arrayContaining([idOf('B3'), idOf('A6'), idOf('B4')]))
  })

  it('says how it ended', () => {
    const [shown] = viewEscalations(stateOf(setting('silenced')), new Map())
    expect(shown).toMatchObject({
      open: false,
      end: { word: 'ended', by: memberOf('C'), bySilence: true, checklist: null },
    })
  })

  it('waits for whoever was asked and has not answered, and for nobody where it only informs', () => {
    const s = stateOf(acknowledged())
    expect(['A', 'B', 'C'].filter((member) => owesAnswer(s, memberOf(member)))).toEqual(['C'])
    const informed = stateOf(raised({ oneSided: true }))
    expect(['A', 'B', 'C'].filter((member) => owesAnswer(informed, memberOf(member)))).toEqual([])
  })
})
