import { describe, expect, it } from 'vitest'
import { suspendMember } from '../../../src/flows/members/admit-member.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { rotateKeys } from '../../../src/flows/members/rotate-keys.ts'
import { trustOf } from '../../../src/flows/members/trust-of.ts'
import { DAY, sure, twoMembers } from './gateways.ts'

const met = async () => {
  const w = await twoMembers()
  const ask = async () =>
    sure(await resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true }))
  const [key] = (await ask()).eventKeys
  const badge = (kid = key?.kid ?? '') => trustOf(w.north.deps, w.atlas, w.borealis, kid)
  return { ...w, ask, badge }
}

describe('the badge of an event key', () => {
  it('is vouched for what the partner publishes, now and before', async () => {
    await using w = await met()
    expect(await w.badge()).toBe('vouched')
    const next = sure(await rotateKeys(w.south.deps, w.borealis, { purpose: 'event', now: true }))
    await w.ask()
    expect(await w.badge()).toBe('vouched')
    expect(await w.badge(next.kid)).toBe('vouched')
  })

  it('is not vouched for keys and authors that nobody knows', async () => {
    await using w = await met()
    expect(await w.badge('A'.repeat(43))).toBe('not-vouched')
    expect(await trustOf(w.north.deps, w.atlas, w.alliance, 'A'.repeat(43))).toBe('not-vouched')
  })

  it('is revoked for a key that was compromised', async () => {
    await using w = await met()
    const options = { purpose: 'event', now: true, compromised: true } as const
    sure(await rotateKeys(w.south.deps, w.borealis, options))
    await w.ask()
    expect(await w.badge()).toBe('revoked')
  })

  it('is lost with a suspension, and with the end of the statement', async () => {
    await using w = await met()
    sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    await w.ask()
    expect(await w.badge()).toBe('not-vouched')
    await using v = await met()
    v.clock.advance(DAY)
    expect(await v.badge()).toBe('not-vouched')
  })

  it('costs no request, and one read in 30 seconds', async () => {
    await using w = await met()
    w.clock.advance(30_000)
    const [sent, { members }] = [w.wire.sent, w.north.deps]
    let reads = 0
    const counting = new Proxy(members, {
      get: (target, name) => {
        if (name === 'findPartner') reads++
        const value: unknown = Reflect.get(target, name, target)
        return typeof value === 'function' ? value.bind(target) : value
      },
    })
    const deps = { ...w.north.deps, members: counting }
    for (let i = 0; i < 10; i++) await trustOf(deps, w.atlas, w.borealis, 'A'.repeat(43))
    expect([reads, w.wire.sent]).toEqual([1, sent])
    w.clock.advance(30_000)
    await trustOf(deps, w.atlas, w.borealis, 'A'.repeat(43))
    expect(reads).toBe(2)
  })
})
