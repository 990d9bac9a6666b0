import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConsoleToken } from '../../../src/core/access/console-token.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
beforeAll(async () => {
  net = await network([2])
  alpine = await systemOf(vendorOf(net, 0))
})
afterAll(() => net[Symbol.asyncDispose]())

const ask = () => alpine.post('/api/console-links', { name: 'Ines' }, { 'idempotency-key': 'k-1' })

describe('serves', () => {
  it('a link for one person, to one case, for five minutes', async () => {
    const { id } = await openedBy(alpine)
    const said = await alpine.post('/api/console-links', { name: 'Ines Prado', caseId: id })
    expect(said.status).toBe(201)
    const url = new URL(said.body.url)
    expect(url.origin + url.pathname).toBe(`${alpine.vendor.host.origin}/console/sign-in`)
    const read = readConsoleToken(url.searchParams.get('token') ?? '')
    if (read instanceof Refusal) throw new Error(read.detail)
    expect(read.raw.claims).toMatchObject({ name: 'Ines Prado', case: id, sub: alpine.client.id })
    expect(Date.parse(said.body.expiresAt) - Date.parse(net.clock.now())).toBe(300_000)
  })

  it('the same link for the same key', async () => {
    const [one, two] = [await ask(), await ask()]
    expect(two.text).toBe(one.text)
    expect(two.headers.get('idempotency-replayed')).toBe('true')
  })
})

describe('refuses', () => {
  it('nobody’s name, and a case that is not there', async () => {
    expect((await alpine.post('/api/console-links', {})).body.field).toBe('name')
    const said = await alpine.post('/api/console-links', {
      name: 'A',
      caseId: `${'A'.repeat(42)}A`,
    })
    expect([said.status, said.body.type]).toEqual([404, 'urn:entente:problem:case-not-found'])
  })
})

describe('guards', () => {
  it('another member’s case', async () => {
    const basalt = await systemOf(vendorOf(net, 1))
    const { id } = await openedBy(basalt)
    expect((await alpine.post('/api/console-links', { name: 'A', caseId: id })).status).toBe(404)
  })
})
