// All 87 hard cases of the severity lessons: 62 are computed, entitlements included; 25 are policy and told as stories.
import { describe, expect, it } from 'vitest'
import { translate } from '../../../src/core/severity/mapping.ts'
import { projectFor } from '../../../src/core/severity/project-for.ts'
import hardCases from '../../vectors/severity/hard-cases.json' with { type: 'json' }
import { stories } from './hard-stories.ts'
import { ok, preset } from './kit.ts'

const computed = hardCases.filter(({ result }) => result !== 'policy')
const unlimited = computed.filter(({ result }) => result !== 'down')
const limited = computed.filter(({ result }) => result === 'down')
const policy = hardCases.filter(({ result }) => result === 'policy')

describe('the hard cases', () => {
  it('are 62 computed rows, three of them capped by a plan, and 25 stories, one for each policy row', () => {
    expect([hardCases.length, computed.length, limited.length]).toEqual([87, 62, 3])
    expect(policy).toHaveLength(25)
    expect(Object.keys(stories).map(Number)).toEqual(policy.map(({ n }) => n))
  })
})

describe('the computed rows', () => {
  it.each(unlimited)(
    'row $n: $from_scheme $level becomes $to_scheme $expected ($result)',
    ({ from_scheme, level, shared, to_scheme, expected, result }) => {
      const { from, to } = translate(preset(from_scheme), level, preset(to_scheme))
      expect(from).toMatchObject({ result: 'exact', native: level })
      expect(String(from.level)).toBe(shared)
      expect({ code: to.code, result: to.result }).toEqual({ code: expected, result })
      const sent = projectFor(preset(to_scheme), from.level, {
        plan: null,
        contact: 'given',
        phone: 'made',
      })
      expect(ok(sent)).toMatchObject({ code: expected, result, reason: null, alarm: false })
    },
  )

  it.each(limited)(
    'row $n: $from_scheme $level becomes $to_scheme $expected (down, the plan $plan lacks the rest)',
    ({ from_scheme, level, to_scheme, expected, plan }) => {
      const { from, to } = translate(preset(from_scheme), level, preset(to_scheme))
      expect(to.result).toBe('exact')
      const sent = projectFor(preset(to_scheme), from.level, {
        plan: plan ?? null,
        contact: 'given',
        phone: 'made',
      })
      expect(ok(sent)).toMatchObject({
        code: expected,
        asked: from.level,
        result: 'down',
        reason: 'entitlement',
        alarm: true,
        warnings: [],
      })
    },
  )
})

describe('the policy rows', () => {
  it.each(policy.map((row) => ({ ...row, title: stories[row.n]?.title })))(
    'row $n: $title',
    ({ n, from_scheme, to_scheme, expected }) => {
      const story = stories[n]
      if (!story) throw new Error(`row ${n} has no story`)
      expect.hasAssertions()
      story.tell({ from: from_scheme, to: to_scheme, expected })
    },
  )
})
