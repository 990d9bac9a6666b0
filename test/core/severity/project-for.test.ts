import { describe, expect, it } from 'vitest'
import { toNative } from '../../../src/core/severity/mapping.ts'
import { type Circumstances, projectFor } from '../../../src/core/severity/project-for.ts'
import { LEVELS, type SharedLevel } from '../../../src/core/severity/scale.ts'
import { mappings, ok, preset, refused } from './kit.ts'

const WILLING: Circumstances = { plan: null, contact: 'given', phone: 'promised' }
const sent = (id: string, level: SharedLevel, more: Partial<Circumstances> = {}) =>
  ok(projectFor(preset(id), level, { ...WILLING, ...more }))

describe('the level that is sent', () => {
  it('is that of the rounding rule where nothing stands in the way', () => {
    for (const mapping of mappings)
      for (const level of LEVELS)
        expect(ok(projectFor(mapping, level, WILLING))).toMatchObject({
          ...toNative(mapping, level),
          reason: null,
          ruledOut: [],
          alarm: false,
        })
  })

  it('is milder with an alarm where the plan lacks the rest', () => {
    expect(sent('ibm-cloud', 1, { plan: 'basic' })).toMatchObject({
      code: '4',
      result: 'down',
      reason: 'entitlement',
      alarm: true,
      ruledOut: [
        { code: '1', why: 'entitlement' },
        { code: '2', why: 'entitlement' },
        { code: '3', why: 'entitlement' },
      ],
    })
  })

  it('is milder without a contact, and says that this is why', () => {
    expect(sent('microsoft-azure', 1, { contact: 'none' })).toMatchObject({
      code: 'Severity B',
      asked: 1,
      level: 2,
      result: 'down',
      reason: 'no-contact',
      alarm: true,
      unmet: [],
    })
  })

  it('waits for a call that is promised, is met by one that was made, goes round one that nobody makes', () => {
    const adobe = 'Level 1 - Critical'
    expect(sent('adobe', 1)).toMatchObject({ code: adobe, levelDuties: ['call'], unmet: ['call'] })
    expect(sent('adobe', 1, { phone: 'made' })).toMatchObject({ code: adobe, unmet: [] })
    expect(sent('adobe', 1, { phone: 'none' })).toMatchObject({
      code: 'Level 2 - Urgent',
      reason: 'no-call',
      alarm: true,
    })
  })

  it('needs no call inside the hours of a vendor that wants one only outside them', () => {
    const none = { phone: 'none' } as const
    expect(sent('exasol', 1, { ...none, hours: 'inside' })).toMatchObject({
      code: 'Critical (Blocker)',
      unmet: [],
      reason: null,
    })
    expect(sent('exasol', 1, { ...none, hours: 'outside' })).toMatchObject({
      code: 'Normal',
      reason: 'no-call',
    })
  })

  it('names the entitlement where a level lacks that and a contact as well', () => {
    const both = { plan: 'Developer', contact: 'none' } as const
    expect(sent('microsoft-azure', 1, both)).toMatchObject({
      code: 'Severity C',
      reason: 'entitlement',
    })
  })

  it('is another one of the same shared level without an alarm', () => {
    expect(sent('databricks', 1, { excluded: ['Standard Support Severity 1'] })).toMatchObject({
      code: 'Mission Critical Severity',
      result: 'exact',
      reason: 'entitlement',
      alarm: false,
    })
  })

  it('warns of level 1 in business hours, by the plan and by the channel', () => {
    expect(sent('suse', 1, { plan: 'Standard' }).warnings).toEqual(['business-hours'])
    expect(sent('suse', 1, { plan: 'Priority' }).warnings).toEqual([])
    expect(sent('suse', 2, { plan: 'Standard' }).warnings).toEqual([])
    expect(sent('akenza', 1).warnings).toEqual(['business-hours'])
    expect(sent('hivemq', 1, { channel: 'web' }).warnings).toEqual(['business-hours'])
    expect(sent('hivemq', 1, { phone: 'made' }).warnings).toEqual([])
  })

  it('warns of a plan that the scheme does not know: no entitlement could be looked up', () => {
    expect(sent('ibm-cloud', 1, { plan: 'Bassic' })).toMatchObject({
      code: '1',
      warnings: ['plan-unknown'],
    })
  })
})

describe('refuses', () => {
  it('to exclude a code that the scheme lacks', () => {
    const refusal = refused(projectFor(preset('suse'), 1, { ...WILLING, excluded: ['1'] }))
    expect(refusal).toMatchObject({ code: 'severity-code-unknown', field: 'excluded.0' })
  })

  it('where no level is left', () => {
    const mapping = preset('kernel-enterprise')
    const codes = mapping.scheme.levels.map(({ code }) => code)
    expect(refused(projectFor(mapping, 1, { ...WILLING, excluded: codes })).code).toBe(
      'severity-none-open',
    )
  })
})
