import { expect, test } from 'vitest'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import type { ApiClient, StoredScheme, Subordinate } from '../../../src/flows/member-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, KEY, at, hash } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import { beside } from '../../kit/member-rows.ts'

const subordinate = (member: MemberId, parts: Partial<Subordinate> = {}): Subordinate => ({
  anchor: CEDAR,
  member,
  name: 'x',
  status: 'requested',
  jwks: { keys: [KEY] },
  requestedAt: at(1),
  decidedAt: null,
  ...parts,
})

const scheme = (version: string, document = `{"v":  "${version}"}`): StoredScheme => ({
  id: 'p',
  version,
  document,
  digest: hash(document),
  confirmation: null,
  createdAt: at(1),
})

const client = (parts: Partial<ApiClient> = {}): ApiClient => ({
  id: 'one',
  member: ALPINE,
  name: 'desk',
  secretHash: hash('secret'),
  jwks: null,
  scopes: ['cases:read', 'cases:write'],
  disabledAt: null,
  createdAt: at(1),
  ...parts,
})

onBothDatabases('settings', (make) => {
  test('an alliance knows its subordinates by their standing', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    await members.saveSubordinate(subordinate(BASALT), beside(1))
    await members.saveSubordinate(subordinate(ALPINE), beside(1))
    const admitted = subordinate(BASALT, { status: 'admitted', decidedAt: at(2) })
    await members.saveSubordinate(admitted, beside(2))
    expect(await members.findSubordinate(CEDAR, BASALT)).toEqual(admitted)
    expect(await members.findSubordinate(ALPINE, BASALT)).toBeNull()
    expect(await members.listSubordinates(CEDAR)).toEqual([subordinate(ALPINE), admitted])
    expect(await members.listSubordinates(CEDAR, 'admitted')).toEqual([admitted])
  })

  test('a scheme is kept in versions that never change', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    expect(await members.saveScheme(ALPINE, scheme('10'), beside(1))).toBe('done')
    expect(await members.saveScheme(ALPINE, scheme('9'), beside(2))).toBe('done')
    expect(await members.saveScheme(ALPINE, scheme('9', 'other'), beside(3))).toBe('exists')
    expect(await members.listSchemes(ALPINE)).toEqual([scheme('10'), scheme('9')])
    expect(await members.findScheme(ALPINE, 'p')).toEqual(scheme('9'))
    expect(await members.findScheme(ALPINE, 'p', '10')).toEqual(scheme('10'))
    expect(await members.findScheme(ALPINE, 'p', '11')).toBeNull()
    expect(await members.findScheme(BASALT, 'p')).toBeNull()
  })

  test('a scheme keeps who confirmed its matrix, and which cells', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    const pairs = [{ graver: ['1', '2'], milder: ['1', '3'] }] as const
    const confirmation = { client: 'one', person: 'Ada', at: at(1), pairs }
    const confirmed = { ...scheme('1'), confirmation }
    expect(await members.saveScheme(ALPINE, confirmed, beside(1))).toBe('done')
    expect(await members.findScheme(ALPINE, 'p')).toEqual(confirmed)
  })

  test('an API client is found by its id and stays its member’s', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    await members.saveClient(client(), beside(1))
    await members.saveClient(
      client({ id: 'two', jwks: { keys: [KEY] }, secretHash: null }),
      beside(1),
    )
    const disabled = client({ disabledAt: at(2), scopes: [] })
    await members.saveClient(disabled, beside(2))
    expect(await members.findClient('one')).toEqual(disabled)
    expect(await members.findClient('three')).toBeNull()
    expect((await members.listClients(ALPINE)).map(({ id }) => id)).toEqual(['one', 'two'])
    await expect(members.saveClient(client({ member: BASALT }), beside(3))).rejects.toThrow(
      'belongs to another member',
    )
    expect(await members.listClients(BASALT)).toEqual([])
  })
})
