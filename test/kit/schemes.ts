// A vendor that publishes one of the shipped severity schemes, so that others are asked in its words.
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { findPreset } from '../../src/core/severity/preset.ts'
import { saveProfile } from '../../src/flows/settings/save-profile.ts'
import { sure, type Vendor } from './network.ts'

export async function speaks({ host, id }: Vendor, preset: string): Promise<void> {
  const { deps, site } = host.gateway
  const found = findPreset(preset)
  if (found instanceof Refusal) throw new Error(found.detail)
  const entity = await deps.members.findEntity(id)
  if (!entity) throw new Error('not hosted')
  const scheme = { id: preset, version: found.version }
  sure(await saveProfile(deps, site, id, { profile: { ...entity.profile, scheme } }))
}
