import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let at: string
beforeAll(async () => {
  net = await network([1])
  alpine = await systemOf(vendorOf(net, 0))
  at = (await openedBy(alpine)).at
})
afterAll(() => net[Symbol.asyncDispose]())

const slots = async () => (await alpine.get(at)).body.participants[0].slots

describe('serves', () => {
  it.each([
    ['case-number', 'SR-1', 'SR-1'],
    ['native-severity', 'S1', 'S1'],
    ['native-priority', 'P2', 'P2'],
    ['work-state', 'investigating', 'investigating'],
    ['next-update', '2026-11-22T01:00:00+01:00', '2026-11-22T00:00:00.000Z'],
    ['engineer', { name: 'Ines Prado', email: 'ines@basalt.example' }, undefined],
    ['contacts', [{ name: 'Duty desk', role: 'duty manager', phone: '+1 555' }], undefined],
    ['onward-wish', 'Please ask the driver vendor too.', undefined],
    ['link', 'https://desk.example/cases/1?x=y', undefined],
  ])('%s', async (slot, value, shown) => {
    const said = await alpine.put(`${at}/slots/${slot}`, { value })
    expect(said.status).toBe(200)
    expect((await slots())[slot].value).toEqual(shown ?? value)
    await alpine.put(`${at}/slots/${slot}`, { value: null })
    expect((await slots())[slot].value).toBeNull()
  })

  it('personal data as a text, which can be erased, and never in the clear', async () => {
    await alpine.put(`${at}/slots/engineer`, { value: { name: 'Greta Unique' } })
    const { items } = (await alpine.get(`${at}/history?order=newest&limit=1&token=true`)).body
    const [, payload = ''] = items[0].token.split('.')
    expect(items[0].texts[0]).toMatchObject({ slot: 'value', value: { name: 'Greta Unique' } })
    expect(Buffer.from(payload, 'base64url').toString()).not.toContain('Greta')
  })
})

describe('refuses', () => {
  it.each([
    ['case-number', { value: '' }, 422, 'value'],
    ['case-number', { value: 'x'.repeat(81) }, 422, 'value'],
    ['case-number', {}, 422, 'value'],
    ['case-number', { value: 'x', audience: ['https://a.example'] }, 422, 'audience'],
    ['work-state', { value: 'sleeping' }, 422, 'value'],
    ['next-update', { value: 1_795_255_200 }, 422, 'value'],
    ['engineer', { value: 'Ines' }, 422, 'value'],
    ['contacts', { value: [] }, 422, 'value'],
    ['contacts', { value: [{ name: 'A', rank: 1 }] }, 400, 'value.0.rank'],
    ['link', { value: 'javascript:alert(1)' }, 422, 'value'],
    ['link', { value: 'http://desk.example' }, 422, 'value'],
  ])('%s with %j', async (slot, body, status, field) => {
    const said = await alpine.put(`${at}/slots/${slot}`, body)
    expect([said.status, said.body.field]).toEqual([status, field])
  })

  it('a slot that is none, or not for people', async () => {
    for (const slot of ['mood', 'rules-max', 'constructor'])
      expect((await alpine.put(`${at}/slots/${slot}`, { value: 'x' })).body.type).toBe(
        'urn:entente:problem:slot-unknown',
      )
  })

  it('another method, and says which would do', async () => {
    const said = await alpine.post(`${at}/slots/engineer`, { value: null })
    expect([said.status, said.headers.get('allow')]).toEqual([405, 'PUT'])
    expect(said.body.type).toBe('urn:entente:problem:method-not-allowed')
  })
})
