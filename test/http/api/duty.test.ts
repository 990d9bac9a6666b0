import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
beforeAll(async () => {
  net = await network([2])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
})
afterAll(() => net[Symbol.asyncDispose]())

const ANA = { name: 'Ana Prado', roles: ['engineer'], zone: 'Europe/Lisbon' }
const added = async (name: string, system = alpine): Promise<string> =>
  (await system.post('/api/people', { ...ANA, name })).body.id
const remove = (path: string, version: number, headers = {}, system = alpine) =>
  system.send(path, { method: 'DELETE', headers: { 'if-match': `"${version}"`, ...headers } })
const days = (people: string[], change: object = {}) => ({
  name: 'Days',
  zone: 'Europe/Lisbon',
  start: '2026-11-23',
  handover: '08:00',
  shiftDays: 1,
  people,
  ...change,
})
const word = (said: { body: { type?: string } }) => said.body.type?.split(':').at(-1)

const bad = async (change: object) => {
  const said = await alpine.post('/api/people', { ...ANA, ...change })
  return [said.status, word(said), said.body.field]
}

describe('people', () => {
  it('are added, read, replaced and deleted, version by version', async () => {
    const first = await alpine.post('/api/people', ANA)
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"'])
    expect(first.body).toEqual({
      ...ANA,
      id: first.body.id,
      version: 1,
      email: null,
      phone: null,
      language: 'en',
      quietHours: null,
    })
    const at = `/api/people/${first.body.id}`
    const changed = { ...ANA, phone: '+351 21 1' }
    expect((await alpine.put(at, changed)).status).toBe(428)
    expect((await alpine.put(at, changed, { 'if-match': '"7"' })).status).toBe(412)
    const saved = await alpine.put(at, changed, { 'if-match': '"1"' })
    expect(saved.body).toMatchObject({ version: 2, phone: '+351 21 1' })
    const read = await alpine.get(at)
    expect([read.body, read.headers.get('etag')]).toEqual([saved.body, '"2"'])
    expect((await remove(at, 1)).status).toBe(412)
    const key = { 'idempotency-key': 'remove-ana' }
    expect((await remove(at, 2, key)).body.id).toBe(first.body.id)
    expect((await remove(at, 2, key)).headers.get('idempotency-replayed')).toBe('true')
    expect((await remove(at, 2)).status).toBe(404)
    expect((await alpine.get(at)).status).toBe(404)
  })

  it('are refused with the field at fault', async () => {
    expect(await bad({ zone: 'Mars/Olympus' })).toEqual([422, 'person-invalid', 'zone'])
    expect(await bad({ roles: ['engineer', 'engineer'] })).toEqual([422, 'person-invalid', 'roles'])
    expect(await bad({ roles: ['boss'] })).toEqual([422, 'invalid-field', 'roles.0'])
    expect(await bad({ name: '<b>Ana</b>' })).toEqual([422, 'invalid-field', 'name'])
    const quietHours = { from: '26:00', to: '07:00', zone: 'UTC', untilLevel: 1 }
    expect(await bad({ quietHours })).toEqual([422, 'person-invalid', 'quietHours.from'])
  })

  it('belong to one member', async () => {
    const id = await added('Ben')
    expect((await basalt.get('/api/people')).body.items).toEqual([])
    expect((await basalt.get(`/api/people/${id}`)).status).toBe(404)
    const put = await basalt.put(`/api/people/${id}`, ANA, { 'if-match': '"1"' })
    expect(put.status).toBe(404)
    expect((await remove(`/api/people/${id}`, 1, {}, basalt)).status).toBe(404)
    expect(word(await basalt.post('/api/rotas', days([id])))).toBe('person-unknown')
  })
})

describe('rotas', () => {
  it('are added, read, replaced and deleted, version by version', async () => {
    const [ana, ben] = [await added('Ana'), await added('Ben')]
    const override = { from: '2026-11-24T08:00:00+01:00', to: '2026-11-24T12:00:00Z', person: ben }
    const first = await alpine.post('/api/rotas', days([ana, ben], { overrides: [override] }))
    expect([first.status, first.headers.get('etag')]).toEqual([201, '"1"'])
    expect(first.body).toMatchObject({
      people: [ana, ben],
      overrides: [{ from: '2026-11-24T07:00:00.000Z', to: '2026-11-24T12:00:00.000Z' }],
      escalateTo: [],
    })
    const at = `/api/rotas/${first.body.id}`
    const saved = await alpine.put(at, days([ben]), { 'if-match': '"1"' })
    expect(saved.body).toMatchObject({ version: 2, people: [ben], overrides: [] })
    expect((await alpine.get(at)).body).toEqual(saved.body)
    expect((await alpine.get('/api/rotas')).body.items).toEqual([saved.body])
    expect((await basalt.get('/api/rotas')).body.items).toEqual([])
    expect((await basalt.get(at)).status).toBe(404)
    expect((await remove(at, 2, {}, basalt)).status).toBe(404)
    const refused = await remove(`/api/people/${ben}`, 1)
    expect([refused.status, word(refused)]).toEqual([409, 'person-in-rota'])
    expect(refused.body.detail).toContain('Days')
    expect((await remove(at, 2)).status).toBe(200)
    expect((await remove(`/api/people/${ben}`, 1)).status).toBe(200)
  })

  it('are refused with the field at fault', async () => {
    const ana = await added('Ana')
    const badRota = async (change: object) => {
      const said = await alpine.post('/api/rotas', days([ana], change))
      return [said.status, word(said), said.body.field]
    }
    const span = (from: string, to: string) => ({
      from: `2026-11-24T${from}:00Z`,
      to: `2026-11-24T${to}:00Z`,
      person: ana,
    })
    expect(await badRota({ overrides: [span('08:00', '12:00'), span('11:00', '13:00')] })).toEqual([
      422,
      'rota-invalid',
      'overrides.1',
    ])
    expect(await badRota({ overrides: [span('12:00', '08:00')] })).toEqual([
      422,
      'rota-invalid',
      'overrides.0.to',
    ])
    expect(await badRota({ overrides: [span('08:00', '12:00'), span('12:00', '13:00')] })).toEqual([
      201,
      undefined,
      undefined,
    ])
    expect(await badRota({ zone: 'Mars/Olympus' })).toEqual([422, 'rota-invalid', 'zone'])
    expect(await badRota({ escalateTo: ['nobody'] })).toEqual([
      422,
      'person-unknown',
      'escalateTo.0',
    ])
    expect(await badRota({ shiftDays: 0 })).toEqual([422, 'invalid-field', 'shiftDays'])
    expect(await badRota({ people: [] })).toEqual([422, 'invalid-field', 'people'])
  })
})
