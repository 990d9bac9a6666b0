import { describe, expect, it } from 'vitest'
import type { NetRequest } from '../../src/flows/ports.ts'
import { allowLoopback, createNet } from '../../src/net/fetch.ts'
import { NetFault } from '../../src/net/net-fault.ts'
import { createFetchTransport, type Fetch } from '../../src/net/worker-fetch.ts'
import { serve } from './server.ts'

const netWith = (fetch: Fetch, loopback = false) =>
  createNet({
    transport: createFetchTransport(fetch),
    ...(loopback ? { [allowLoopback]: true as const } : {}),
  })
const ask = (url: string): NetRequest => ({ method: 'GET', url })
const text = (body: Uint8Array): string => new TextDecoder().decode(body)
const kindOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof NetFault ? error.kind : `not a fault: ${String(error)}`),
  )

/** A door that says what it was asked. */
const echo: Fetch = async (request) =>
  new Response(`${request.method} ${request.url} ${await request.text()}`, {
    status: 202,
    headers: { 'x-seen': request.headers.get('x-given') ?? '' },
  })
const deaf: Fetch = () => new Promise(() => {})
const half: Fetch = async () =>
  new Response(new ReadableStream({ start: (c) => c.enqueue(new Uint8Array(1)) }))
const failing: Fetch = () => Promise.reject(new TypeError('fetch failed'))

describe('createFetchTransport', () => {
  it('asks a gateway through its doors, without a port', async () => {
    const answer = await netWith(echo).request({
      method: 'POST',
      url: 'https://b.example/push',
      headers: { 'x-given': 'hello' },
      body: new TextEncoder().encode('{}'),
    })
    expect([answer.status, answer.headers.get('x-seen')]).toEqual([202, 'hello'])
    expect(text(answer.body)).toBe('POST https://b.example/push {}')
  })

  it('asks by the runtime’s own fetch, and follows no redirect', async () => {
    let asked = 0
    const base = await serve((_, response) => {
      asked++
      response.writeHead(307, { location: '/elsewhere' }).end('moved')
    })
    const { status, headers, body } = await netWith((r) => fetch(r), true).request(ask(base))
    expect([status, headers.get('location'), text(body), asked]).toEqual([
      307,
      '/elsewhere',
      'moved',
      1,
    ])
  })

  it.each([
    'http://b.example/',
    'https://intranet/',
    'https://db.internal/',
    'https://printer.local/',
    'https://localhost/',
    'https://10.0.0.1/',
  ])('sends nothing to %s', async (url) => {
    let asked = false
    const door: Fetch = async () => {
      asked = true
      return new Response()
    }
    expect(await kindOf(netWith(door).request(ask(url)))).toBe('blocked')
    expect(asked).toBe(false)
  })

  it.each([
    ['announced', { 'content-length': '11' }],
    ['not announced', {}],
  ])('stops an answer beyond the limit, %s', async (_, headers) => {
    let cancelled = false
    const door: Fetch = async () =>
      new Response(
        new ReadableStream<Uint8Array>({
          pull: (controller) => controller.enqueue(new Uint8Array(4)),
          cancel: () => {
            cancelled = true
          },
        }),
        { headers },
      )
    expect(
      await kindOf(netWith(door).request({ ...ask('https://b.example/'), maxBytes: 10 })),
    ).toBe('too-large')
    expect(cancelled).toBe(true)
  })

  it('ends a fetch that does not listen to its signal', async () => {
    const request = { ...ask('https://b.example/'), timeoutMs: 5 }
    expect(await kindOf(netWith(deaf).request(request))).toBe('timeout')
  })

  it('ends an answer that stops in the middle', async () => {
    const request = { ...ask('https://b.example/'), timeoutMs: 5 }
    expect(await kindOf(netWith(half).request(request))).toBe('timeout')
  })

  it('names a failing fetch unreachable', async () => {
    expect(await kindOf(netWith(failing).request(ask('https://b.example/')))).toBe('unreachable')
  })
})
