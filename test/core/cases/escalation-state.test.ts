import { describe, expect, it } from 'vitest'
import { endOf, type Escalation, type Side } from '../../../src/core/cases/escalation-state.ts'
import { idOf, memberOf } from '../../kit/case-graph.ts'

const [A, B, C] = [memberOf('A'), memberOf('B'), memberOf('C')]
const mark = (name: string, at = 10) => ({ event: idOf(name), at })
const criteria = { planDoneOrOnCourse: true, analysisOnCourse: true, customerAgreed: true }
const proposal = (name: string) => ({ ...mark(name), criteria, notice: 86_400 })

const escalation = (more: Partial<Escalation>): Escalation => ({
  by: B,
  at: 1,
  stated: mark('B3', 1),
  reason: 'no-progress',
  level: 'regional',
  questions: null,
  criticalDate: null,
  sides: {},
  ...more,
})
const silent: Side = {
  proposal: proposal('A5'),
  silence: { ...mark('A6', 20), proposal: idOf('A5') },
}

describe('the end of an escalation', () => {
  it('is none while its raiser wrote none and nobody’s silence holds', () => {
    expect(endOf(escalation({}))).toBeNull()
    expect(endOf(escalation({ sides: { [A]: { proposal: proposal('A5') } } }))).toBeNull()
  })

  it('is the raiser’s word before all', () => {
    const withdrawn = mark('B4', 30)
    expect(endOf(escalation({ withdrawn, sides: { [A]: silent } }))).toEqual({
      ...withdrawn,
      by: B,
      word: 'withdrawn',
      bySilence: false,
    })
  })

  it('is a silence about the proposal that stands', () => {
    expect(endOf(escalation({ sides: { [A]: silent } }))).toMatchObject({ by: A, bySilence: true })
    const replaced = { ...silent, proposal: proposal('A7') }
    expect(endOf(escalation({ sides: { [A]: replaced } }))).toBeNull()
  })

  it('is none where the raiser objects to that proposal, and is where it objected to another', () => {
    const objection = (name: string) => ({ [A]: { ...mark('B5'), proposal: idOf(name) } })
    const sides = { [A]: silent }
    expect(endOf(escalation({ sides, objections: objection('A5') }))).toBeNull()
    expect(endOf(escalation({ sides, objections: objection('A4') }))?.word).toBe('ended')
  })

  it('holds by one member’s silence although another’s was objected to', () => {
    const other: Side = {
      proposal: proposal('C4'),
      silence: { ...mark('C6', 25), proposal: idOf('C4') },
    }
    const objections = { [A]: { ...mark('B5'), proposal: idOf('A5') } }
    expect(endOf(escalation({ sides: { [A]: silent, [C]: other }, objections }))?.by).toBe(C)
  })
})
