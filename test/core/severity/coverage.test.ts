import { describe, expect, it } from 'vitest'
import { type CoverageQuestion, figuresOf } from '../../../src/core/severity/coverage.ts'
import { natives, preset } from './kit.ts'

const top = (id: string, question: Partial<CoverageQuestion>) => {
  const [level] = preset(id).scheme.levels
  if (!level) throw new Error(`${id} has no levels`)
  return figuresOf(level, { plan: null, channel: 'api', ...question })
}

describe('the figures of a level', () => {
  it('are those of the plan, found whatever its spelling', () => {
    expect(top('suse', { plan: ' standard' })).toEqual({
      plan: 'Standard',
      source: 'given',
      coverage: 'business',
      response: { minutes: 120, text: '2 business hours (12x5)' },
      waitsFor: [],
    })
    expect(top('suse', { plan: 'Priority' })).toMatchObject({ source: 'given', coverage: '24x7' })
  })

  it('are those of the main plan, under its name, where none is known', () => {
    expect(top('suse', {})).toMatchObject({ plan: 'Priority', source: 'main', coverage: '24x7' })
  })

  it('are none for a plan that the scheme does not describe: nothing is taken from another', () => {
    expect(top('suse', { plan: 'Platinum' })).toEqual({
      plan: 'Platinum',
      source: 'none',
      coverage: null,
      response: null,
      waitsFor: [],
    })
  })

  it('depend on the call where the vendor works round the clock only after one', () => {
    const web = top('hivemq', { plan: 'Extended', channel: 'web' })
    expect(web).toMatchObject({ coverage: 'business', waitsFor: ['phoned'] })
    expect(web.response?.minutes).toBe(240)
    const phone = top('hivemq', { plan: 'Extended', channel: 'phone' })
    expect(phone).toMatchObject({ coverage: '24x7', waitsFor: [] })
    const basic = top('hivemq', { plan: 'Basic', channel: 'web' })
    expect(basic).toMatchObject({ coverage: 'business', waitsFor: [] })
  })

  it('wait for an escalation, or for the vendor to set the level, where they hold only then', () => {
    const before = top('exoscale', { plan: 'Enterprise' })
    expect(before).toMatchObject({ response: null, waitsFor: ['escalated'] })
    const after = top('exoscale', { plan: 'Enterprise', met: ['escalated'] })
    expect(after).toMatchObject({ response: { minutes: 30 }, waitsFor: [] })
    expect(top('exoscale', { plan: 'Pro' })).toMatchObject({ waitsFor: ['escalated'] })
    expect(top('exoscale', { plan: 'Starter' })).toMatchObject({
      response: { minutes: 240 },
      waitsFor: [],
    })
    expect(top('github-support', {})).toMatchObject({ waitsFor: ['vendor-sets-level'] })
  })

  it('wait for nothing once everything happened, at every shipped level', () => {
    for (const { level } of natives)
      for (const plan of [
        null,
        level.plan ?? null,
        ...(level.otherPlans ?? []).map((p) => p.plan),
      ]) {
        const met = ['escalated', 'vendor-sets-level'] as const
        expect(figuresOf(level, { plan, channel: 'phone', met }).waitsFor).toEqual([])
      }
  })
})
