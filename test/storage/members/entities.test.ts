import { expect, test } from 'vitest'
import type { Entity, EntityKey, Profile } from '../../../src/flows/member-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, KEY, at, hash } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import { answer, beside, leaf } from '../../kit/member-rows.ts'

const profile: Profile = {
  name: 'Alpine Systems',
  products: [{ code: 'vm', name: 'Hypervisor' }],
  delivery: 'push',
  supportHours: null,
  contacts: [{ name: 'Desk', phone: '+1' }],
  departments: [],
  scheme: null,
  supportProfile: null,
  shareDutyNames: false,
  intakeForm: null,
}
const entity = (id = ALPINE, handle = 'alpine'): Omit<Entity, 'version'> => ({
  id,
  handle,
  role: 'member',
  profile,
  authorityHints: [CEDAR],
  createdAt: at(1),
})
const key = (name: string, parts: Partial<EntityKey> = {}): EntityKey => ({
  entity: ALPINE,
  purpose: 'event',
  publicKey: { ...KEY, kid: hash(name) },
  state: 'published',
  sealed: `sealed ${name}`,
  createdAt: at(1),
  activeFrom: null,
  retiredAt: null,
  revoked: null,
  ...parts,
})

onBothDatabases('a hosted member', (make) => {
  test('is created with its keys, once by identifier and by handle', async () => {
    await using fresh = await make()
    const { members, log } = createStores(fresh.database)
    expect(await members.createEntity(entity(), [key('a')], beside(1))).toBe('done')
    expect(await members.createEntity(entity(), [key('b')], beside(2))).toBe('exists')
    expect(await members.createEntity(entity(BASALT), [], beside(2))).toBe('exists')
    expect(await members.createEntity(entity(BASALT, 'basalt'), [], beside(3))).toBe('done')
    const stored = { ...entity(), version: 1 }
    expect(await members.findEntity(ALPINE)).toEqual(stored)
    expect(await members.findEntityByHandle('alpine')).toEqual(stored)
    expect(await members.findEntity(CEDAR)).toBeNull()
    expect(await members.findEntityByHandle('cedar')).toBeNull()
    expect((await members.listEntities()).map(({ id }) => id)).toEqual([ALPINE, BASALT])
    expect(await members.keysOf(ALPINE)).toEqual([key('a')])
    await log.sequence(ALPINE, 9)
    expect(await log.feed(ALPINE, 0, 9)).toEqual([{ number: 1, at: at(1), leaf }])
  })

  test('changes its profile from the version that was read', async () => {
    await using fresh = await make()
    const { members, log } = createStores(fresh.database)
    await members.createEntity(entity(), [], beside(1, { leaf: null }))
    const next = { ...profile, name: 'Alpine' }
    expect(await members.saveProfile(ALPINE, 1, next, [], beside(2))).toBe('done')
    expect(await members.saveProfile(ALPINE, 1, profile, [], beside(3))).toBe('moved-on')
    expect(await members.findEntity(ALPINE)).toMatchObject({
      profile: next,
      authorityHints: [],
      version: 2,
    })
    expect(await log.sequence(ALPINE, 9)).toBe(1)
  })

  test('keeps its keys for ever, each as it was changed last', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    await members.createEntity(
      entity(),
      [key('a', { state: 'active', activeFrom: at(1) })],
      beside(1),
    )
    const federation = key('f', { purpose: 'federation', createdAt: at(2) })
    await members.saveKeys(ALPINE, [key('b', { createdAt: at(3) }), federation], beside(2))
    const retired = key('a', {
      state: 'retired',
      sealed: null,
      activeFrom: at(1),
      retiredAt: at(4),
      revoked: { at: at(5), reason: 'compromised' },
    })
    await members.saveKeys(ALPINE, [retired], beside(5))
    expect(await members.keysOf(ALPINE)).toEqual([
      retired,
      federation,
      key('b', { createdAt: at(3) }),
    ])
    expect(await members.keysOf(ALPINE, 'federation')).toEqual([federation])
    expect(await members.keysOf(BASALT)).toEqual([])
  })

  test('has all its keys sealed anew, or none', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    await members.createEntity(
      entity(),
      [key('a'), key('b'), key('c', { sealed: null })],
      beside(1),
    )
    const broken = members.resealKeys(async ({ sealed }) => {
      if (sealed === 'sealed b') throw new Error('no such master key')
      return 'new'
    })
    await expect(broken).rejects.toThrow('no such master key')
    expect((await members.keysOf(ALPINE)).map(({ sealed }) => sealed).toSorted()).toEqual([
      null,
      'sealed a',
      'sealed b',
    ])
    expect(await members.resealKeys(async ({ sealed }) => `new ${sealed}`)).toBe(2)
    expect((await members.keysOf(ALPINE)).map(({ sealed }) => sealed).toSorted()).toEqual([
      'new sealed a',
      'new sealed b',
      null,
    ])
  })

  test('keeps the answer beside a change, and refuses to change twice for one request', async () => {
    await using fresh = await make()
    const { members, work, log } = createStores(fresh.database)
    await members.createEntity(entity(), [], beside(1, { answer }))
    expect(await work.findAnswer('c', 'k')).toEqual({ ...answer, at: at(1) })
    const again = members.createEntity(entity(BASALT, 'basalt'), [], beside(2, { answer }))
    await expect(again).rejects.toMatchObject({
      name: 'StorageUnavailable',
      outcome: 'nothing-changed',
    })
    expect(await members.findEntity(BASALT)).toBeNull()
    expect(await log.sequence(BASALT, 9)).toBe(0)
    const day = 24 * 3600
    await members.createEntity(entity(BASALT, 'basalt'), [], beside(day + 2, { answer }))
    expect((await work.findAnswer('c', 'k'))?.at).toBe(at(day + 2))
  })
})
