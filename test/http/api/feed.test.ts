import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../../src/http/app.ts'
import { ask, openedBy, sequenced, type System, systemOf } from '../../kit/api.ts'
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

type Item = { cursor: string; kind: string; caseId: string | null; event: { type: string } | null }
const feed = async (
  system: System,
  query = '',
): Promise<{ items: Item[]; cursor: string; more: boolean }> =>
  (await system.get(`/api/feed${query}`)).body
const now = async (system: System): Promise<string> => (await feed(system, '?after=now')).cursor

describe('serves', () => {
  it('what happened since a cursor, in one order, and nothing twice', async () => {
    await sequenced(alpine.vendor)
    const from = await now(alpine)
    const opened = await openedBy(alpine, { caseNumber: 'SR-1' })
    await alpine.post(`${opened.at}/notes`, { text: 'First.' })
    await alpine.post(`${opened.at}/notes`, { text: 'Ours.', audience: 'own-organisation' })
    expect((await feed(alpine, `?after=${from}`)).items).toEqual([])
    await sequenced(alpine.vendor)
    const got: Item[] = []
    for (let after = from; ;) {
      const page = await feed(alpine, `?after=${after}&limit=2`)
      got.push(...page.items)
      after = page.cursor
      if (!page.more) break
    }
    expect(got.map((item) => [item.kind, item.event?.type ?? null])).toEqual([
      ['event', 'case-opened'],
      ['event', 'slot-set'],
      ['event', 'note-added'],
      ['local-note', null],
    ])
    expect(new Set(got.map((item) => item.cursor)).size).toBe(4)
    expect(got[2]).toMatchObject({
      caseId: opened.id,
      direction: 'out',
      event: { texts: [{ slot: 'note', value: 'First.' }] },
    })
  })

  it('what a partner sends, with what it says', async () => {
    const from = await now(basalt)
    await openedBy(alpine, { engagements: [{ partner: basalt.vendor.id, text: 'Please look.' }] })
    await net.settle()
    const { items } = await feed(basalt, `?after=${from}`)
    const asked = items.find((item) => item.event?.type === 'engagement-requested')
    expect(asked).toMatchObject({ direction: 'in', partner: alpine.vendor.id })
  })

  it('from the beginning without a cursor', async () => {
    const { items } = await feed(alpine, '?limit=1')
    expect(items).toHaveLength(1)
  })

  it('news to whom waits for them', async () => {
    const from = await now(alpine)
    const { host } = alpine.vendor
    const waits: string[] = []
    const app = createApp(host.gateway.deps, host.gateway.site, {
      waitForNews: async (member) => {
        waits.push(member)
        await openedBy(alpine)
        await sequenced(alpine.vendor)
      },
    })
    const waiting = { ...alpine.vendor, host: { ...host, gateway: { ...host.gateway, app } } }
    const said = await ask(waiting, `/api/feed?after=${from}&wait=20`, {
      headers: { authorization: `Bearer ${alpine.token}` },
    })
    expect(said.body.items).toMatchObject([{ event: { type: 'case-opened' } }])
    expect(waits).toEqual([alpine.vendor.id])
  })

  it('nothing, once the wait is over', async () => {
    const from = await now(alpine)
    const page = await feed(alpine, `?after=${from}&wait=1`)
    expect(page).toMatchObject({ items: [], cursor: from, more: false })
  })
})

/** Reads a stream until it has said enough, then hangs up. */
async function listen(
  system: System,
  query: string,
  until: (text: string) => boolean,
  headers = {},
) {
  const hangUp = new AbortController()
  const { app } = system.vendor.host.gateway
  const res = await app.fetch(
    new Request(`${system.vendor.host.origin}/api/feed/stream${query}`, {
      headers: { authorization: `Bearer ${system.token}`, ...headers },
      signal: hangUp.signal,
    }),
  )
  let text = ''
  const reader = res.body?.pipeThrough(new TextDecoderStream()).getReader()
  while (reader && !until(text)) {
    const { value, done } = await reader.read()
    if (done) break
    text += value
  }
  hangUp.abort()
  await reader?.cancel().catch(() => undefined)
  return { res, text }
}

describe('a stream', () => {
  it('says each thing as it happens, with the cursor as its id', async () => {
    const from = await now(alpine)
    const opened = await openedBy(alpine)
    await sequenced(alpine.vendor)
    const { res, text } = await listen(alpine, `?after=${from}`, (said) => said.includes('data:'))
    expect(res.headers.get('content-type')).toBe('text/event-stream')
    const [, id] = /^id: (\S+)$/m.exec(text) ?? []
    const [, data = '{}'] = /^data: (.*)$/m.exec(text) ?? []
    expect(text).toMatch(/^event: event$/m)
    expect(JSON.parse(data)).toMatchObject({ cursor: id, caseId: opened.id })
  })

  it('goes on after what the browser saw last', async () => {
    const from = await now(alpine)
    const first = await openedBy(alpine)
    const second = await openedBy(alpine)
    await sequenced(alpine.vendor)
    const [seen] = (await feed(alpine, `?after=${from}`)).items
    const { text } = await listen(alpine, '', (said) => said.includes('data:'), {
      'last-event-id': seen?.cursor,
    })
    expect(text).toContain(second.id)
    expect(text).not.toContain(first.id)
  })
})

describe('refuses', () => {
  it('a cursor that is none, or another member’s', async () => {
    const theirs = await now(basalt)
    for (const cursor of ['x', 'MTIz', theirs]) {
      const said = await alpine.get(`/api/feed?after=${cursor}`)
      expect([said.status, said.body.type]).toEqual([400, 'urn:entente:problem:cursor-invalid'])
    }
    expect((await alpine.get('/api/feed/stream?after=x')).status).toBe(400)
  })

  it('too long a wait', async () => {
    expect((await alpine.get('/api/feed?wait=26')).body.field).toBe('wait')
  })
})

describe('guards', () => {
  it('what happened to another member', async () => {
    const from = await now(basalt)
    const opened = await openedBy(alpine)
    await sequenced(alpine.vendor)
    await sequenced(basalt.vendor)
    expect((await basalt.get(`/api/feed?after=${from}`)).text).not.toContain(opened.id)
  })

  it('the feed from a client that may not read cases', async () => {
    const other = await systemOf(alpine.vendor, ['partners:read'])
    expect((await other.get('/api/feed')).status).toBe(403)
    expect((await other.get('/api/feed/stream')).status).toBe(403)
  })
})
