import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
let at: string
beforeAll(async () => {
  net = await network([2])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
})
afterAll(() => net[Symbol.asyncDispose]())

async function shared(): Promise<string> {
  const opened = await openedBy(alpine, { engagements: [{ partner: basalt.vendor.id }] })
  await net.settle()
  await basalt.post(`${opened.at}/engagements/${opened.engagements[0]}/accept`)
  await net.settle()
  return opened.at
}
const participant = async (system: System, member: string) =>
  (await system.get(at)).body.participants.find((p: { member: string }) => p.member === member)

describe('serves', () => {
  it('the host freezing a participant and letting it write again', async () => {
    at = await shared()
    await alpine.post(`${at}/cut`, { member: basalt.vendor.id, text: 'Stolen key.' })
    expect((await participant(alpine, basalt.vendor.id)).frozen).toBe(true)
    expect((await alpine.get(at)).body.flags).toContain('author-frozen')
    const keys = await basalt.vendor.host.gateway.deps.members.keysOf(basalt.vendor.id, 'event')
    await alpine.post(`${at}/resume`, {
      member: basalt.vendor.id,
      keys: keys.map((key) => key.publicKey.kid),
    })
    expect((await participant(alpine, basalt.vendor.id)).frozen).toBe(false)
    await net.settle()
    expect((await basalt.post(`${at}/notes`, { text: 'Back.' })).status).toBe(201)
  })

  it('the host removing a participant', async () => {
    at = await shared()
    await alpine.post(`${at}/remove`, { member: basalt.vendor.id, code: 'not-needed' })
    expect(await participant(alpine, basalt.vendor.id)).toMatchObject({ standing: 'removed' })
    await net.settle()
    const said = await basalt.post(`${at}/notes`, { text: 'Still here?' })
    expect([said.status, said.body.type]).toEqual([409, 'urn:entente:problem:not-active'])
  })
})

describe('refuses', () => {
  it('the host leaving, a participant removing, and oneself as the other', async () => {
    at = await shared()
    expect((await alpine.post(`${at}/leave`, { code: 'other' })).body.type).toMatch(
      /host-cannot-leave/,
    )
    const remove = (system: System, member: string) =>
      system.post(`${at}/remove`, { member, code: 'other' })
    expect((await remove(basalt, alpine.vendor.id)).status).toBe(403)
    expect((await remove(alpine, alpine.vendor.id)).status).toBe(422)
    expect((await remove(alpine, 'https://nobody.example')).status).toBe(409)
    expect((await alpine.post(`${at}/cut`, { member: 'https://nobody.example' })).status).toBe(422)
  })

  it('to let write again who was not frozen', async () => {
    at = await shared()
    const keys = ['A'.repeat(43)]
    const said = await alpine.post(`${at}/resume`, { member: basalt.vendor.id, keys })
    expect([said.status, said.body.type]).toEqual([409, 'urn:entente:problem:author-not-frozen'])
  })

  it('to point at an equivocation that is none', async () => {
    at = await shared()
    const [one, other] = (await alpine.get(`${at}/history`)).body.items as { id: string }[]
    const show = (events: unknown) =>
      alpine.post(`${at}/show-equivocation`, { author: basalt.vendor.id, events })
    const said = await show([one?.id, other?.id])
    expect([said.status, said.body.type]).toEqual([409, 'urn:entente:problem:no-equivocation'])
    for (const events of [[one?.id], [one?.id, one?.id], ['x', one?.id], 'x'])
      expect((await show(events)).body.field).toMatch(/^events/)
  })

  it('keys named twice or by no thumbprint', async () => {
    at = await shared()
    const key = 'A'.repeat(43)
    for (const keys of [[key, key], ['x'], []])
      expect(
        (await alpine.post(`${at}/resume`, { member: basalt.vendor.id, keys })).body.field,
      ).toMatch(/^keys/)
  })
})
