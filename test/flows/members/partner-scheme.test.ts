import { describe, expect, it } from 'vitest'
import { presetText } from '../../../src/core/severity/preset.ts'
import { partnerScheme } from '../../../src/flows/members/partner-scheme.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { saveScheme } from '../../../src/flows/settings/save-scheme.ts'
import { network, sure, type Vendor, vendorOf } from '../../kit/network.ts'

const text = (vendor: string) =>
  JSON.stringify({ ...JSON.parse(String(presetText('suse'))), id: 'theirs', vendor })

async function publishes(vendor: Vendor, document: string | null): Promise<void> {
  const { deps, site } = vendor.host.gateway
  const entity = await deps.members.findEntity(vendor.id)
  if (!entity) throw new Error('not hosted')
  if (document !== null) sure(await saveScheme(deps, vendor.id, document))
  const scheme = document === null ? null : { id: 'theirs', version: '1' }
  sure(await saveProfile(deps, site, vendor.id, { profile: { ...entity.profile, scheme } }))
}

/** Alpine and Basalt on a gateway each; schemes are remembered by content, so each test publishes another one. */
const two = async (document: string | null) => {
  const net = await network([1, 1])
  const [alpine, basalt] = [vendorOf(net, 0), vendorOf(net, 1)]
  await publishes(basalt, document)
  return Object.assign(net, {
    basalt,
    ask: () => partnerScheme(alpine.host.gateway.deps, alpine.id, basalt.id),
    part: () => net.wire.part(alpine.host.origin, basalt.host.origin),
  })
}

describe('a partner’s severity scheme', () => {
  it('is fetched from where the partner says, under the hash it publishes', async () => {
    await using w = await two(text('one'))
    const mapping = sure(await w.ask())
    expect(mapping.scheme).toMatchObject({ id: 'theirs', vendor: 'one' })
    const own = await w.basalt.host.gateway.deps.members.findScheme(w.basalt.id, 'theirs')
    expect(mapping.ref.digest).toBe(own?.digest)
  })

  it('is fetched once', async () => {
    await using w = await two(text('two'))
    sure(await w.ask())
    w.part()
    expect(sure(await w.ask()).scheme.vendor).toBe('two')
  })

  it('is refused where the partner publishes none', async () => {
    await using w = await two(null)
    expect(await w.ask()).toMatchObject({ code: 'scheme-unknown' })
  })

  it('is refused while the partner does not answer', async () => {
    await using w = await two(text('three'))
    w.part()
    expect(await w.ask()).toMatchObject({ code: 'partner-unreachable' })
  })
})
