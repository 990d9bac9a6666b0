import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findSupportPreset } from '../../../src/core/support/preset.ts'
import { sure } from '../../core/support/kit.ts'
import { type System, systemOf } from '../../kit/api.ts'
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

const { profile: BERLIN } = sure(findSupportPreset('berlin-office-hours'))
const add = (document: object, headers = {}) =>
  alpine.post('/api/support-profiles', document, headers)

describe('support profiles', () => {
  it('are kept to the letter, listed, and published by the profile that names one', async () => {
    const first = await add({ ...BERLIN, version: '1' })
    expect([first.status, first.body.inUse]).toEqual([201, false])
    const profile = await alpine.get('/api/profile')
    const { member: _m, handle: _h, version: _v, anchors: _a, ...before } = profile.body
    const saved = await alpine.put(
      '/api/profile',
      { ...before, supportProfile: { version: '1' }, shareDutyNames: true },
      { 'if-match': profile.headers.get('etag') ?? '' },
    )
    expect(saved.body).toMatchObject({ supportProfile: { version: '1' }, shareDutyNames: true })
    const { items } = (await alpine.get('/api/support-profiles')).body
    expect(items).toEqual([{ ...first.body, inUse: true }])
    const read = await alpine.get('/api/support-profiles/1')
    expect(read.body).toEqual({
      ...items[0],
      document: JSON.stringify({ ...BERLIN, version: '1' }),
    })
    const served = await alpine.send('/members/alpine/exchange/support-profile', {})
    expect(served.text).toBe(read.body.document)
    expect(served.headers.get('etag')).toBe(`"${first.body.digest}"`)
  })

  it('never change under a version, and are added once for each key', async () => {
    const document = { ...BERLIN, version: '2', plans: [{ id: 'gold', name: 'Gold' }] }
    const key = { 'idempotency-key': 'support-2' }
    const first = await add(document, key)
    const again = await add(document, key)
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 'true'])
    expect(again.body).toEqual(first.body)
    const other = await add({ ...document, plans: [] })
    expect(other.body).toMatchObject({
      type: 'urn:entente:problem:support-profile-invalid',
      field: 'version',
    })
  })

  it('tell what changed between two versions', async () => {
    const said = await alpine.get('/api/support-profiles/changes?from=1&to=2')
    expect(said.body).toEqual({
      from: '1',
      to: '2',
      changes: [
        {
          part: 'plan',
          key: 'gold',
          change: 'added',
          from: null,
          to: { id: 'gold', name: 'Gold' },
        },
      ],
    })
    expect((await alpine.get('/api/support-profiles/changes?from=1')).body.to).toBe('2')
    const unknown = await alpine.get('/api/support-profiles/changes?from=1&to=9')
    expect([unknown.status, unknown.body.field]).toEqual([404, 'to'])
  })

  it('are refused with the path of the field and one sentence', async () => {
    const [calendar] = BERLIN.calendars
    const bad = async (change: object) => {
      const said = await add({ ...BERLIN, version: 'x', ...change })
      return [said.status, said.body.field]
    }
    expect(await bad({ calendars: [{ ...calendar, zone: 'Europe/Atlantis' }] })).toEqual([
      422,
      'calendars.0.zone',
    ])
    expect(await bad({ surprise: 1 })).toEqual([422, 'surprise'])
    expect(await bad({ targets: [{ clock: 'never' }] })).toEqual([422, 'targets.0.clock'])
    const text = await alpine.send('/api/support-profiles', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"version":"1","version":"2"}',
    })
    expect(text.status).toBe(400)
  })

  it('belong to one member', async () => {
    expect((await basalt.get('/api/support-profiles')).body.items).toEqual([])
    expect((await basalt.get('/api/support-profiles/1')).status).toBe(404)
    expect((await basalt.get('/api/support-profiles/changes?from=1')).status).toBe(404)
    expect((await basalt.send('/members/basalt/exchange/support-profile', {})).status).toBe(404)
    const { digest } = (await alpine.get('/api/support-profiles/2')).body
    const address = `/exchange/support-profile?sha256=${digest}`
    expect((await alpine.send(`/members/alpine${address}`, {})).status).toBe(200)
    expect((await alpine.send(`/members/basalt${address}`, {})).status).toBe(404)
  })

  it('have presets to start from', async () => {
    const { items } = (await alpine.get('/api/support-profiles/presets')).body
    expect(items.map(({ id }: { id: string }) => id)).toContain('follow-the-sun')
  })
})
