import { expect, it } from 'vitest'
import { findPreset } from '../../../src/core/severity/preset.ts'
import { ownMapping } from '../../../src/flows/cases/own-mapping.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { network, sure, vendorOf } from '../../kit/network.ts'

it('a member’s own scheme is none until it is set, and seen within seconds once it is', async () => {
  await using net = await network([2])
  const [alpine, basalt] = [vendorOf(net, 0), vendorOf(net, 1)]
  const { deps, site } = alpine.host.gateway
  expect(await ownMapping(deps, alpine.id)).toBeNull()

  const preset = sure(findPreset('netapp'))
  const entity = await deps.members.findEntity(alpine.id)
  if (!entity) throw new Error('there is no member')
  const scheme = { id: preset.id, version: preset.version }
  const profile = { ...entity.profile, scheme }
  sure(await saveProfile(deps, site, alpine.id, { profile, expected: entity.version }))
  expect(await ownMapping(deps, alpine.id)).toBeNull()
  net.clock.advance(5_000)
  expect((await ownMapping(deps, alpine.id))?.ref).toMatchObject(scheme)
  expect(await ownMapping(deps, basalt.id)).toBeNull()
})
