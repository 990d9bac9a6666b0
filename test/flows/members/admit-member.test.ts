import { describe, expect, it } from 'vitest'
import { admitMember, listMembers, suspendMember } from '../../../src/flows/members/admit-member.ts'
import { settingsOf, sure, twoGateways, twoMembers, wordOf } from './gateways.ts'

describe('the operator of an alliance', () => {
  it('admits a member that never asked, by the keys it shows', async () => {
    await using w = await twoMembers()
    const { id } = await w.south.create({ handle: 'cedar' })
    const keys = await w.south.deps.members.keysOf(id, 'federation')
    expect(sure(await admitMember(w.north.deps, w.alliance, id))).toMatchObject({
      status: 'admitted',
      name: 'cedar',
      jwks: { keys: keys.map(({ publicKey }) => publicKey) },
      decidedAt: w.clock.now(),
    })
  })

  it('suspends, and admits again under the keys it knew', async () => {
    await using w = await twoMembers()
    const list = async () =>
      (await listMembers(w.north.deps, w.alliance, 'suspended')).map(({ member }) => member)
    const suspended = sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    expect(await list()).toEqual([w.borealis])
    w.wire.part('https://north.test', 'https://south.test')
    const again = sure(await admitMember(w.north.deps, w.alliance, w.borealis))
    expect(again.jwks).toEqual(suspended.jwks)
    expect(await list()).toEqual([])
    const { id: anchor } = { id: w.alliance }
    expect(await settingsOf(w.north, anchor)).toEqual([
      'entity-created',
      'member-admitted',
      'member-admitted',
      'member-suspended',
      'member-admitted',
    ])
  })

  it('cannot suspend whom it does not know, nor admit for an alliance of others', async () => {
    await using w = await twoMembers()
    const { id } = await w.south.create({ handle: 'cedar' })
    expect(wordOf(await suspendMember(w.north.deps, w.alliance, id))).toBe('member-unknown')
    expect(wordOf(await admitMember(w.south.deps, w.alliance, id))).toBe('member-unknown')
    expect(wordOf(await admitMember(w.north.deps, w.atlas, id))).toBe('member-unknown')
  })

  it('cannot admit whom it cannot reach', async () => {
    await using w = await twoGateways()
    const { id: alliance } = await w.north.create({ handle: 'alliance', role: 'anchor' })
    const { id } = await w.south.create({ handle: 'borealis' })
    w.wire.part('https://north.test', 'https://south.test')
    expect(wordOf(await admitMember(w.north.deps, alliance, id))).toBe('partner-unreachable')
  })
})
