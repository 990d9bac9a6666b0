// A gateway that nobody can reach: only the signed public documents of its members are served, as a web server at its address would,
// and it comes to its partners by itself.
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { resolvePartner } from '../../src/flows/members/resolve-partner.ts'
import { saveProfile } from '../../src/flows/settings/save-profile.ts'
import { sure } from './network.ts'
import type { Network, Vendor } from './network.ts'

/** What others tried to reach of it, as paths. */
export type Knocks = string[]

/** Puts the gateway of a vendor behind a firewall; the vendor takes events by poll, and everybody has met everybody. */
export async function hide(net: Network, vendor: Vendor): Promise<Knocks> {
  const { host, id } = vendor
  const { deps, site } = host.gateway
  const entity = await deps.members.findEntity(id)
  if (!entity) throw new Error(`${vendor.name} is not hosted here`)
  const profile = { ...entity.profile, delivery: 'poll' as const }
  sure(await saveProfile(deps, site, id, { profile }))
  for (const one of net.vendors)
    for (const other of net.vendors) if (one !== other) await meet(one, other)
  return shut(net, vendor)
}

/** Lets nobody in any more: again after the gateway was built anew. */
export function shut(net: Network, { host }: Vendor): Knocks {
  const knocks: Knocks = []
  net.wire.attach(host.origin, {
    fetch: (request) => {
      if (request.method === 'GET') return host.gateway.app.fetch(request)
      knocks.push(new URL(request.url).pathname)
      throw new Error('the firewall lets nobody in')
    },
  })
  return knocks
}

async function meet(one: Vendor, other: Vendor): Promise<void> {
  const met = await resolvePartner(one.host.gateway.deps, one.id, other.id, { fresh: true })
  if (met instanceof Refusal)
    throw new Error(`${one.name} does not know ${other.name}: ${met.code}`)
}
