import { describe, expect, it } from 'vitest'
import { findPreset, openPreset, presets, presetText } from '../../../src/core/severity/preset.ts'
import { ok, refused } from './kit.ts'

const tally = <T extends string>(values: readonly (T | undefined)[]) => {
  const counts: Partial<Record<T | 'unseen', number>> = {}
  for (const value of values) counts[value ?? 'unseen'] = (counts[value ?? 'unseen'] ?? 0) + 1
  return counts
}

describe('the shipped schemes', () => {
  it('are 73 of 60 vendors, each with the pages it was read from', () => {
    expect(presets()).toHaveLength(73)
    expect(new Set(presets().map(({ vendor }) => vendor)).size).toBe(60)
    for (const { sources, retrieved } of presets()) {
      expect(sources.length).toBeGreaterThan(0)
      expect(retrieved).toBe('2026-11-21')
    }
    expect(tally(presets().map(({ sourceQuality }) => sourceQuality))).toEqual({
      vendor: 58,
      'vendor-mirror': 6,
      'third-party': 7,
      standard: 2,
    })
  })

  it('keep the published facts, level by level', () => {
    const levels = presets().flatMap((scheme) => scheme.levels)
    expect(levels).toHaveLength(293)
    expect(tally(levels.map(({ coverage }) => coverage))).toMatchObject({ unseen: 156 })
    expect(levels.filter(({ response }) => response?.minutes !== undefined)).toHaveLength(125)
    expect(levels.filter(({ response }) => response?.businessDays !== undefined)).toHaveLength(33)
    expect(levels.filter(({ update }) => update?.text !== undefined)).toHaveLength(19)
    expect(levels.filter(({ otherPlans }) => otherPlans)).toHaveLength(72)
    expect(levels.filter(({ requiresPhone }) => requiresPhone === false)).toHaveLength(15)
    expect(levels.filter(({ requires24x7Contact }) => requires24x7Contact)).toHaveLength(11)
  })

  it('name the levels that exist for some plans only', () => {
    const conditioned = presets().flatMap(({ id, levels }) =>
      levels.flatMap(({ code, planCondition }) => (planCondition ? [`${id} ${code}`] : [])),
    )
    expect(conditioned).toEqual([
      'microsoft-azure-api highestcriticalimpact',
      'aws critical',
      'google-cloud-api P0',
      'atlassian-cloud L5',
      'github-support Urgent',
      'databricks Mission Critical Severity',
    ])
  })

  it('are found by id, opened by id, and unknown otherwise', async () => {
    expect(ok(findPreset('suse')).vendor).toBe('SUSE')
    expect(ok(await openPreset('suse')).scheme).toEqual(findPreset('suse'))
    for (const id of ['SUSE', '', '__proto__', 'constructor']) {
      expect(refused(findPreset(id)).code).toBe('scheme-unknown')
      expect(refused(presetText(id)).code).toBe('scheme-unknown')
      expect(refused(await openPreset(id)).code).toBe('scheme-unknown')
    }
  })
})
