import { describe, expect, it } from 'vitest'
import { gateRaise, needsApproval, type RaisePolicy } from '../../../src/core/severity/role-gate.ts'
import { LEVELS } from '../../../src/core/severity/scale.ts'

const policy: RaisePolicy = {
  roles: ['agent', 'team leader', 'manager'],
  gates: [
    { level: 2, role: 'team leader' },
    { level: 1, role: 'manager' },
  ],
  approvalSeconds: 900,
}

describe('a raise', () => {
  it('waits for the highest role that its level asks', () => {
    expect(LEVELS.map((level) => needsApproval(policy, level, 'agent'))).toEqual([
      'manager',
      'team leader',
      null,
      null,
    ])
    expect(needsApproval(policy, 1, 'team leader')).toBe('manager')
    expect(LEVELS.map((level) => needsApproval(policy, level, 'manager'))).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('by somebody without a listed role waits as the least one would', () => {
    expect(needsApproval(policy, 2, 'bot')).toBe('team leader')
    expect(needsApproval({ ...policy, gates: [] }, 1, 'bot')).toBeNull()
  })

  it('that waits leaves the level as it is and runs a timer', () => {
    const asked = { current: 3, wanted: 1, role: 'agent', at: 100 } as const
    expect(gateRaise(policy, asked)).toEqual({
      level: 3,
      pending: { level: 1, needs: 'manager', due: 1000 },
    })
    expect(gateRaise(policy, { ...asked, current: null }).level).toBeNull()
    expect(gateRaise(policy, { ...asked, role: 'manager' })).toEqual({ level: 1, pending: null })
  })

  it('is none where the level falls or stays: that needs no role', () => {
    for (const wanted of [1, 2, 4] as const)
      expect(gateRaise(policy, { current: 1, wanted, role: 'agent', at: 0 })).toEqual({
        level: wanted,
        pending: null,
      })
  })
})
