import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { knownPartners, metPartners } from '../../../src/flows/members/known-partners.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { type Network, network, sure, vendorOf } from '../../kit/network.ts'

const STRANGER = MemberId.parse('https://stranger.example')
const DAY = 24 * 60 * 60 * 1000

let net: Network
const deps = () => vendorOf(net, 0).host.gateway.deps
const ids = () => [vendorOf(net, 0).id, vendorOf(net, 1).id] as const
beforeAll(async () => {
  net = await network([1, 1])
  const { host, id } = vendorOf(net, 1)
  const entity = await host.gateway.deps.members.findEntity(id)
  if (!entity) throw new Error('no second vendor')
  const contacts = [{ name: 'Duty manager', phone: '+1 408 555 0144' }]
  const departments = [{ name: 'Night desk', email: 'night@desk.example' }]
  const profile = { ...entity.profile, name: 'Basalt Storage', contacts, departments }
  sure(await saveProfile(host.gateway.deps, host.gateway.site, id, { profile }))
})
afterAll(() => net[Symbol.asyncDispose]())

describe('what is known about partners', () => {
  it('is nothing until they were met; our own profile is', async () => {
    const [us, basalt] = ids()
    const known = await knownPartners(deps(), us, [us, basalt, STRANGER])
    expect([...known.keys()]).toEqual([us])
    expect(known.get(us)).toMatchObject({ name: 'alpine', footing: null })
    expect(await metPartners(deps(), us)).toEqual([])
  })

  it('is their name, whom to call, and whether they are vouched for', async () => {
    const [us, basalt] = ids()
    sure(await resolvePartner(deps(), us, basalt))
    expect((await knownPartners(deps(), us, [basalt])).get(basalt)).toEqual({
      name: 'Basalt Storage',
      supportHours: null,
      contacts: [
        { name: 'Duty manager', phone: '+1 408 555 0144', email: null },
        { name: 'Night desk', phone: null, email: 'night@desk.example' },
      ],
      answering: null,
      footing: 'good',
    })
    expect(await metPartners(deps(), us)).toEqual([basalt])
    net.clock.advance(2 * DAY)
    expect((await knownPartners(deps(), us, [basalt])).get(basalt)?.footing).toBe('lapsing')
  })
})
