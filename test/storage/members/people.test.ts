import { expect, test } from 'vitest'
import type { Person } from '../../../src/core/support/person.ts'
import type { Rota } from '../../../src/core/support/rota.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, at } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import { beside } from '../../kit/member-rows.ts'

const person = (name: string): Person => ({
  name,
  roles: ['engineer'],
  email: null,
  phone: '+49 30 1',
  zone: 'Europe/Berlin',
  language: 'de',
  quietHours: null,
})
const rota = (parts: Partial<Rota> = {}): Rota => ({
  id: 'days',
  name: 'Days',
  zone: 'Europe/Berlin',
  start: '2026-11-23',
  handover: '08:00',
  shiftDays: 7,
  people: ['ana'],
  overrides: [],
  escalateTo: [],
  ...parts,
})

onBothDatabases('people and rotas', (make) => {
  const withAna = async () => {
    const fresh = await make()
    const { members } = createStores(fresh.database)
    expect(
      await members.savePerson(ALPINE, { id: 'ana', person: person('Ana') }, 0, beside(1)),
    ).toBe('done')
    return Object.assign(fresh, { members })
  }

  test('a person changes version by version, and goes for good', async () => {
    await using w = await withAna()
    const { members } = w
    const changed = { id: 'ana', person: person('Ana M') }
    expect(await members.savePerson(ALPINE, changed, 0, beside(2))).toBe('moved-on')
    expect(await members.savePerson(ALPINE, changed, 2, beside(2))).toBe('moved-on')
    expect(await members.savePerson(ALPINE, changed, 1, beside(2))).toBe('done')
    expect(await members.findPerson(ALPINE, 'ana')).toEqual({ ...changed, version: 2 })
    expect(await members.removePerson(ALPINE, 'ana', 1, beside(3))).toBe('moved-on')
    expect(await members.removePerson(ALPINE, 'ana', 2, beside(3))).toBe('done')
    expect(await members.listPeople(ALPINE)).toEqual([])
  })

  test('nobody sees or touches the people and rotas of another member', async () => {
    await using w = await withAna()
    const { members } = w
    await members.saveRota(ALPINE, rota(), 0, beside(1))
    expect(await members.listPeople(BASALT)).toEqual([])
    expect(await members.findPerson(BASALT, 'ana')).toBeNull()
    expect(await members.listRotas(BASALT)).toEqual([])
    expect(await members.findRota(BASALT, 'days')).toBeNull()
    expect(await members.saveRota(BASALT, rota(), 0, beside(2))).toBe('person-unknown')
    expect(await members.saveRota(BASALT, rota(), 1, beside(2))).toBe('moved-on')
    expect(await members.removeRota(BASALT, 'days', 1, beside(2))).toBe('moved-on')
    expect(await members.removePerson(BASALT, 'ana', 1, beside(2))).toBe('moved-on')
    expect(await members.findRota(ALPINE, 'days')).toEqual({ version: 1, rota: rota() })
  })

  test('whoever stands in a rota is known, and stays', async () => {
    await using w = await withAna()
    const { members } = w
    const override = { from: at(0), to: at(60), person: 'ben' }
    for (const parts of [{ people: ['ben'] }, { overrides: [override] }, { escalateTo: ['ben'] }])
      expect(await members.saveRota(ALPINE, rota(parts), 0, beside(1))).toBe('person-unknown')
    expect(await members.listRotas(ALPINE)).toEqual([])
    expect(await members.saveRota(ALPINE, rota(), 0, beside(1))).toBe('done')
    expect(await members.removePerson(ALPINE, 'ana', 1, beside(2))).toBe('in-rota')
    await members.savePerson(ALPINE, { id: 'ben', person: person('Ben') }, 0, beside(2))
    const both = rota({ people: ['ben', 'ben'], escalateTo: ['ben'] })
    expect(await members.saveRota(ALPINE, both, 1, beside(3))).toBe('done')
    expect(await members.removePerson(ALPINE, 'ana', 1, beside(4))).toBe('done')
    expect(await members.removePerson(ALPINE, 'ben', 1, beside(4))).toBe('in-rota')
    expect(await members.removeRota(ALPINE, 'days', 2, beside(5))).toBe('done')
    expect(await members.removePerson(ALPINE, 'ben', 1, beside(6))).toBe('done')
  })
})
