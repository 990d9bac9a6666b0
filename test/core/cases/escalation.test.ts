import { describe, expect, it } from 'vitest'
import { effectiveLevel, openEscalations, statusOf } from '../../../src/core/cases/case.ts'
import { escalationOf } from '../../../src/core/cases/escalation.ts'
import { beginning, type Graph, idOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const raised = (): Graph => beginning().add('B3', 'escalation-raised', { reason: 'no-progress' })
const on = { escalation: '$B3' }
const close = { code: 'solved' }

describe('an escalation', () => {
  it('is an object of its own and moves no severity', () => {
    const graph = beginning()
      .claim('A5', 4)
      .add('B3', 'escalation-raised', {
        reason: 'no-progress',
        level: 'global',
        coupled: true,
        questions: {
          problemConfirmed: true,
          impactDescribed: true,
          workaround: 'unusable',
          milestone: null,
        },
      })
    const s = stateOf(graph)
    expect(effectiveLevel(s)).toBe(4)
    expect(escalationOf(s, idOf('B3'))).toMatchObject({ level: 'global', coupled: true, sides: {} })
  })

  it('is one at a time for each raiser, and another once it is over', () => {
    const graph = raised()
      .add('C3', 'escalation-raised', { reason: 'security' })
      .add('B4', 'escalation-raised', { reason: 'security' })
      .add('B5', 'escalation-withdrawn', on)
      .add('B6', 'escalation-raised', { reason: 'expertise' })
    expect(openEscalations(stateOf(graph))).toEqual([idOf('C3'), idOf('B6')])
  })

  it('goes to the next level by being stated anew', () => {
    const graph = raised().add('B4', 'escalation-restated', {
      ...on,
      reason: 'business-impact',
      level: 'regional',
      criticalDate: '2026-12-01',
    })
    expect(escalationOf(stateOf(graph), idOf('B3'))).toMatchObject({
      reason: 'business-impact',
      level: 'regional',
      criticalDate: '2026-12-01',
      stated: { event: idOf('B4') },
    })
  })

  it('keeps a case from being closed until it is over', () => {
    expect(statusOf(stateOf(raised().add('A5', 'case-closed', close)))).toBe('open')
    const over = raised().add('B4', 'escalation-withdrawn', on).add('A5', 'case-closed', close)
    expect(statusOf(stateOf(over))).toBe('closed')
  })

  it('contests a close that it crossed (T8), for as long as it is open', () => {
    const graph = beginning()
      .add('A5', 'case-closed', close, { sees: ['B2', 'C2'] })
      .add('B3', 'escalation-raised', { reason: 'no-progress' }, { sees: ['C2'] })
    expect(statusOf(stateOf(graph))).toBe('closed-contested')
    expect(statusOf(stateOf(graph.add('A6', 'case-closed', close)))).toBe('closed-contested')
    graph.add('B4', 'escalation-withdrawn', on).add('A7', 'case-closed', close)
    expect(statusOf(stateOf(graph))).toBe('closed')
  })

  it('binds nobody once its raiser takes no part any more', () => {
    const graph = raised()
      .add('B4', 'participant-left', { code: 'other' })
      .add('A5', 'case-closed', close)
    expect(statusOf(stateOf(graph))).toBe('closed')
  })

  it('ends by the raiser’s own recorded agreement', () => {
    const checklist = { planDoneOrOnCourse: true, analysisOnCourse: false, agreed: true }
    const graph = raised().add('B4', 'escalation-ended', { ...on, checklist })
    expect(escalationOf(stateOf(graph), idOf('B3'))?.ended).toEqual({
      event: idOf('B4'),
      at: 1090,
      proposal: null,
      planDoneOrOnCourse: true,
      analysisOnCourse: false,
    })
  })
})
