import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiError, type ClientOptions, createClient, type Credentials } from '../src/client.ts'
import { millisOf } from '../src/core/kernel/instant.ts'
import { createClient as createApiClient } from '../src/flows/settings/create-client.ts'
import { sequenced, systemOf } from './kit/api.ts'
import { judgeResponse } from './kit/contract.ts'
import { network, type Network, sure, type Vendor, vendorOf } from './kit/network.ts'
import { publicOf, signatureOf } from './vectors/exchange/craft.ts'

let net: Network
let alpine: Vendor
let credentials: { clientId: string; clientSecret: string }
beforeAll(async () => {
  net = await network([1])
  alpine = vendorOf(net, 0)
  const { client } = await systemOf(alpine)
  credentials = { clientId: client.id, clientSecret: client.secret }
})
afterAll(() => net[Symbol.asyncDispose]())

type Step = 'pass' | 'lost' | 'lost-answer' | (() => Response)

/** A client whose requests meet what a list says, one after the other, and the gateway after that. */
function clientWith(
  steps: Step[] = [],
  more: Partial<Omit<ClientOptions, keyof Credentials>> = {},
  proof: Credentials = credentials,
) {
  const sent: Request[] = []
  const slept: number[] = []
  const { app } = alpine.host.gateway
  const fetch = async (request: Request): Promise<Response> => {
    const isToken = request.url.endsWith('/oauth/token')
    const step = isToken ? 'pass' : (steps.shift() ?? 'pass')
    sent.push(request.clone() as Request)
    if (typeof step === 'function') return step()
    if (step === 'lost') throw new TypeError('fetch failed')
    const answer = await app.fetch(request)
    const fault = await judgeResponse(request.method, request.url, answer)
    if (fault !== null) throw new Error(fault)
    if (step === 'lost-answer') throw new TypeError('fetch failed')
    return answer
  }
  const client = createClient({
    baseUrl: alpine.host.origin,
    ...proof,
    fetch,
    now: () => millisOf(net.clock.now()),
    sleep: async (ms) => void slept.push(ms),
    ...more,
  })
  const paths = () => sent.map((request) => new URL(request.url).pathname)
  return { client, sent, slept, paths }
}
const CASE = { body: { problem: { summary: 'Guests freeze' } } } as const
const busy =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('{}', { status, headers })
const count = async (): Promise<number> => {
  const { data } = await clientWith().client.GET('/api/cases', {
    params: { query: { limit: 200 } },
  })
  return data?.items.length ?? -1
}

describe('tokens', () => {
  it('are asked for once, by all that wait for one, and kept', async () => {
    const { client, paths } = clientWith()
    await Promise.all([client.GET('/api/cases'), client.GET('/api/profile')])
    await client.GET('/api/partners/queues')
    expect(paths().filter((path) => path === '/api/oauth/token')).toHaveLength(1)
  })

  it('are renewed before they end, and when the gateway takes one no more', async () => {
    const { client, paths } = clientWith()
    await client.GET('/api/cases')
    net.clock.advance(880_000)
    expect((await client.GET('/api/cases')).response.status).toBe(200)
    expect(paths().filter((path) => path === '/api/oauth/token')).toHaveLength(2)
    const unwelcome = clientWith([busy(401)])
    expect((await unwelcome.client.GET('/api/cases')).response.status).toBe(200)
    expect(unwelcome.paths().filter((path) => path === '/api/oauth/token')).toHaveLength(2)
  })

  it('that are refused are the answer to the request', async () => {
    const { client } = clientWith([], {}, { ...credentials, clientSecret: 'wrong' })
    const { data, error, response } = await client.GET('/api/cases')
    expect([data, response.status]).toEqual([undefined, 401])
    expect(error).toMatchObject({ type: 'urn:entente:problem:client-unknown' })
  })

  it('carry no more scopes than were asked for', async () => {
    const { client } = clientWith([], { scopes: ['cases:read'] })
    expect((await client.POST('/api/cases', CASE)).response.status).toBe(403)
  })

  it('are given for a key of the client’s own, and no secret travels', async () => {
    const { client: stored } = sure(
      await createApiClient(alpine.host.gateway.deps, alpine.id, {
        name: 'Keyed desk',
        scopes: ['cases:read'],
        jwks: { keys: [{ ...publicOf('borealis-event'), kid: 'k-1' }] },
      }),
    )
    const proof: Credentials = {
      clientId: stored.id,
      alg: 'ES256',
      kid: 'k-1',
      sign: async (input) =>
        new Uint8Array(signatureOf(new TextDecoder().decode(input), 'borealis-event')),
    }
    const { client, sent } = clientWith([], {}, proof)
    expect((await client.GET('/api/cases')).response.status).toBe(200)
    expect(await sent[0]?.text()).not.toContain('client_secret')
  })
})

describe('retries', () => {
  it('a write whose answer was lost, without doing it twice', async () => {
    const { client, sent } = clientWith(['lost-answer'])
    const before = await count()
    const { data, response } = await client.POST('/api/cases', CASE)
    expect([response.status, response.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect(await count()).toBe(before + 1)
    const keys = sent.map((request) => request.headers.get('idempotency-key')).filter(Boolean)
    expect(keys).toHaveLength(2)
    expect(new Set(keys).size).toBe(1)
    expect(data?.caseId).toBeDefined()
  })

  it('what never arrived, waiting longer each time', async () => {
    const { client, slept } = clientWith(['lost', 'lost', 'lost'])
    expect((await client.GET('/api/cases')).response.status).toBe(200)
    expect(slept).toHaveLength(3)
    for (const [i, ms] of slept.entries()) {
      expect(ms).toBeGreaterThanOrEqual(125 * 2 ** i)
      expect(ms).toBeLessThanOrEqual(250 * 2 ** i)
    }
  })

  it('when asked to come back, and not before', async () => {
    const { client, slept } = clientWith([
      busy(429, { 'retry-after': '7' }),
      busy(503, { 'retry-after': '2' }),
      busy(503),
    ])
    expect((await client.GET('/api/cases')).response.status).toBe(200)
    expect(slept.map((ms) => ms >= 2000)).toEqual([true, true, false])
    expect(slept[0]).toBeGreaterThanOrEqual(7000)
  })

  it('no refusal, no fault, and nothing for longer than anybody waits', async () => {
    for (const step of [busy(409), busy(500), busy(422), busy(429, { 'retry-after': '3600' })]) {
      const { client, slept } = clientWith([step])
      expect((await client.GET('/api/cases')).response.ok).toBe(false)
      expect(slept).toEqual([])
    }
  })

  it('only so often', async () => {
    const lost = clientWith(Array<Step>(9).fill('lost'), { attempts: 3 })
    await expect(lost.client.GET('/api/cases')).rejects.toThrow('fetch failed')
    expect(lost.paths().filter((path) => path === '/api/cases')).toHaveLength(3)
    const full = clientWith(Array<Step>(9).fill(busy(503)), { attempts: 2 })
    expect((await full.client.GET('/api/cases')).response.status).toBe(503)
  })

  it('nothing that was called off', async () => {
    const off = new AbortController()
    const { client, paths } = clientWith(['lost', 'lost'], {
      sleep: async () => off.abort(new Error('called off')),
    })
    await expect(client.GET('/api/cases', { signal: off.signal })).rejects.toThrow('called off')
    expect(paths().filter((path) => path === '/api/cases')).toHaveLength(1)
  })

  it('under the key that was given', async () => {
    const { client, sent } = clientWith()
    await client.POST('/api/cases', { ...CASE, headers: { 'Idempotency-Key': 'mine' } })
    expect(sent.at(-1)?.headers.get('idempotency-key')).toBe('mine')
  })
})

describe('the feed', () => {
  it('is followed item by item, and goes on from a cursor', async () => {
    const { client } = clientWith()
    await sequenced(alpine)
    const { data } = await client.GET('/api/feed', { params: { query: { after: 'now' } } })
    for (let i = 0; i < 3; i++) await client.POST('/api/cases', CASE)
    await sequenced(alpine)
    const seen: string[] = []
    let last = ''
    for await (const item of client.feed({ after: data?.cursor ?? '', limit: 1, wait: 0 })) {
      seen.push(item.event?.type ?? item.kind)
      last = item.cursor
      if (seen.length === 2) break
    }
    for await (const item of client.feed({ after: last, wait: 0 })) {
      seen.push(item.event?.type ?? item.kind)
      break
    }
    expect(seen).toEqual(['case-opened', 'case-opened', 'case-opened'])
  })

  it('ends with the problem when it is refused', async () => {
    const { client } = clientWith()
    const broken = client.feed({ after: 'nonsense' })
    const error = await broken.next().catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ status: 400, word: 'cursor-invalid' })
  })

  it('ends quietly when it is called off, before or while it waits', async () => {
    const before = clientWith().client.feed({ signal: AbortSignal.abort() })
    expect(await before.next()).toMatchObject({ done: true })
    const off = new AbortController()
    const { client } = clientWith([
      () => {
        off.abort()
        throw new DOMException('called off', 'AbortError')
      },
    ])
    expect(await client.feed({ signal: off.signal }).next()).toMatchObject({ done: true })
  })
})
