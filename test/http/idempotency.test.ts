import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readKey } from '../../src/http/idempotency.ts'
import { createApp } from '../../src/http/app.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { openedBy, type System, systemOf } from '../kit/api.ts'
import { network, type Network, vendorOf } from '../kit/network.ts'

let net: Network
let alpine: System
beforeAll(async () => {
  net = await network([1])
  alpine = await systemOf(vendorOf(net, 0))
})
afterAll(() => net[Symbol.asyncDispose]())

const CASE = { problem: { summary: 'Guests freeze' } }
const open = (key: string, body: object = CASE, system = alpine) =>
  system.post('/api/cases', body, { 'idempotency-key': key })
const count = async () => (await alpine.get('/api/cases?limit=200')).body.items.length

describe('serves', () => {
  it('the first answer again, with nothing happening twice', async () => {
    const first = await open('"k-1"')
    const before = await count()
    const again = await open('"k-1"')
    expect([again.status, again.text]).toEqual([201, first.text])
    for (const header of ['etag', 'location'])
      expect(again.headers.get(header)).toBe(first.headers.get(header))
    expect(again.headers.get('idempotency-replayed')).toBe('true')
    expect(await count()).toBe(before)
  })

  it('with or without quotes the same key', async () => {
    const first = await open('k-2')
    expect((await open('"k-2"')).text).toBe(first.text)
  })

  it('a command on a case, even when the case has moved on', async () => {
    const { at } = await openedBy(alpine)
    const note = () => alpine.post(`${at}/notes`, { text: 'Once.' }, { 'idempotency-key': 'n-1' })
    const first = await note()
    await alpine.post(`${at}/close`, { code: 'solved' })
    expect((await note()).text).toBe(first.text)
    expect((await alpine.get(`${at}/notes`)).body.items).toHaveLength(1)
    const closing = () =>
      alpine.post(
        `${at}/reopen`,
        { code: 'returned' },
        { 'idempotency-key': 'r-1', 'if-match': '"3"' },
      )
    expect((await closing()).status).toBe(200)
    expect((await closing()).status).toBe(200)
  })

  it('a change of settings', async () => {
    const { headers } = await alpine.get('/api/profile')
    const save = () =>
      alpine.put(
        '/api/profile',
        { name: 'Alpine' },
        { 'if-match': headers.get('etag') ?? '', 'idempotency-key': 'p-1' },
      )
    const first = await save()
    expect((await save()).text).toBe(first.text)
  })

  it('every write without a key as a new one', async () => {
    const before = await count()
    await alpine.post('/api/cases', CASE)
    await alpine.post('/api/cases', CASE)
    expect(await count()).toBe(before + 2)
  })

  it('two at once: one is done, the other is asked to come back', async () => {
    const before = await count()
    const said = await Promise.all([open('k-3'), open('k-3')])
    expect(said.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const late = said.find(({ status }) => status === 409)
    expect(late?.body.type).toBe('urn:entente:problem:idempotency-key-running')
    expect(late?.headers.get('retry-after')).toBe('1')
    expect(await count()).toBe(before + 1)
  })

  it('two at once at two processes: both answer alike', async () => {
    const before = await count()
    const { host } = alpine.vendor
    const app = createApp(host.gateway.deps, host.gateway.site)
    const twin: System = await systemOf({
      ...alpine.vendor,
      host: { ...host, gateway: { ...host.gateway, app } },
    })
    const send = (system: System) =>
      system.send('/api/cases', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'idempotency-key': 'k-4',
          authorization: `Bearer ${alpine.token}`,
        },
        body: JSON.stringify(CASE),
      })
    const [one, two] = await Promise.all([send(alpine), send(twin)])
    expect(one.text).toBe(two.text)
    expect(one.status).toBe(201)
    expect(await count()).toBe(before + 1)
  })
})

describe('refuses', () => {
  it('a key that came with another request', async () => {
    await open('k-5')
    const other = await open('k-5', { problem: { summary: 'Something else' } })
    expect([other.status, other.body.type]).toEqual([
      422,
      'urn:entente:problem:idempotency-key-reused',
    ])
    const elsewhere = await alpine.post(
      '/api/console-links',
      { name: 'A' },
      { 'idempotency-key': 'k-5' },
    )
    expect(elsewhere.status).toBe(422)
  })

  it('a key that is none', async () => {
    for (const key of ['""', 'x'.repeat(256), '"a"b"'])
      expect((await open(key)).body.field).toBe('Idempotency-Key')
  })

  it('nothing for ever: what was refused is judged anew', async () => {
    const { at } = await openedBy(alpine)
    const reopen = () =>
      alpine.post(`${at}/reopen`, { code: 'mistake' }, { 'idempotency-key': 'k-6' })
    expect((await reopen()).status).toBe(409)
    await alpine.post(`${at}/close`, { code: 'solved' })
    expect((await reopen()).status).toBe(200)
  })
})

describe('guards', () => {
  it('one client’s keys from another’s', async () => {
    const other = await systemOf(vendorOf(net, 0))
    const first = await open('k-7')
    const second = await open('k-7', CASE, other)
    expect(second.status).toBe(201)
    expect(second.body.caseId).not.toBe(first.body.caseId)
  })
})

it('a key is a quoted string or bare visible text', () => {
  expect(readKey('"a b"')).toBe('a b')
  expect(readKey(' 8e03978e-40d5 ')).toBe('8e03978e-40d5')
  for (const bad of ['', '"', '"a', 'a b', 'a"b', 'ä', '"\u0000"'])
    expect(readKey(bad)).toBeInstanceOf(Refusal)
})
