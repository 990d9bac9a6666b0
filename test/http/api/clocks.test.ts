import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

const HOUR = 3_600_000

let net: Network
let alpine: System
let basalt: System
let at: string
beforeAll(async () => {
  net = await network([1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  const opened = await openedBy(alpine, { engagements: [{ partner: basalt.vendor.id }] })
  at = opened.at
  await net.settle()
})
afterAll(() => net[Symbol.asyncDispose]())

const run = async () => {
  const signal = new AbortController().signal
  for (const { gateway } of net.hosts) while ((await gateway.jobs.clocks.run(signal)) > 0);
}

describe('serves', () => {
  it('the clocks of a case as they stand now, and whose time it was', async () => {
    const { body } = await alpine.get(`${at}/clocks`)
    expect(body.engagements[0]).toMatchObject({ invitee: basalt.vendor.id })
    const words = body.engagements[0].clocks.map((c: { word: string }) => c.word)
    expect(words).toEqual(['running', 'running', 'not-started', 'not-started', 'not-started'])
    const age = (Date.parse(body.spans.at(-1).to) - Date.parse(body.spans[0].from)) / 1000
    expect(body.shares).toEqual([{ word: 'held', holder: alpine.vendor.id, seconds: age }])
  })

  it('clocks by how they stand, page by page, the ones due first at the front', async () => {
    await run()
    expect((await alpine.get('/api/clocks?state=breached')).body.items).toEqual([])
    // Over the week-end and Monday: whatever the level, an answer is late now.
    net.clock.advance(96 * HOUR)
    await run()
    const first = (await alpine.get('/api/clocks?state=breached&whose=partners&limit=1')).body
    expect(first.items).toMatchObject([{ clock: 'accept', invitee: basalt.vendor.id }])
    const after = encodeURIComponent(String(first.next))
    const second = `/api/clocks?state=breached&whose=partners&limit=1&after=${after}`
    expect((await alpine.get(second)).body).toMatchObject({
      items: [{ clock: 'acknowledge' }],
      next: null,
    })
    expect((await alpine.get('/api/clocks?state=breached&whose=ours')).body.items).toEqual([])
    expect((await basalt.get('/api/clocks?state=breached&whose=ours')).body.items).toHaveLength(2)
  })
})

describe('refuses', () => {
  it('a state that there is not, and a cursor of another list', async () => {
    expect((await alpine.get('/api/clocks?state=late')).status).toBe(422)
    expect((await alpine.get('/api/clocks?state=running&after=abc')).status).toBe(400)
  })
})
