import { describe, expect, it } from 'vitest'
import { createMember } from '../../../src/flows/members/create-member.ts'
import { oneGateway, settingsOf, wordOf } from './gateways.ts'

const CEDAR = { handle: 'cedar', role: 'member', name: 'Cedar Storage' } as const

describe('a new member', () => {
  it('is named by the gateway and its handle, or by a domain of its own', async () => {
    await using w = await oneGateway()
    const hosted = await w.north.create(CEDAR)
    expect(hosted).toMatchObject({ id: 'https://north.test/members/cedar', version: 1 })
    const own = await w.north.create({ handle: 'borealis', id: 'https://borealis.example/support' })
    expect(own.id).toBe('https://borealis.example/support')
    expect(await w.north.deps.members.findEntity(own.id)).toEqual(own)
  })

  it('has keys of its own for statements, events and tokens', async () => {
    await using w = await oneGateway()
    const { id } = await w.north.create({ ...CEDAR, alg: 'Ed25519' })
    const keys = await w.north.deps.members.keysOf(id)
    expect(keys.map(({ purpose }) => purpose).toSorted()).toEqual(['event', 'federation', 'token'])
    expect(new Set(keys.map(({ publicKey }) => publicKey.kid)).size).toBe(3)
    for (const key of keys) {
      expect(key).toMatchObject({ state: 'active', publicKey: { crv: 'Ed25519' } })
      expect(key.sealed).toMatch(/^v1\./)
      expect(Object.keys(key.publicKey)).not.toContain('d')
    }
  })

  it('signs with them at once, also where it was asked for too early', async () => {
    await using w = await oneGateway()
    const id = 'https://north.test/members/cedar' as never
    await expect(w.north.deps.signer.signStatement(id, 'jwk-set+jwt', {})).rejects.toThrow(
      'no active federation key',
    )
    await w.north.create(CEDAR)
    expect(await w.north.deps.signer.signStatement(id, 'jwk-set+jwt', {})).toMatch(/^ey/)
  })

  it('leaves a leaf', async () => {
    await using w = await oneGateway()
    const { id } = await w.north.create(CEDAR)
    expect(await settingsOf(w.north, id)).toEqual(['entity-created'])
  })

  it('is refused under a name that is taken', async () => {
    await using w = await oneGateway()
    const create = (wanted: object) =>
      createMember(w.north.deps, w.north.site, { ...CEDAR, ...wanted })
    await create({})
    expect(wordOf(await create({}))).toBe('member-exists')
    expect(wordOf(await create({ id: 'https://cedar.example' }))).toBe('member-exists')
    const again = { handle: 'other', id: 'https://north.test/members/cedar' }
    expect(wordOf(await create(again))).toBe('member-exists')
  })

  it('is refused under a handle or identifier that is none', async () => {
    await using w = await oneGateway()
    const wrong = [
      [{ handle: 'Ce dar' }, 'handle'],
      [{ id: 'http://cedar.example' }, 'id'],
      [{ id: 'https://cedar.example?a=1' }, 'id'],
      [{ id: 'https://CEDAR.example' }, 'id'],
    ] as const
    for (const [wanted, field] of wrong) {
      const created = await createMember(w.north.deps, w.north.site, { ...CEDAR, ...wanted })
      expect(created).toMatchObject({ code: 'invalid-field', field })
    }
  })
})

it('an anchor has federation keys only', async () => {
  await using w = await oneGateway()
  const keys = await w.north.deps.members.keysOf(w.alliance)
  expect(keys.map(({ purpose }) => purpose)).toEqual(['federation'])
})
