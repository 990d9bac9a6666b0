import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import type { FaultRecord, RequestRecord, Telemetry } from '../../src/http/telemetry.ts'
import type { AppOptions } from '../../src/http/context.ts'
import { ask, systemOf } from '../kit/api.ts'
import { network, type Network, type Vendor, vendorOf } from '../kit/network.ts'

let net: Network
let alpine: Vendor
beforeAll(async () => {
  net = await network([1])
  alpine = vendorOf(net, 0)
})
afterAll(() => net[Symbol.asyncDispose]())

/** The same gateway behind other settings, or with another storage. */
function behind(options: AppOptions, change: object = {}): Vendor {
  const { gateway } = alpine.host
  const app = createApp({ ...gateway.deps, ...change }, gateway.site, options)
  return { ...alpine, host: { ...alpine.host, gateway: { ...gateway, app } } }
}
class StorageUnavailable extends Error {
  override readonly name = 'StorageUnavailable'
  readonly outcome: string
  constructor(outcome: string) {
    super('the database went away')
    this.outcome = outcome
  }
}
const failing = (error: Error) => new Proxy({}, { get: () => async () => Promise.reject(error) })
const lost = (outcome = 'nothing-changed') => ({
  log: failing(new StorageUnavailable(outcome)),
  cases: failing(new StorageUnavailable(outcome)),
})

class Listening implements Telemetry {
  readonly requests: RequestRecord[] = []
  readonly faults: FaultRecord[] = []
  request(record: RequestRecord) {
    this.requests.push(record)
  }
  fault(record: FaultRecord) {
    this.faults.push(record)
  }
  async metrics() {
    return { contentType: 'text/plain; version=0.0.4', text: 'entente_up 1\n' }
  }
}

describe('serves', () => {
  it('that it is alive, whatever else is wrong', async () => {
    const said = await ask(behind({ version: '1.2.3' }, lost()), '/healthz')
    expect([said.status, said.body]).toEqual([200, { status: 'alive', version: '1.2.3' }])
  })

  it('that it is ready, and if not, why', async () => {
    expect((await ask(alpine, '/readyz')).status).toBe(200)
    const draining = await ask(behind({ notReady: () => 'draining' }), '/readyz')
    expect([draining.status, draining.body.checks.process]).toEqual([503, 'draining'])
    const down = await ask(behind({}, lost()), '/readyz')
    expect([down.status, down.body.checks.database]).toEqual([503, 'unreachable'])
    expect(down.headers.get('retry-after')).not.toBeNull()
  })

  it('metrics where they are kept', async () => {
    expect((await ask(alpine, '/metrics')).status).toBe(404)
    expect((await ask(behind({ telemetry: new Listening() }), '/metrics')).text).toBe(
      'entente_up 1\n',
    )
  })
})

describe('trouble', () => {
  it('a database that is gone is said so, with when to come back, and comes back alone', async () => {
    const { token } = await systemOf(alpine)
    const read = (vendor: Vendor) =>
      ask(vendor, '/api/cases', { headers: { authorization: `Bearer ${token}` } })
    const said = await read(behind({}, lost()))
    expect([said.status, said.body.type]).toEqual([503, 'urn:entente:problem:unavailable'])
    expect(said.headers.get('retry-after')).toBe('2')
    expect(said.body.detail).toContain('nothing was changed')
    const unsure = await read(behind({}, lost('unknown')))
    expect(unsure.body.detail).toContain('Idempotency-Key')
    expect((await read(alpine)).status).toBe(200)
  })

  it('a fault shows its number and nothing else, and is told with everything', async () => {
    const telemetry = new Listening()
    const { token } = await systemOf(alpine)
    const vendor = behind({ telemetry }, { cases: failing(new Error('secret: column x')) })
    const said = await ask(vendor, '/api/cases', {
      headers: { authorization: `Bearer ${token}`, 'request-id': 'mine-1' },
    })
    expect(said.status).toBe(500)
    expect(said.text).not.toContain('secret')
    const [fault] = telemetry.faults
    expect(fault).toMatchObject({ incident: said.body.incident, requestId: 'mine-1' })
    expect(String(fault?.error)).toContain('secret')
  })
})

describe('what is told of a request', () => {
  it('names the route, the caller and the word, and no case', async () => {
    const telemetry = new Listening()
    const { token, client } = await systemOf(alpine)
    const vendor = behind({ telemetry })
    await ask(vendor, `/api/cases/${'A'.repeat(43)}`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(telemetry.requests).toMatchObject([
      {
        method: 'GET',
        route: '/api/cases/:caseId',
        status: 404,
        member: alpine.id,
        client: client.id,
        word: 'case-not-found',
      },
    ])
  })

  it('names nobody who is not known', async () => {
    const telemetry = new Listening()
    await ask(behind({ telemetry }), '/api/cases')
    expect(telemetry.requests).toMatchObject([{ status: 401, member: null, client: null }])
  })
})

const idFor = async (given: string) =>
  (await ask(alpine, '/healthz', { headers: { 'request-id': given } })).headers.get('request-id')

describe('guards', () => {
  it('the request’s own id comes back if it is fit to be logged', async () => {
    expect(await idFor('desk-42/a')).toBe('desk-42/a')
    for (const bad of ['with blank', 'x'.repeat(101), '\u00e9'])
      expect(await idFor(bad)).not.toBe(bad)
  })

  it('every answer keeps browsers careful', async () => {
    for (const path of ['/healthz', '/api/cases', '/nowhere']) {
      const { headers } = await ask(alpine, path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
  })

  it('what is nowhere is not there, and says so as a problem', async () => {
    const said = await ask(alpine, '/nowhere')
    expect([said.status, said.body.type]).toEqual([404, 'urn:entente:problem:not-found'])
  })

  it('one client cannot take everything', async () => {
    const vendor = behind({ rate: { quota: 3, windowSeconds: 60 } })
    const { token } = await systemOf(alpine)
    const other = await systemOf(alpine)
    const read = (by: string) =>
      ask(vendor, '/api/feed?after=now', { headers: { authorization: `Bearer ${by}` } })
    for (let i = 0; i < 3; i++) expect((await read(token)).status).toBe(200)
    const said = await read(token)
    expect([said.status, said.body.type]).toEqual([429, 'urn:entente:problem:rate-limited'])
    expect(said.headers.get('retry-after')).toBe('20')
    expect(said.headers.get('ratelimit')).toBe('"client";r=0;t=20')
    expect(said.headers.get('ratelimit-policy')).toBe('"client";q=3;w=60')
    expect((await read(other.token)).status).toBe(200)
    net.clock.advance(20_000)
    expect((await read(token)).status).toBe(200)
  })
})
