import { describe, expect, it } from 'vitest'
import { draftEscalation } from '../../../src/core/cases/draft-escalation.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { beginning, idOf, memberOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

const escalated = () => stateOf((SETTINGS['escalated'] ?? beginning)())
const [A, C] = [memberOf('A'), memberOf('C')]
const escalation = idOf('B3')

describe('a draft on an escalation', () => {
  it('counts the author’s own plans', () => {
    const plan = { type: 'propose-escalation-plan', escalation, plan: 'more hands' } as const
    expect(draftEscalation(escalated(), plan, A)).toMatchObject({
      body: { version: 2 },
      texts: { plan: { readers: 'case', value: 'more hands' } },
    })
    const begun = beginning().add('B3', 'escalation-raised', { reason: 'expertise' })
    expect(draftEscalation(stateOf(begun), plan, A)).toMatchObject({ body: { version: 1 } })
  })

  it('names the proposal that stands', () => {
    const objection = { type: 'object-to-escalation-end', escalation, member: C } as const
    expect(draftEscalation(escalated(), objection, memberOf('B'))).toMatchObject({
      body: { member: C, proposal: idOf('C4') },
    })
    const silence = { type: 'end-escalation-by-silence', escalation } as const
    expect(draftEscalation(escalated(), silence, C)).toMatchObject({
      body: { proposal: idOf('C4') },
    })
  })

  it('is refused where there is nothing to name', () => {
    const silence = { type: 'end-escalation-by-silence', escalation } as const
    expect(draftEscalation(escalated(), silence, memberOf('D'))).toEqual(
      new Refusal('target-unknown'),
    )
    expect(draftEscalation(stateOf(beginning()), silence, A)).toEqual(
      new Refusal('escalation-unknown'),
    )
  })

  it('leaves out the texts that nobody wrote', () => {
    const raise = {
      type: 'raise-escalation',
      reason: 'security',
      level: 'global',
      criticalDate: '2026-12-01',
      justification: 'keys are out',
      questions: null,
    } as const
    expect(draftEscalation(stateOf(beginning()), raise, A)).toMatchObject({
      body: { coupled: false, oneSided: false, criticalDate: '2026-12-01' },
      texts: { justification: { readers: 'case', value: 'keys are out' } },
    })
  })
})
