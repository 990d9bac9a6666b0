// Callers who have not shown who they are: what they may ask, and what they cannot make us do.
import { describe, expect, it } from 'vitest'
import { createApp } from '../../src/http/app.ts'
import { STRANGER_RATES, strangerBuckets } from '../../src/http/strangers.ts'
import type { Deps, NetRequest } from '../../src/flows/ports.ts'
import { accept, note, open } from '../kit/case-inputs.ts'
import { network, vendorOf } from '../kit/network.ts'

type Rates = Parameters<typeof strangerBuckets>[0]

/** Two vendors in a case; the doors of the first with limits of its own, and what it asks the network written down. */
async function behindLimits(rates: Rates = {}, met = true) {
  const net = await network([1, 1])
  const [a, b] = [vendorOf(net, 0), vendorOf(net, 1)]
  const { caseId } = await open(a, met ? [b] : [])
  await net.settle()
  if (met) await accept(b, caseId)
  await net.settle()
  const fetched: string[] = []
  const { deps, site } = a.host.gateway
  const request: Deps['net']['request'] = (asked: NetRequest) => {
    fetched.push(asked.url)
    return deps.net.request(asked)
  }
  const app = createApp({ ...deps, net: { request } }, site, { strangers: strangerBuckets(rates) })
  const call = async (peer: string | undefined, path: string, init: RequestInit = {}) =>
    app.fetch(new Request(`${a.host.origin}${path}`, init), peer === undefined ? {} : { peer })
  const push = (peer: string, token: string) =>
    call(peer, '/members/alpine/exchange/events', {
      method: 'POST',
      headers: { 'content-type': 'application/secevent+jwt' },
      body: token,
    })
  const ask = async (
    peer: string,
    iss: string,
    nth: number,
    signer: Deps['signer'] = b.host.gateway.deps.signer,
  ) => {
    const url = `${a.host.origin}/members/alpine/exchange/heads`
    const body = new TextEncoder().encode('{"cases":[]}')
    const wanted = { audience: a.id, method: 'POST', url, body, offsetSeconds: 0 }
    const token = await signer.sealRequest(b.id, wanted)
    return call(peer, '/members/alpine/exchange/heads', {
      method: 'POST',
      headers: {
        authorization: `Entente-Request ${iss === b.id ? token : renamed(token, iss, nth)}`,
      },
      body,
    })
  }
  return { ...net, a, b, caseId, app, call, push, ask, fetched }
}

const decode = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString())
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The same token in another member's name: its signature cannot be judged before its name was looked up. */
function renamed(token: string, iss: string, nth: number): string {
  const [header = '', payload = '', signature = ''] = token.split('.')
  return [header, encode({ ...decode(payload), iss, jti: `j${nth}` }), signature].join('.')
}

const JUNK = 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln'

describe('an address that pushes what is refused', () => {
  it('is told to wait after so much of it, with the word and the time, and is heard again then', async () => {
    await using there = await behindLimits({ useless: { quota: 3, windowSeconds: 60 } })
    for (let i = 0; i < 3; i++) expect((await there.push('192.0.2.1', JUNK)).status).toBe(400)
    const refused = await there.push('192.0.2.1', JUNK)
    expect(refused.status).toBe(429)
    expect(await refused.json()).toMatchObject({ err: 'invalid_request', word: 'rate-limited' })
    const seconds = Number(refused.headers.get('retry-after'))
    expect(seconds).toBe(20)
    expect((await there.push('192.0.2.2', JUNK)).status).toBe(400)
    there.clock.advance(seconds * 1000)
    expect((await there.push('192.0.2.1', JUNK)).status).toBe(400)
  })

  it('pays for every refused event of a batch', async () => {
    await using there = await behindLimits({ useless: { quota: 10, windowSeconds: 60 } })
    const sets = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`j${i}`, `${JUNK}${i}`]))
    const batch = () =>
      there.call('192.0.2.1', '/members/alpine/exchange/batch', {
        method: 'POST',
        body: JSON.stringify({ sets }),
      })
    expect((await batch()).status).toBe(202)
    expect((await batch()).status).toBe(429)
  })

  it('cannot come from another address of its IPv6 network', async () => {
    await using there = await behindLimits({ useless: { quota: 1, windowSeconds: 60 } })
    expect((await there.push('2001:db8:1:2::1', JUNK)).status).toBe(400)
    expect((await there.push('2001:db8:1:2:ffff::9', JUNK)).status).toBe(429)
    expect((await there.push('2001:db8:1:3::1', JUNK)).status).toBe(400)
  })
})

describe('an address that pushes what we take', () => {
  it('is never limited, repetitions included', async () => {
    await using there = await behindLimits({ useless: { quota: 2, windowSeconds: 600 } })
    await note(there.b, there.caseId, 'one')
    const { deps } = there.b.host.gateway
    const [item] = await deps.work.queued(there.b.id, there.a.id, { events: 1, bytes: 9_999 })
    for (let i = 0; i < 20; i++)
      expect((await there.push('192.0.2.1', item?.token ?? '')).status).toBe(202)
  })
})

describe('a stranger that names others', () => {
  it('makes us look up only so many, for each address and in all', async () => {
    await using there = await behindLimits({
      lookups: { quota: 3, windowSeconds: 60 },
      allLookups: { quota: 5, windowSeconds: 60 },
    })
    const statuses: number[] = []
    for (let i = 0; i < 6; i++)
      statuses.push((await there.ask('192.0.2.1', `https://nobody-${i}.test`, i)).status)
    expect(statuses).toEqual([503, 503, 503, 429, 429, 429])
    expect(there.fetched).toHaveLength(3)
    for (let i = 10; i < 16; i++) await there.ask(`192.0.2.${i}`, `https://nobody-${i}.test`, i)
    expect(there.fetched).toHaveLength(5)
    there.clock.advance(61_000)
    expect((await there.ask('192.0.2.1', 'https://nobody-99.test', 99)).status).toBe(503)
  })

  it('makes us look up the same one once in a while, however often it is named', async () => {
    await using there = await behindLimits()
    for (let i = 0; i < 20; i++) await there.ask('192.0.2.1', 'https://nobody.test', i)
    expect(there.fetched).toHaveLength(1)
  })

  it('makes us ask a partner for new keys once in a while, and does not lock it out', async () => {
    await using there = await behindLimits({ lookups: { quota: 1, windowSeconds: 60 } })
    there.clock.advance(31_000)
    const strange = await there.a.host.gateway.deps.members.keysOf(there.a.id, 'event')
    expect(strange).toHaveLength(1)
    const forged = async (nth: number) => {
      const [, payload = '', signature = ''] = renamed(
        await there.a.host.gateway.deps.signer.sealRequest(there.a.id, {
          audience: there.a.id,
          method: 'POST',
          url: `${there.a.host.origin}/members/alpine/exchange/heads`,
          body: null,
          offsetSeconds: 0,
        }),
        there.b.id,
        nth,
      ).split('.')
      const kid = 'A'.repeat(43)
      const header = Buffer.from(
        JSON.stringify({ alg: 'ES256', kid, typ: 'entente-request+jwt' }),
      ).toString('base64url')
      return there.call('192.0.2.1', '/members/alpine/exchange/heads', {
        method: 'POST',
        headers: { authorization: `Entente-Request ${header}.${payload}.${signature}` },
        body: '{"cases":[]}',
      })
    }
    expect((await forged(0)).status).toBe(401)
    const perLookup = there.fetched.length
    for (let i = 1; i < 10; i++) expect((await forged(i)).status).toBe(401)
    expect([perLookup > 0, there.fetched.length]).toEqual([true, perLookup])
    const { signer } = there.b.host.gateway.deps
    expect((await there.ask('192.0.2.1', there.b.id, 0, signer)).status).toBe(200)
  })

  it('is told when to come again', async () => {
    await using there = await behindLimits({ allLookups: { quota: 1, windowSeconds: 3_600 } })
    await there.ask('192.0.2.1', 'https://nobody.test', 1)
    const limited = await there.ask('192.0.2.9', 'https://nobody-2.test', 2)
    expect(limited.status).toBe(429)
    expect(limited.headers.get('retry-after')).toBe('60')
  })

  it('does not have its invitation refused for good because too many were looked up', async () => {
    await using there = await behindLimits({ lookups: { quota: 1, windowSeconds: 60 } }, false)
    const { a, b } = there
    await open(b, [a])
    const sent = await b.host.gateway.deps.work.queued(b.id, a.id, { events: 9, bytes: 99_999 })
    const push = async () => {
      const answer = await there.call('192.0.2.1', '/members/alpine/exchange/batch', {
        method: 'POST',
        body: JSON.stringify({ sets: Object.fromEntries(sent.map((s) => [s.jti, s.token])) }),
      })
      return (await answer.json()) as { ack: string[]; setErrs: object }
    }
    await there.ask('192.0.2.1', 'https://nobody.test', 1)
    expect(await push()).toEqual({ ack: [], setErrs: {} })
    there.clock.advance(61_000)
    expect((await push()).ack).toHaveLength(sent.length)
  })
})

describe('other doors that anybody may knock at', () => {
  it('serve public documents so often to one address', async () => {
    await using there = await behindLimits({ documents: { quota: 2, windowSeconds: 60 } })
    const path = '/members/alpine/.well-known/openid-federation'
    for (let i = 0; i < 2; i++) expect((await there.call('192.0.2.1', path)).status).toBe(200)
    const refused = await there.call('192.0.2.1', path)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBe(30)
    const said = (await refused.json()) as { error: string; error_description: string }
    expect(said.error).toBe('temporarily_unavailable')
    expect(said.error_description).toContain('rate-limited')
    expect((await there.call('192.0.2.2', path)).status).toBe(200)
  })

  it('refuse tokens so often to one address', async () => {
    await using there = await behindLimits({ tokens: { quota: 2, windowSeconds: 60 } })
    const knock = () =>
      there.call('192.0.2.1', '/api/oauth/token', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'grant_type=client_credentials&client_id=x&client_secret=y',
      })
    for (let i = 0; i < 2; i++) expect((await knock()).status).toBe(401)
    const refused = await knock()
    expect(refused.status).toBe(429)
    expect(refused.headers.get('retry-after')).toBe('30')
    expect(await refused.json()).toMatchObject({ type: 'urn:entente:problem:rate-limited' })
  })

  it('have us look at so many applicants for admission', async () => {
    await using there = await behindLimits({ lookups: { quota: 2, windowSeconds: 60 } })
    const knock = async (i: number) => {
      const { deps } = there.b.host.gateway
      const token = await deps.signer.sealRequest(there.b.id, {
        audience: there.b.id,
        method: 'POST',
        url: `${there.a.host.origin}/members/alliance/exchange/admission`,
        body: null,
        offsetSeconds: 0,
      })
      return there.call('192.0.2.1', '/members/alliance/exchange/admission', {
        method: 'POST',
        headers: {
          authorization: `Entente-Request ${renamed(token, `https://applicant-${i}.test`, i)}`,
        },
      })
    }
    for (let i = 0; i < 4; i++) await knock(i)
    expect(there.fetched).toHaveLength(2)
    expect((await knock(9)).status).toBe(429)
  })

  it('count nothing where the runtime tells no address', async () => {
    await using there = await behindLimits({ documents: { quota: 1, windowSeconds: 60 } })
    const path = '/members/alpine/.well-known/openid-federation'
    for (let i = 0; i < 3; i++) expect((await there.call(undefined, path)).status).toBe(200)
  })
})

it('keeps so much for each of ten thousand addresses, and no more', () => {
  const { useless } = strangerBuckets()
  for (let i = 0; i < 25_000; i++) useless.draw(`192.0.2.${i}`, 0)
  expect(useless.size).toBe(10_000)
  expect(STRANGER_RATES.lookups.quota).toBeLessThan(STRANGER_RATES.allLookups.quota)
})
