import { describe, expect, it, onTestFinished } from 'vitest'
import type { NetRequest } from '../../src/flows/ports.ts'
import { allowLoopback, createNet } from '../../src/net/fetch.ts'
import { NetFault } from '../../src/net/net-fault.ts'
import {
  createNodeTransport,
  type Lookup,
  type NodeTransportOptions,
} from '../../src/net/node-fetch.ts'
import { CERTIFICATE, serve, serveTcp, serveTls } from './server.ts'

function netWith(options: NodeTransportOptions = {}, loopback = true) {
  const transport = createNodeTransport(options)
  onTestFinished(() => transport.close())
  return createNet({ transport, ...(loopback ? { [allowLoopback]: true as const } : {}) })
}
const ask = (url: string): NetRequest => ({ method: 'GET', url })
const text = (body: Uint8Array): string => new TextDecoder().decode(body)
const faultOf = (promise: Promise<unknown>): Promise<NetFault> =>
  promise.then(
    () => {
      throw new Error('answered')
    },
    (error: unknown) => {
      if (error instanceof NetFault) return error
      throw error
    },
  )
const resolving =
  (...addresses: string[]): Lookup =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

const unknownName: Lookup = () => Promise.reject(new Error('getaddrinfo ENOTFOUND'))
const silent: Lookup = () => new Promise(() => {})

describe('an answer', () => {
  it.each(['127.0.0.1', '::1'])('comes back whole from %s, whatever its status', async (host) => {
    const base = await serve((request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk: Buffer) => chunks.push(chunk))
      request.on('end', () => {
        response.writeHead(418, { 'x-echo': request.headers['x-given'] ?? '', 'retry-after': '3' })
        response.end(`${request.method} ${request.url} ${Buffer.concat(chunks).toString()}`)
      })
    }, host)
    const answer = await netWith().request({
      method: 'POST',
      url: `${base}/a?b=c`,
      headers: { 'x-given': 'hello' },
      body: new TextEncoder().encode('body'),
    })
    expect(answer.status).toBe(418)
    expect(text(answer.body)).toBe('POST /a?b=c body')
    expect([answer.headers.get('x-echo'), answer.headers.get('retry-after')]).toEqual([
      'hello',
      '3',
    ])
  })

  it('is found by name', async () => {
    const base = await serve((_, response) => response.end('here'))
    const { port } = new URL(base)
    expect(text((await netWith().request(ask(`http://localhost:${port}/`))).body)).toBe('here')
  })

  it('is the redirect itself: nothing follows it', async () => {
    let asked = 0
    const base = await serve((_, response) => {
      asked++
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end()
    })
    const { status, headers } = await netWith().request(ask(base))
    expect([status, headers.get('location'), asked]).toEqual([302, 'http://169.254.169.254/', 1])
  })

  it('comes over a connection that is kept', async () => {
    const ports = new Set<number | undefined>()
    const base = await serve((request, response) => {
      ports.add(request.socket.remotePort)
      response.end()
    })
    const net = netWith()
    for (let i = 0; i < 5; i++) await net.request(ask(base))
    expect(ports.size).toBe(1)
  })

  it('comes though the kept connection was closed when we wrote into it', async () => {
    let connections = 0
    const base = await serveTcp((socket) => {
      const mine = ++connections
      let asked = 0
      socket.on('data', () => {
        if (mine === 1 && ++asked === 2) socket.resetAndDestroy()
        else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok')
      })
    })
    const net = netWith()
    await net.request(ask(base))
    expect(text((await net.request(ask(base))).body)).toBe('ok')
    expect(connections).toBe(2)
  })

  it('outlives the time after which an idle connection is closed', async () => {
    const base = await serve((_, response) => void setTimeout(() => response.end('late'), 80))
    expect(text((await netWith({ idleMs: 20 }).request(ask(base))).body)).toBe('late')
  })

  it('comes before the whole body was taken, and the rest is not sent', async () => {
    const gone = Promise.withResolvers<void>()
    const base = await serve((request, response) => {
      request.socket.on('close', () => gone.resolve())
      response.writeHead(413).end('too much')
    })
    const body = new Uint8Array(50_000_000)
    const { status } = await netWith().request({ method: 'POST', url: base, body })
    expect(status).toBe(413)
    await gone.promise
  })
})

describe('a fault', () => {
  it('says unreachable where nobody listens', async () => {
    const base = await serve((_, response) => response.end())
    const unused = base.replace(/\d+$/, '1')
    expect(await faultOf(netWith().request(ask(unused)))).toMatchObject({ kind: 'unreachable' })
  })

  it('says unreachable for a name that has no address', async () => {
    const fault = await faultOf(netWith({ lookup: unknownName }).request(ask('https://b.example/')))
    expect([fault.kind, fault.message]).toEqual(['unreachable', 'b.example: getaddrinfo ENOTFOUND'])
  })

  it.each([
    ['what is no HTTP', 'SSH-2.0-OpenSSH\r\n\r\n'],
    ['half an answer', 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\nok'],
  ])('says unreachable for %s', async (_, answer) => {
    const base = await serveTcp((socket) => socket.on('data', () => socket.end(answer)))
    expect(await faultOf(netWith().request(ask(base)))).toMatchObject({ kind: 'unreachable' })
  })

  it('says timeout for a server that never answers', async () => {
    const base = await serveTcp(() => {})
    const fault = await faultOf(netWith().request({ ...ask(base), timeoutMs: 40 }))
    expect(fault.kind).toBe('timeout')
  })

  it('says timeout for an answer that trickles', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('.'), 5)
      response.on('close', () => clearInterval(drip))
    })
    expect((await faultOf(netWith().request({ ...ask(base), timeoutMs: 60 }))).kind).toBe('timeout')
  })

  it('says timeout when resolving takes too long, before the whole time is over', async () => {
    const fault = await faultOf(
      netWith({ lookup: silent, connectMs: 20 }).request(ask('https://b.example/')),
    )
    expect([fault.kind, fault.message]).toEqual([
      'timeout',
      'b.example: no connection within 20 ms',
    ])
  })

  it('says timeout when TLS does not come about', async () => {
    const base = (await serveTcp(() => {})).replace('http:', 'https:')
    const fault = await faultOf(netWith({ connectMs: 40 }).request(ask(base)))
    expect([fault.kind, fault.message]).toMatchObject(['timeout', expect.stringContaining('40 ms')])
  })

  it('says aborted when the caller gives up', async () => {
    const controller = new AbortController()
    const base = await serve(() => controller.abort())
    const fault = await faultOf(netWith().request({ ...ask(base), signal: controller.signal }))
    expect(fault.kind).toBe('aborted')
  })

  it.each([
    ['announced', { 'content-length': '1001' }],
    ['not announced', {}],
  ])('says too-large for an answer beyond the limit, %s', async (_, headers) => {
    const gone = Promise.withResolvers<void>()
    const base = await serve((_request, response) => {
      response.on('close', gone.resolve)
      response.writeHead(200, headers)
      response.write('x'.repeat(1_001))
    })
    const fault = await faultOf(netWith().request({ ...ask(base), maxBytes: 1_000 }))
    expect(fault.kind).toBe('too-large')
    await gone.promise
  })

  it('takes an answer of exactly the limit', async () => {
    const base = await serve((_, response) => response.end('x'.repeat(1_000)))
    const { body } = await netWith().request({ ...ask(base), maxBytes: 1_000 })
    expect(body).toHaveLength(1_000)
  })

  it('says too-large for endless headers', async () => {
    const base = await serveTcp((socket) =>
      socket.on('data', () => socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(100_000)}`)),
    )
    expect((await faultOf(netWith().request(ask(base)))).kind).toBe('too-large')
  })
})

describe('an address', () => {
  it('is judged after the name was resolved', async () => {
    let reached = false
    const base = await serve((_, response) => {
      reached = true
      response.end()
    })
    const { port } = new URL(base)
    const names = netWith({ lookup: resolving('127.0.0.1', '::1') }, false)
    for (const scheme of ['http', 'https']) {
      const fault = await faultOf(names.request(ask(`${scheme}://b.example:${port}/`)))
      expect(fault.kind).toBe('blocked')
    }
    expect(reached).toBe(false)
  })

  it.each(['10.1.2.3', '169.254.169.254', 'fd00::1', '::ffff:192.168.1.1', '64:ff9b::a00:1'])(
    'inside a network (%s) is blocked even where loopback is allowed',
    async (address) => {
      const net = netWith({ lookup: resolving(address) })
      expect((await faultOf(net.request(ask('https://b.example/')))).kind).toBe('blocked')
    },
  )

  it('out of bounds is left out among others', async () => {
    const base = await serve((_, response) => response.end('here'))
    const { port } = new URL(base)
    const net = netWith({ lookup: resolving('10.0.0.1', '127.0.0.1') })
    expect(text((await net.request(ask(`http://b.example:${port}/`))).body)).toBe('here')
  })

  it('that changes after it was judged changes nothing: the name is resolved once per connection', async () => {
    const base = await serve((_, response) =>
      response.writeHead(200, { connection: 'close' }).end('mine'),
    )
    const { port } = new URL(base)
    let asked = 0
    const lookup: Lookup = async () => [
      { address: ++asked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 },
    ]
    const net = netWith({ lookup })
    expect(text((await net.request(ask(`http://b.example:${port}/`))).body)).toBe('mine')
    expect(asked).toBe(1)
    expect((await faultOf(net.request(ask(`http://b.example:${port}/`)))).kind).toBe('blocked')
  })

  it('of this machine by http does not let a public one pass by http', async () => {
    const net = netWith({ lookup: resolving('93.184.216.34') })
    expect((await faultOf(net.request(ask('http://b.example/')))).kind).toBe('blocked')
  })
})

describe('TLS', () => {
  const lookup = resolving('127.0.0.1')

  it('is checked against the name that was asked, over the pinned address', async () => {
    const base = await serveTls((_, response) => response.end('safe'))
    const { port } = new URL(base)
    const net = netWith({ lookup, ca: [CERTIFICATE] })
    expect(text((await net.request(ask(`https://partner.example:${port}/`))).body)).toBe('safe')
    const other = await faultOf(net.request(ask(`https://other.example:${port}/`)))
    expect(other).toMatchObject({ kind: 'unreachable' })
    expect(other.message).toMatch('does not match')
  })

  it('refuses a certificate that nobody vouches for', async () => {
    const base = await serveTls((_, response) => response.end('unsafe'))
    const { port } = new URL(base)
    const fault = await faultOf(
      netWith({ lookup }).request(ask(`https://partner.example:${port}/`)),
    )
    expect([fault.kind, fault.message]).toEqual([
      'unreachable',
      expect.stringMatching('self-signed'),
    ])
  })
})
