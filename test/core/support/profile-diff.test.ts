import { describe, expect, it } from 'vitest'
import { findSupportPreset } from '../../../src/core/support/preset.ts'
import { diffProfiles } from '../../../src/core/support/profile-diff.ts'
import type { SupportProfile } from '../../../src/core/support/support-profile.ts'
import { sure } from './kit.ts'

const SUN = sure(findSupportPreset('follow-the-sun')).profile
const said = (older: SupportProfile, newer: SupportProfile): string[] =>
  diffProfiles(older, newer).map(({ part, key, change }) => `${part} ${key} ${change}`)

describe('what changed between two support profiles', () => {
  it('is nothing where only the version differs, or the order of members', () => {
    const [first, ...others] = SUN.targets
    if (!first) throw new Error('the preset promises something')
    const { clock, ...rest } = first
    const turned = { ...SUN, version: 'x', targets: [{ ...rest, clock }, ...others].toReversed() }
    expect(said(SUN, turned)).toEqual([])
  })

  it('is what came, went or changed, each with both values', () => {
    const one: SupportProfile = {
      ...SUN,
      plans: [{ id: 'gold', name: 'Gold' }],
      products: [],
      targets: [
        { clock: 'acknowledge', level: 1, within: { minutes: 30 } },
        { clock: 'acknowledge', level: 1, plan: 'gold', channel: 'api', within: { minutes: 20 } },
      ],
    }
    const other: SupportProfile = {
      ...one,
      plans: [{ id: 'gold', name: 'Golden' }],
      products: [{ code: 'arr-9', regions: ['emea'] }],
      targets: [{ clock: 'acknowledge', level: 1, within: { minutes: 15 } }],
    }
    expect(said(one, other)).toEqual([
      'plan gold changed',
      'product arr-9 added',
      'target acknowledge 1 changed',
      'target acknowledge 1, plan gold, channel api removed',
    ])
    expect(diffProfiles(one, other)[2]).toMatchObject({
      from: { within: { minutes: 30 } },
      to: { within: { minutes: 15 } },
    })
    expect(diffProfiles(one, other)[1]).toMatchObject({ from: null })
  })

  it('is also who answers first', () => {
    const turned = { ...SUN, regions: SUN.regions.toReversed() }
    expect(said(SUN, turned)).toEqual(['region order changed'])
    expect(said(SUN, { ...SUN, regions: SUN.regions.slice(1) })).toEqual(['region emea removed'])
  })
})
