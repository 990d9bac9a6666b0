// A notice of a planned change: told, acknowledged, over with its window; and one that goes wrong, made a case in one step.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
let cedar: System
beforeAll(async () => {
  net = await network([1, 1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  cedar = await systemOf(vendorOf(net, 2))
})
afterAll(() => net[Symbol.asyncDispose]())

/** A notice by Alpine to both others, whose window is over in so many hours. */
async function told(hours = 48) {
  const now = Date.parse(net.clock.now())
  const at = (more: number) => new Date(now + more * 3_600_000).toISOString()
  const said = await alpine.post('/api/notices', {
    summary: 'Firmware of both controllers is updated',
    window: { from: at(1), until: at(hours) },
    partners: [basalt.vendor.id, cedar.vendor.id],
    contacts: [{ name: 'Night desk', phone: '+46 8 555 010' }],
    rollback: 'The old firmware stays on the second bank.',
    product: { code: 'hv-9' },
  })
  expect([said.status, said.text]).toEqual([201, said.text])
  await net.settle()
  const asked = said.body.events.filter((e: { type: string }) => e.type === 'engagement-requested')
  const address = `/api/cases/${said.body.caseId}`
  return {
    id: String(said.body.caseId),
    at: address,
    ones: asked.map((e: { id: string }) => `${address}/engagements/${e.id}`) as string[],
  }
}
const word = (said: { readonly body: { readonly type?: string } }) =>
  String(said.body.type).split(':').at(-1)
const ids = (said: { readonly body: { readonly items: readonly { caseId: string }[] } }) =>
  said.body.items.map(({ caseId }) => caseId)

describe('serves', () => {
  it('a notice that partners see and acknowledge without joining', async () => {
    const { at, id, ones } = await told()
    const seen = (await basalt.get(at)).body
    expect(seen).toMatchObject({ stage: 'invited', problem: { kind: 'change' } })
    expect(seen.engagements[0].handOff.window).not.toBeNull()
    expect((await basalt.post(`${ones[0]}/acknowledge`, { text: 'Seen.' })).status).toBe(200)
    await net.settle()
    const { engagements } = (await alpine.get(at)).body
    const acknowledged = (member: string) =>
      engagements.find((e: { invitee: string }) => e.invitee === member).acknowledgedAt !== null
    expect([acknowledged(basalt.vendor.id), acknowledged(cedar.vendor.id)]).toEqual([true, false])
    for (const system of [alpine, basalt])
      expect(ids(await system.get('/api/notices'))).toContain(id)
    const { at: other } = await told()
    expect(ids(await cedar.get('/api/notices?status=invited&limit=1'))).toEqual([
      other.split('/').at(-1),
    ])
  })

  it('its end with its window, written by its host, and not before', async () => {
    const { at } = await told(12)
    net.clock.advance(6 * 3_600_000)
    await net.settle()
    expect((await alpine.get(at)).body.status.word).toBe('open')
    net.clock.advance(7 * 3_600_000)
    await net.settle()
    expect((await alpine.get(at)).body.status).toMatchObject({ word: 'closed', code: 'expired' })
  })

  it('a notice that goes wrong: one step makes a case of it, with everything carried over', async () => {
    const { id, at } = await told()
    const key = { 'idempotency-key': `wrong-${id}` }
    const body = {
      symptoms: 'Controller B does not come back.',
      severity: { level: 2 },
      engagements: [{ partner: basalt.vendor.id, ask: 'assist', text: 'Please help.' }],
    }
    const handed = await alpine.post(`/api/notices/${id}/hand-off`, body, key)
    expect([handed.status, handed.text]).toEqual([201, handed.text])
    await net.settle()
    const made = (await alpine.get(`/api/cases/${handed.body.caseId}`)).body
    expect(made).toMatchObject({
      continues: id,
      problem: {
        kind: 'fault',
        product: { code: 'hv-9' },
        texts: {
          summary: 'Firmware of both controllers is updated',
          symptoms: 'Controller B does not come back.',
          rollback: 'The old firmware stays on the second bank.',
        },
      },
    })
    expect((await alpine.get(at)).body.status).toMatchObject({ word: 'closed', code: 'handed-off' })
    expect((await basalt.get(`/api/cases/${handed.body.caseId}`)).body.stage).toBe('invited')
    expect((await cedar.get(`/api/cases/${handed.body.caseId}`)).status).toBe(404)
    const again = await alpine.post(`/api/notices/${id}/hand-off`, body, key)
    expect(again.body.caseId).toBe(handed.body.caseId)
  })
})

describe('refuses', () => {
  it('a window that ends before it begins, and partners who are none', async () => {
    const body = {
      summary: 'Firmware',
      window: { from: '2026-12-06T02:00:00Z', until: '2026-12-05T22:00:00Z' },
      partners: [basalt.vendor.id],
      contacts: [{ name: 'Night desk' }],
      rollback: 'None.',
    }
    expect((await alpine.post('/api/notices', body)).body.field).toBe('window.until')
    const window = { from: '2026-12-05T22:00:00Z', until: '2026-12-06T02:00:00Z' }
    const self = { ...body, window, partners: [basalt.vendor.id, alpine.vendor.id] }
    const said = await alpine.post('/api/notices', self)
    expect([word(said), said.body.field]).toEqual(['target-is-self', 'partners.1'])
  })

  it('to hand off a case, and somebody else’s notice', async () => {
    const body = { symptoms: 'It burns.', engagements: [{ partner: cedar.vendor.id }] }
    const opened = await alpine.post('/api/cases', { problem: { summary: 'Guests freeze' } })
    const no = await alpine.post(`/api/notices/${opened.body.caseId}/hand-off`, body)
    expect(word(no)).toBe('not-a-notice')
    const { id } = await told()
    expect(word(await basalt.post(`/api/notices/${id}/hand-off`, body))).toBe('case-not-found')
  })
})
