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
})
afterAll(() => net[Symbol.asyncDispose]())

async function shared(body: object = {}): Promise<string> {
  const opened = await openedBy(alpine, { ...body, engagements: [{ partner: basalt.vendor.id }] })
  await net.settle()
  await basalt.post(`${opened.at}/engagements/${opened.engagements[0]}/accept`)
  await net.settle()
  return opened.at
}
const type = (said: { body: { type?: string } }) => said.body.type?.split(':').at(-1)

describe.each([
  ['baton', 'holder', 'not-holder'],
  ['host', 'host', 'not-host'],
] as const)('the %s', (what, role, notTheirs) => {
  const roleOf = async (system: System, at: string) => {
    const { body } = await system.get(at)
    return what === 'baton' ? body.baton.holder : body.host
  }
  const offerOf = async (system: System, at: string) => {
    const { body } = await system.get(at)
    return what === 'baton' ? body.baton.offer : body.hostOffer
  }

  it(`serves: offered, accepted, and the ${role} changes by itself`, async () => {
    const at = await shared()
    await alpine.post(`${at}/${what}/offer`, { to: basalt.vendor.id, text: 'Yours now?' })
    await net.settle()
    expect(await roleOf(basalt, at)).toBe(alpine.vendor.id)
    expect(await offerOf(basalt, at)).toMatchObject({ to: basalt.vendor.id, text: 'Yours now?' })
    expect((await basalt.post(`${at}/${what}/accept`, { text: 'Gladly.' })).status).toBe(200)
    await net.settle()
    expect([await roleOf(alpine, at), await roleOf(basalt, at)]).toEqual([
      basalt.vendor.id,
      basalt.vendor.id,
    ])
    expect(await offerOf(alpine, at)).toBeNull()
  })

  it('serves: offered and taken back, offered and declined', async () => {
    const at = await shared()
    await alpine.post(`${at}/${what}/offer`, { to: basalt.vendor.id })
    expect((await alpine.post(`${at}/${what}/withdraw-offer`)).status).toBe(200)
    expect(await offerOf(alpine, at)).toBeNull()
    await alpine.post(`${at}/${what}/offer`, { to: basalt.vendor.id })
    await net.settle()
    const body = what === 'baton' ? { code: 'no-capacity' } : { text: 'No hands.' }
    expect((await basalt.post(`${at}/${what}/decline`, body)).status).toBe(200)
    await net.settle()
    expect(await offerOf(alpine, at)).toMatchObject({ answer: 'declined' })
  })

  it('refuses what is not theirs, not offered, not accepted, or to nobody', async () => {
    const at = await shared()
    const last = what === 'baton' ? 'pass' : 'transfer'
    expect(type(await basalt.post(`${at}/${what}/offer`, { to: alpine.vendor.id }))).toBe(notTheirs)
    expect(type(await basalt.post(`${at}/${what}/accept`))).toBe('offer-unknown')
    expect(type(await alpine.post(`${at}/${what}/withdraw-offer`))).toBe('offer-unknown')
    expect(type(await alpine.post(`${at}/${what}/${last}`))).toBe('offer-unknown')
    await alpine.post(`${at}/${what}/offer`, { to: basalt.vendor.id })
    expect(type(await alpine.post(`${at}/${what}/${last}`))).toBe('offer-not-accepted')
    expect(type(await alpine.post(`${at}/${what}/accept`))).toBe('not-offeree')
    expect(type(await alpine.post(`${at}/${what}/offer`, { to: alpine.vendor.id }))).toBe(
      'target-is-self',
    )
    expect(type(await alpine.post(`${at}/${what}/offer`, { to: 'https://nobody.example' }))).toBe(
      'target-not-active',
    )
    expect((await alpine.post(`${at}/${what}/offer`, {})).body.field).toBe('to')
  })
})

async function pass(at: string): Promise<void> {
  await alpine.post(`${at}/baton/offer`, { to: basalt.vendor.id })
  await net.settle()
  await basalt.post(`${at}/baton/accept`)
  await net.settle()
}

describe('reclaiming the baton', () => {
  it('serves the host at once where nothing else was agreed', async () => {
    const at = await shared()
    await pass(at)
    expect((await alpine.post(`${at}/baton/reclaim`, { text: 'No answer.' })).status).toBe(200)
    expect((await alpine.get(at)).body.baton).toMatchObject({ holder: alpine.vendor.id, term: 1 })
  })

  it('refuses before the agreed silence, to others, and to whom it belongs', async () => {
    const at = await shared({ batonSilence: 86_400 })
    expect(type(await alpine.post(`${at}/baton/reclaim`))).toBe('baton-held-by-host')
    await pass(at)
    expect(type(await alpine.post(`${at}/baton/reclaim`))).toBe('silence-too-short')
    expect(type(await basalt.post(`${at}/baton/reclaim`))).toBe('not-host')
    expect(type(await basalt.post(`${at}/baton/decline`, {}))).toBe('invalid-field')
  })
})
