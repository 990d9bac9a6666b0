import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
beforeAll(async () => {
  net = await network([1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  const { headers } = await basalt.get('/api/profile')
  await basalt.put(
    '/api/profile',
    {
      name: 'Basalt Storage',
      products: [{ code: 'arr-9', name: 'Array 9' }],
      supportHours: 'Around the clock',
      contacts: [{ name: 'Duty desk', phone: '+1 555' }],
      scheme: { id: 'cisco-tac', version: '1' },
      intakeForm: {
        id: 'form-1',
        fields: [{ key: 'firmware', label: 'Firmware', required: true, kind: 'text' }],
      },
    },
    { 'if-match': headers.get('etag') ?? '' },
  )
})
afterAll(() => net[Symbol.asyncDispose]())

const of = (system: System) => encodeURIComponent(system.vendor.id)

describe('serves', () => {
  it('a partner that nobody here has met: looked up, and remembered', async () => {
    const unmet = await alpine.get('/api/partners')
    expect(unmet.body.items).toEqual([])
    expect(unmet.body.listed).toMatchObject([{ id: basalt.vendor.id }])
    const said = await alpine.get(`/api/partners/profile?partner=${of(basalt)}`)
    expect(said.body).toMatchObject({
      id: basalt.vendor.id,
      name: 'Basalt Storage',
      via: 'anchor',
      footing: 'good',
      products: [{ code: 'arr-9', name: 'Array 9' }],
      contacts: [{ name: 'Duty desk', phone: '+1 555' }],
      hasIntakeForm: true,
    })
    expect(said.body.severityScheme).toMatch(/^https:/)
    const found = await alpine.get('/api/partners?words=basalt')
    expect(found.body.items).toMatchObject([{ id: basalt.vendor.id }])
    expect((await alpine.get('/api/partners?words=nobody')).body.items).toEqual([])
  })

  it('what a partner wants to know, and engages only with that', async () => {
    const form = await alpine.get(`/api/partners/intake-form?partner=${of(basalt)}`)
    expect(form.body.form).toMatchObject({
      id: 'form-1',
      fields: [{ key: 'firmware', required: true }],
    })
    const { at } = await openedBy(alpine)
    const empty = await alpine.post(`${at}/engagements`, { partner: basalt.vendor.id })
    expect([empty.status, empty.body.field]).toEqual([422, 'form.firmware'])
    expect(empty.body.type).toBe('urn:entente:problem:intake-form-incomplete')
    const filled = { partner: basalt.vendor.id, form: { firmware: '6.3.1' } }
    expect((await alpine.post(`${at}/engagements`, filled)).status).toBe(201)
  })

  it('no form where there is none', async () => {
    const form = await basalt.get(`/api/partners/intake-form?partner=${of(alpine)}`)
    expect(form.body).toEqual({ partner: alpine.vendor.id, form: null })
  })

  it('how the queue to a partner fares', async () => {
    const state = async () =>
      (await alpine.get('/api/partners/queues')).body.items.find(
        (q: { partner: string }) => q.partner === basalt.vendor.id,
      )
    await net.settle()
    expect(await state()).toMatchObject({ state: 'idle', waiting: 0, failures: 0 })
    net.wire.part(alpine.vendor.host.origin, basalt.vendor.host.origin)
    await openedBy(alpine, {
      engagements: [{ partner: basalt.vendor.id, form: { firmware: '6' } }],
    })
    expect((await state()).state).toBe('delivering')
    await net.settle()
    expect(await state()).toMatchObject({ state: 'failing' })
    net.clock.advance(16 * 60_000)
    expect(await state()).toMatchObject({ state: 'unreachable' })
    net.wire.heal()
    await net.settle()
    expect(await state()).toMatchObject({ state: 'idle' })
  })
})

describe('refuses', () => {
  it('a partner that is not there', async () => {
    const nobody = encodeURIComponent('https://gateway-1.test/members/nobody')
    for (const path of ['profile', 'intake-form']) {
      const said = await alpine.get(`/api/partners/${path}?partner=${nobody}`)
      expect([said.status, said.body.type]).toEqual([404, 'urn:entente:problem:member-unknown'])
    }
  })

  it('a name in place of an identifier, and none at all', async () => {
    expect((await alpine.get('/api/partners/profile?partner=basalt')).body.field).toBe('partner')
    expect((await alpine.get('/api/partners/profile')).body.field).toBe('partner')
  })
})

describe('guards', () => {
  it('partners from a client without the scope', async () => {
    const other = await systemOf(alpine.vendor, ['cases:read'])
    for (const path of ['', '/profile?partner=x', '/intake-form?partner=x', '/queues'])
      expect((await other.get(`/api/partners${path}`)).status).toBe(403)
  })
})
