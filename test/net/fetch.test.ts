import { describe, expect, it } from 'vitest'
import { allowLoopback, createNet, type Outgoing, type Transport } from '../../src/net/fetch.ts'
import { NetFault } from '../../src/net/net-fault.ts'
import type { NetRequest } from '../../src/flows/ports.ts'

const ANSWER = { status: 200, headers: new Headers(), body: new Uint8Array() }
/** Never ends but by the signal. */
const stuck: Transport = ({ signal }) =>
  new Promise((_, reject) =>
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
  )
function recording() {
  const seen: Outgoing[] = []
  const transport: Transport = async (outgoing) => {
    seen.push(outgoing)
    return ANSWER
  }
  return { seen, transport }
}
const ask = (url: string): NetRequest => ({ method: 'GET', url })
const kindOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'answered',
    (error: unknown) => (error instanceof NetFault ? error.kind : `not a fault: ${String(error)}`),
  )

describe('createNet', () => {
  it('hands over what was asked, with limits and a name', async () => {
    const { seen, transport } = recording()
    const net = createNet({ transport, userAgent: 'entente/1' })
    const body = new Uint8Array([1])
    await net.request({ method: 'POST', url: 'https://b.example/x', headers: { a: 'b' }, body })
    expect(seen[0]).toMatchObject({
      method: 'POST',
      headers: { 'user-agent': 'entente/1', a: 'b' },
      body,
      maxBytes: 4 * 1024 * 1024,
    })
    expect(seen[0]?.url.href).toBe('https://b.example/x')
  })

  it.each([
    'http://b.example/',
    'http://8.8.8.8/',
    'http://127.0.0.1/',
    'https://127.0.0.1/',
    'https://localhost/',
    'https://[::1]/',
    'https://10.0.0.1/',
    'https://169.254.169.254/latest/',
    'https://2852039166/',
    'https://[fd00::1]/',
    'https://[64:ff9b::7f00:1]/',
    'ftp://b.example/',
    'file:///etc/passwd',
    'data:,x',
    'https://user:secret@b.example/',
    'https://user@b.example/',
    'no address',
  ])('blocks %s before anything is sent', async (url) => {
    const { seen, transport } = recording()
    const net = createNet({ transport })
    const plainName = url === 'http://b.example/'
    expect(await kindOf(net.request(ask(url)))).toBe(plainName ? 'answered' : 'blocked')
    // a name over http is for the transport to judge, once it is resolved: nothing public is admitted then
    if (plainName) expect(seen[0]?.admits('public')).toBe(false)
    else expect(seen).toEqual([])
  })

  it('admits public addresses by https alone', async () => {
    const { seen, transport } = recording()
    await createNet({ transport }).request(ask('https://b.example/'))
    const [outgoing] = seen
    expect((['public', 'loopback', 'private'] as const).map((r) => outgoing?.admits(r))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('admits this machine, http too, only when the symbol says so, and private networks never', async () => {
    const { seen, transport } = recording()
    const net = createNet({ transport, [allowLoopback]: true })
    await net.request(ask('http://127.0.0.1:1/'))
    await net.request(ask('http://localhost:1/'))
    await net.request(ask('https://[::1]:1/'))
    expect(seen).toHaveLength(3)
    expect(seen[0]?.admits('public')).toBe(false)
    expect(await kindOf(net.request(ask('https://10.0.0.1/')))).toBe('blocked')
    const options = { transport, allowLoopback: true }
    const named = createNet(options)
    expect(await kindOf(named.request(ask('http://127.0.0.1:1/')))).toBe('blocked')
  })

  it('ends a request whose time is over', async () => {
    const net = createNet({ transport: stuck })
    expect(await kindOf(net.request({ ...ask('https://b.example/'), timeoutMs: 5 }))).toBe(
      'timeout',
    )
  })

  it('ends a request that is given up, and one that was before it began', async () => {
    const net = createNet({ transport: stuck })
    const controller = new AbortController()
    const asked = net.request({ ...ask('https://b.example/'), signal: controller.signal })
    controller.abort()
    expect(await kindOf(asked)).toBe('aborted')
    const late = { ...ask('https://b.example/'), signal: AbortSignal.abort() }
    expect(await kindOf(net.request(late))).toBe('aborted')
  })

  it('counts waiting for a lane into the time', async () => {
    const net = createNet({ transport: stuck, lanes: 1 })
    const controller = new AbortController()
    const first = net.request({ ...ask('https://b.example/'), signal: controller.signal })
    expect(await kindOf(net.request({ ...ask('https://b.example/'), timeoutMs: 5 }))).toBe(
      'timeout',
    )
    expect(
      await kindOf(
        createNet({ transport: recording().transport }).request(ask('https://b.example/')),
      ),
    ).toBe('answered')
    controller.abort()
    expect(await kindOf(first)).toBe('aborted')
  })

  it('names anything else unreachable and keeps its cause', async () => {
    const cause = new Error('connect ECONNREFUSED')
    const net = createNet({ transport: () => Promise.reject(cause) })
    const fault = await net.request(ask('https://b.example/')).catch((error: unknown) => error)
    expect(fault).toMatchObject({ kind: 'unreachable', host: 'b.example', cause })
    expect(String(fault)).toBe('NetFault: b.example: connect ECONNREFUSED')
  })

  it('leaves nothing behind at the caller’s signal', async () => {
    let listening = 0
    const { signal } = new AbortController()
    const counted = Object.assign(signal, {
      addEventListener: () => void listening++,
      removeEventListener: () => void listening--,
    })
    const net = createNet({ transport: recording().transport })
    await net.request({ ...ask('https://b.example/'), signal: counted })
    expect(listening).toBe(0)
  })
})
