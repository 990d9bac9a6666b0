import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { parseEventToken, verifyEventSignature } from '../../../src/core/exchange/event-token.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
let at: string
let engagement: string
beforeAll(async () => {
  net = await network([1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  const opened = await openedBy(alpine, { engagements: [{ partner: basalt.vendor.id }] })
  at = opened.at
  engagement = String(opened.engagements[0])
  await net.settle()
  await basalt.post(`${at}/engagements/${engagement}/accept`)
  await net.settle()
})
afterAll(() => net[Symbol.asyncDispose]())

const ids = (items: { id: string }[]) => items.map(({ id }) => id)

describe('serves', () => {
  it('what happened, the same at both gateways, each with its own badge', async () => {
    const [here, there] = [
      (await alpine.get(`${at}/history?limit=200`)).body.items,
      (await basalt.get(`${at}/history?limit=200`)).body.items,
    ]
    expect(ids(here)).toEqual(ids(there))
    expect(here[0]).toMatchObject({ type: 'case-opened', verdict: 'effect', trust: 'own', seq: 1 })
    expect(there[0]).toMatchObject({ trust: 'vouched', receivedFrom: alpine.vendor.id })
    expect(here[0].token).toBeUndefined()
  })

  it('who has not seen a decision yet, until everybody has', async () => {
    const said = await alpine.put(`${at}/slots/work-state`, { value: 'investigating' })
    const [{ id }] = said.body.events
    const read = async () => (await alpine.get(`${at}/history/${id}`)).body
    expect(await read()).toMatchObject({ settled: false, notSeenBy: [basalt.vendor.id] })
    await net.settle()
    expect(await read()).toMatchObject({ settled: true, notSeenBy: [] })
  })

  it('the signed token on request, which verifies by itself', async () => {
    const { body } = await basalt.get(`${at}/history/${engagement}?token=true`)
    const parsed = await parseEventToken(body.token)
    if (parsed instanceof Refusal) throw new Error(parsed.detail)
    expect(parsed.id).toBe(engagement)
    const keys = await alpine.vendor.host.gateway.deps.members.keysOf(alpine.vendor.id, 'event')
    const imported = await importKeys({ keys: keys.map((key) => key.publicKey) })
    expect(await verifyEventSignature(parsed, imported)).toBeUndefined()
  })

  it('pages in both orders, without overlap', async () => {
    const all = (await alpine.get(`${at}/history?limit=200`)).body.items.map(
      (e: { id: string }) => e.id,
    )
    for (const order of ['oldest', 'newest']) {
      const got: string[] = []
      for (let after = ''; ;) {
        const { body } = await alpine.get(`${at}/history?order=${order}&limit=2${after}`)
        got.push(...body.items.map((e: { id: string }) => e.id))
        if (body.next === null) break
        after = `&after=${body.next}`
      }
      expect(got).toEqual(order === 'oldest' ? all : all.toReversed())
    }
  })

  it('which events reached whom', async () => {
    const { items } = (await alpine.get(`${at}/deliveries`)).body
    expect(items.find((d: { event: string }) => d.event === engagement)).toMatchObject({
      partner: basalt.vendor.id,
      state: 'delivered',
      attempts: 1,
      refused: null,
    })
  })

  it('what an arrival overturned', async () => {
    const opened = await openedBy(alpine, { engagements: [{ partner: basalt.vendor.id }] })
    await net.settle()
    await basalt.post(`${opened.at}/engagements/${opened.engagements[0]}/accept`)
    await net.settle()
    net.wire.part(alpine.vendor.host.origin, basalt.vendor.host.origin)
    await alpine.post(`${opened.at}/close`, { code: 'solved' })
    await basalt.post(`${opened.at}/severity`, {
      level: 1,
      reason: 'impact-changed',
      impact: 'Orders stand still',
      contact: { name: 'Night desk', phone: '+49 30 000000' },
    })
    net.wire.heal()
    await net.settle()
    const { items } = (await alpine.get(`${opened.at}/overturned`)).body
    expect(items).toMatchObject([
      { register: 'status', before: 'closed', after: 'closed-contested', settled: false },
    ])
    const shown = (await alpine.get(opened.at)).body
    expect(shown.status.word).toBe('closed-contested')
    expect(shown.flags).toContain('closed-contested')
  })
})

describe('refuses', () => {
  it('an event that is none, or another case’s', async () => {
    expect((await alpine.get(`${at}/history/x`)).body.type).toBe('urn:entente:problem:not-found')
    const other = await openedBy(alpine)
    const said = await alpine.get(`${at}/history/${other.id}`)
    expect([said.status, said.body.type]).toEqual([404, 'urn:entente:problem:not-found'])
  })

  it('a query that is not in the contract', async () => {
    expect((await alpine.get(`${at}/history?order=random`)).body.field).toBe('order')
    expect((await alpine.get(`${at}/history/${engagement}?token=1`)).body.field).toBe('token')
    expect((await alpine.get(`${at}/history?after=eA`)).body.type).toMatch(/cursor-invalid/)
  })
})
