import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Instant, millisOf } from '../../../src/core/kernel/instant.ts'
import { USUAL_SCOPES } from '../../../src/core/access/scope.ts'
import { whoIsOnDuty } from '../../../src/flows/duty/who-is-on-duty.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { suspendMember } from '../../../src/flows/members/admit-member.ts'
import { type Said, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, sure, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
beforeEach(async () => {
  net = await network([1, 1])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
})
afterEach(() => net[Symbol.asyncDispose]())

const ask = (system: System, of: System, rest = ''): Promise<Said> =>
  system.get(`/api/who-answers?member=${encodeURIComponent(of.vendor.id)}${rest}`)

const MEMBER_FIELDS = ['member', 'handle', 'version', 'anchors']
async function publishes(system: System, change: object): Promise<void> {
  const { body, headers } = await system.get('/api/profile')
  const before = Object.fromEntries(
    Object.entries(body as object).filter(([name]) => !MEMBER_FIELDS.includes(name)),
  )
  const said = await system.put(
    '/api/profile',
    { ...before, ...change },
    { 'if-match': headers.get('etag') ?? '' },
  )
  expect(said.status).toBe(200)
}

/** Basalt follows the sun; Ana and Ben share the desk in Dublin. */
async function staffed(shareDutyNames = false): Promise<void> {
  await publishes(basalt, { supportProfile: { preset: 'follow-the-sun' }, shareDutyNames })
  const person = async (name: string, phone: string | null) =>
    (
      await basalt.post('/api/people', {
        name,
        roles: ['engineer', 'duty-manager'],
        zone: 'Europe/Dublin',
        phone,
      })
    ).body.id as string
  const people = [await person('Ana', '+353 86 1'), await person('Ben', null)]
  const rota = {
    name: 'Dublin',
    region: 'emea',
    zone: 'Europe/Dublin',
    start: '2026-03-23',
    handover: '01:30',
    shiftDays: 1,
    people,
    escalateTo: people,
  }
  expect((await basalt.post('/api/rotas', rota)).status).toBe(201)
}

/** Moves the clock of all to a moment. */
const moveTo = (at: string): void => net.clock.advance(Date.parse(at) - millisOf(net.clock.now()))
const part = (): void => net.wire.part(alpine.vendor.host.origin, basalt.vendor.host.origin)
const look = () =>
  resolvePartner(alpine.vendor.host.gateway.deps, alpine.vendor.id, basalt.vendor.id, {
    fresh: true,
  })

describe('who answers at a partner', () => {
  it('is what its gateway says now: the role and the hotline, no names', async () => {
    moveTo('2026-11-24T09:00:00Z')
    await staffed()
    const { status, body } = await ask(alpine, basalt)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      source: 'live',
      notLive: null,
      ageSeconds: 0,
      now: {
        region: { id: 'emea' },
        role: 'engineer',
        name: null,
        phone: '+353 1 555 0100',
      },
      until: '2026-11-24T17:00:00.000Z',
      next: { region: { id: 'amer' }, role: null, from: '2026-11-24T17:00:00.000Z' },
      hotline: '+353 1 555 0100',
    })
    expect(JSON.stringify(body)).not.toMatch(/Ana|Ben|353 86/)
  })

  it('is a person with a number where the partner shares that', async () => {
    moveTo('2026-11-23T09:00:00Z')
    await staffed(true)
    // 245 days after 23 March: an odd number, so that Ben has the shift; he has no phone of his own.
    expect((await ask(alpine, basalt)).body.now).toMatchObject({
      name: 'Ben',
      phone: '+353 1 555 0100',
    })
    moveTo('2026-11-24T09:00:00Z')
    sure(await look())
    expect((await ask(alpine, basalt)).body.now).toMatchObject({ name: 'Ana', phone: '+353 86 1' })
  })

  it('is remembered for half a minute, and no longer than it holds', async () => {
    moveTo('2026-11-24T16:59:50Z')
    await staffed()
    await ask(alpine, basalt)
    const before = net.wire.sent
    net.clock.advance(5_000)
    expect((await ask(alpine, basalt)).body).toMatchObject({ source: 'live', ageSeconds: 5 })
    expect(net.wire.sent).toBe(before)
    net.clock.advance(5_000)
    expect((await ask(alpine, basalt)).body.now.region.id).toBe('amer')
    expect(net.wire.sent).toBeGreaterThan(before)
  })

  it('is the region its document names where its gateway does not answer, and says how old that is', async () => {
    moveTo('2026-11-24T09:00:00Z')
    await staffed()
    sure(await look())
    await ask(alpine, basalt, '&at=2026-11-24T09:00:00Z')
    net.clock.advance(120_000)
    part()
    const { body } = await ask(alpine, basalt)
    expect(body).toMatchObject({
      source: 'document',
      notLive: 'partner-unreachable',
      ageSeconds: 120,
      now: { region: { id: 'emea' }, role: null, phone: '+353 1 555 0100' },
    })
    const before = net.wire.sent
    await ask(alpine, basalt)
    expect(net.wire.sent).toBe(before)
  })

  it('is told for another moment from the document', async () => {
    moveTo('2026-11-24T09:00:00Z')
    await staffed()
    const { body } = await ask(alpine, basalt, '&at=2026-11-28T12:00:00%2B01:00&level=1')
    expect(body).toMatchObject({
      at: '2026-11-28T11:00:00.000Z',
      source: 'document',
      notLive: null,
      now: { region: { id: 'night' } },
      until: '2026-11-29T21:00:00.000Z',
    })
  })

  it('is not known where it publishes nothing', async () => {
    expect((await ask(alpine, basalt)).body).toMatchObject({
      source: 'none',
      notLive: null,
      now: null,
      hotline: null,
      asOf: null,
    })
  })

  it('is told to nobody whom the alliance suspended', async () => {
    moveTo('2026-11-24T09:00:00Z')
    await staffed()
    expect((await ask(alpine, basalt)).body.source).toBe('live')
    net.clock.advance(31_000)
    const { deps } = alpine.vendor.host.gateway
    const anchor = (await deps.members.listEntities()).find(({ role }) => role === 'anchor')
    if (!anchor) throw new Error('the alliance is hosted by the first gateway')
    sure(await suspendMember(deps, anchor.id, alpine.vendor.id))
    const other = basalt.vendor.host.gateway.deps
    sure(await resolvePartner(other, basalt.vendor.id, alpine.vendor.id, { fresh: true }))
    expect((await ask(alpine, basalt)).body).toMatchObject({
      source: 'document',
      notLive: 'member-suspended',
    })
  })

  it('is shown beside a partner, from the document as it rests here', async () => {
    moveTo('2026-11-24T09:00:00Z')
    await staffed()
    const partner = encodeURIComponent(basalt.vendor.id)
    const one = await alpine.get(`/api/partners/profile?partner=${partner}`)
    const shown = {
      region: expect.any(String),
      until: '2026-11-24T17:00:00.000Z',
      next: expect.any(String),
      hotline: '+353 1 555 0100',
    }
    expect(one.body.answering).toEqual(shown)
    part()
    const [found] = (await alpine.get('/api/partners')).body.items
    expect(found.answering).toEqual(shown)
  })

  it('is refused with the name of what is wrong', async () => {
    const field = async (rest: string) => (await ask(alpine, basalt, rest)).body.field
    expect(await field('&level=5')).toBe('level')
    expect(await field('&at=tomorrow')).toBe('at')
    expect((await alpine.get('/api/who-answers')).body.field).toBe('member')
  })
})

describe('who answers here', () => {
  it('is the person of the rota, for callers who may read duty', async () => {
    moveTo('2026-11-24T09:00:00Z')
    await staffed()
    expect((await ask(basalt, basalt)).body).toMatchObject({
      source: 'live',
      now: { name: 'Ana', phone: '+353 86 1', role: 'engineer' },
    })
    const others = USUAL_SCOPES.filter((scope) => scope !== 'duty:read')
    const blind = await systemOf(basalt.vendor, others)
    expect((await ask(blind, basalt)).body.now).toMatchObject({ name: null, role: 'engineer' })
    expect((await ask(alpine, alpine)).body).toMatchObject({ source: 'none' })
  })

  it('changes at the wall time of the hand-over, also in the night that skips it', async () => {
    await staffed()
    const { deps } = basalt.vendor.host.gateway
    const names = async (at: string) => {
      const duty = await whoIsOnDuty(deps, basalt.vendor.id, at as Instant)
      return [...duty.people.map(({ person, as }) => `${person.name} ${as}`), duty.until]
    }
    // In Dublin the clocks jump from 1:00 to 2:00 at 1:00 UTC on 29 March 2026; 1:30 never comes.
    expect(await names('2026-03-29T00:59:59.999Z')).toEqual([
      'Ben on-duty',
      'Ana next',
      '2026-03-29T01:00:00.000Z',
    ])
    expect(await names('2026-03-29T01:00:00.000Z')).toEqual([
      'Ana on-duty',
      'Ben next',
      '2026-03-30T00:30:00.000Z',
    ])
    // In October 1:30 comes twice; its first coming counts.
    expect(await names('2026-10-25T00:29:59.999Z')).toEqual([
      'Ben on-duty',
      'Ana next',
      '2026-10-25T00:30:00.000Z',
    ])
    expect((await whoIsOnDuty(deps, alpine.vendor.id, net.clock.now())).people).toEqual([])
  })
})
