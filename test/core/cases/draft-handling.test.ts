import { describe, expect, it } from 'vitest'
import { draftHandling } from '../../../src/core/cases/draft-handling.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { beginning, idOf, keyOf, memberOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const [A, B] = [memberOf('A'), memberOf('B')]
const s = stateOf(
  beginning().add('A5', 'plan-proposed', { version: 4, rhythmMinutes: 60, channel: 'mail' }),
)

describe('a draft of how a case is handled', () => {
  it('is the next version of the plan', () => {
    const plan = {
      type: 'propose-plan',
      rhythmMinutes: 30,
      channel: 'conference',
      nextUpdate: null,
      bridge: '+49 30 1',
    } as const
    expect(draftHandling(s, plan, A)).toMatchObject({
      type: 'plan-proposed',
      body: { version: 5, rhythmMinutes: 30 },
      texts: { bridge: { value: '+49 30 1' } },
    })
  })

  it('agrees to the plan that stands, if there is one', () => {
    expect(draftHandling(s, { type: 'agree-plan' }, B)).toMatchObject({
      body: { plan: idOf('A5') },
    })
    const none = stateOf(beginning())
    expect(draftHandling(none, { type: 'agree-plan' }, B)).toEqual(new Refusal('target-unknown'))
  })

  it('refuses to follow the claim that stands', () => {
    const claimed = stateOf(beginning().claim('A5', 3))
    const refuse = { type: 'refuse-lowering', member: A } as const
    expect(draftHandling(claimed, refuse, B)).toMatchObject({
      body: { member: A, claim: idOf('A5') },
    })
    expect(draftHandling(s, refuse, B)).toEqual(new Refusal('claim-unknown'))
  })

  it('shows keys in the words of an invitee', () => {
    const keys = [keyOf('kB')]
    const word = { type: 'acknowledge-engagement', engagement: idOf('A2'), keys } as const
    expect(draftHandling(s, word, B)).toMatchObject({
      body: { engagement: idOf('A2'), keys, algs: ['ES256'], automatic: false },
    })
  })
})
