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

const agreement = (system: System) =>
  `/api/agreement?partner=${encodeURIComponent(system.vendor.id)}`

describe('an agreement', () => {
  it('serves what holds where nothing was agreed, and what was agreed since', async () => {
    const before = await alpine.get(agreement(basalt))
    expect(before.headers.get('etag')).toBe('"0"')
    expect(before.body).toMatchObject({ version: 0, mayEngage: 'ask', products: 'all', upTo: 1 })
    const agreed = { mayEngage: 'ask', products: ['hv-8'], upTo: 2, perHour: 3 }
    const saved = await alpine.put(agreement(basalt), agreed, { 'if-match': '"0"' })
    expect([saved.status, saved.headers.get('etag')]).toEqual([200, '"1"'])
    expect((await alpine.get(agreement(basalt))).body).toEqual({
      ...agreed,
      partner: basalt.vendor.id,
      version: 1,
      perDay: null,
      autoAccept: 'none',
    })
    expect((await alpine.get('/api/agreements')).body.items).toHaveLength(1)
    expect((await basalt.get('/api/agreements')).body.items).toEqual([])
  })

  it('refuses to overwrite unseen, with oneself, and what is no agreement', async () => {
    const agreed = { mayEngage: 'never', products: 'all', upTo: 1 }
    const put = (body: object, headers = {}) => alpine.put(agreement(basalt), body, headers)
    expect((await put(agreed)).status).toBe(428)
    expect((await put(agreed, { 'if-match': '*' })).status).toBe(428)
    expect((await put(agreed, { 'if-match': '"0"' })).status).toBe(412)
    const { headers } = await alpine.get(agreement(basalt))
    const now = { 'if-match': headers.get('etag') ?? '' }
    expect((await put({ ...agreed, upTo: 5 }, now)).body.field).toBe('upTo')
    expect((await put({ ...agreed, perHour: 0 }, now)).body.field).toBe('perHour')
    expect((await put({ ...agreed, autoAccept: 'all' }, now)).body.field).toBe('autoAccept')
    const own = await alpine.put(agreement(alpine), agreed, { 'if-match': '"0"' })
    expect(own.body).toMatchObject({ type: 'urn:entente:problem:target-is-self', field: 'partner' })
  })
})

describe('a profile', () => {
  const FULL = {
    name: 'Alpine Works',
    products: [{ code: 'hv-8', name: 'Hypervisor 8' }],
    delivery: 'poll',
    supportHours: 'Around the clock',
    contacts: [{ name: 'Duty desk', email: 'duty@alpine.example' }],
    departments: [],
    scheme: { id: 'vmware-on-premise', version: '1' },
    intakeForm: null,
  }

  it('serves what partners are told, replaced whole by whom read it', async () => {
    const before = await alpine.get('/api/profile')
    const etag = before.headers.get('etag') ?? ''
    const saved = await alpine.put('/api/profile', FULL, { 'if-match': etag })
    expect(saved.status).toBe(200)
    expect((await alpine.get('/api/profile')).body).toMatchObject({
      ...FULL,
      member: alpine.vendor.id,
      handle: 'alpine',
      version: before.body.version + 1,
    })
    const stale = await alpine.put('/api/profile', FULL, { 'if-match': etag })
    expect(stale.status).toBe(412)
    expect((await alpine.put('/api/profile', FULL)).status).toBe(428)
  })

  it.each([
    [{ name: '' }, 'name'],
    [{ name: 'a\u202eb' }, 'name'],
    [{ products: [{ code: 'x' }] }, 'products.0.name'],
    [{ contacts: [{ name: 'A', email: 'no' }] }, 'contacts.0.email'],
    [{ scheme: { id: 'nobody', version: '1' } }, 'scheme'],
    [{ scheme: { id: 'Not An Id', version: '1' } }, 'scheme.id'],
    [{ intakeForm: { id: 'f', fields: [] } }, 'intakeForm.fields'],
    [
      {
        intakeForm: { id: 'f', fields: [{ key: 'a', label: 'A', required: true, kind: 'choice' }] },
      },
      'intakeForm.fields.0',
    ],
  ])('refuses %j', async (change, field) => {
    const { headers } = await alpine.get('/api/profile')
    const said = await alpine.put(
      '/api/profile',
      { ...FULL, ...change },
      { 'if-match': headers.get('etag') ?? '' },
    )
    expect([said.status, said.body.field]).toEqual([422, field])
  })

  it('guards against a client that may only read', async () => {
    const reader = await systemOf(alpine.vendor, ['settings:read'])
    expect((await reader.get('/api/profile')).status).toBe(200)
    expect((await reader.put('/api/profile', FULL, { 'if-match': '"1"' })).status).toBe(403)
    expect((await reader.put(agreement(basalt), {}, { 'if-match': '"0"' })).status).toBe(403)
  })
})
