import { expect, test } from 'vitest'
import type { StoredSupportProfile } from '../../../src/flows/duty-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, at, hash } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import { beside } from '../../kit/member-rows.ts'

const document = (text: string) => ({ digest: hash(text), document: text })
const profile = (version: string, text = `{"v":  "${version}"}`): StoredSupportProfile => ({
  version,
  ...document(text),
  createdAt: at(1),
})

onBothDatabases('support profiles', (make) => {
  test('are kept in versions that never change', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    expect(await members.saveSupportProfile(ALPINE, profile('10'), beside(1))).toBe('done')
    expect(await members.saveSupportProfile(ALPINE, profile('9'), beside(2))).toBe('done')
    expect(await members.saveSupportProfile(ALPINE, profile('9', 'other'), beside(3))).toBe(
      'exists',
    )
    expect(await members.listSupportProfiles(ALPINE)).toEqual([profile('10'), profile('9')])
    expect(await members.findSupportProfile(ALPINE, '9')).toEqual(profile('9'))
    expect(await members.findSupportDocument(ALPINE, hash('other'))).toBeNull()
    expect(await members.findSupportProfile(ALPINE, '11')).toBeNull()
    expect(await members.findSupportProfile(BASALT, '9')).toBeNull()
    expect(await members.listSupportProfiles(BASALT)).toEqual([])
  })

  test('are found by their hash, for the member that keeps them', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    await members.keepSupportDocument(ALPINE, BASALT, document('theirs'), at(1))
    await members.keepSupportDocument(ALPINE, BASALT, document('theirs'), at(2))
    expect(await members.findSupportDocument(ALPINE, hash('theirs'))).toBe('theirs')
    expect(await members.findSupportDocument(ALPINE, hash('theirs'), BASALT)).toBe('theirs')
    expect(await members.findSupportDocument(ALPINE, hash('theirs'), ALPINE)).toBeNull()
    expect(await members.findSupportDocument(CEDAR, hash('theirs'))).toBeNull()
  })

  test('stay our own where a partner publishes the same text', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    await members.keepSupportDocument(ALPINE, BASALT, document('same'), at(1))
    await members.saveSupportProfile(ALPINE, profile('1', 'same'), beside(2))
    await members.keepSupportDocument(ALPINE, BASALT, document('same'), at(3))
    expect(await members.findSupportDocument(ALPINE, hash('same'), ALPINE)).toBe('same')
  })

  test('of a partner are forgotten beyond the latest hundred, our own never', async () => {
    await using fresh = await make()
    const { members } = createStores(fresh.database)
    await members.saveSupportProfile(ALPINE, profile('1', 'ours'), beside(1))
    await members.keepSupportDocument(ALPINE, CEDAR, document('cedar'), at(1))
    for (let n = 0; n <= 100; n++)
      await members.keepSupportDocument(ALPINE, BASALT, document(`basalt ${n}`), at(2))
    expect(await members.findSupportDocument(ALPINE, hash('basalt 0'))).toBeNull()
    for (const text of ['basalt 1', 'basalt 100', 'cedar', 'ours'])
      expect(await members.findSupportDocument(ALPINE, hash(text))).toBe(text)
  })
})
