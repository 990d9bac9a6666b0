// A member's own support profile, as the exact text that its hash names (PROTOCOL.md 13.1). In: the text. Out: the stored profile, or the
// law it breaks. A version once saved is never changed, and nothing is repaired; the member's profile says which version is published.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { openSupportProfile } from '../../core/support/profile-document.ts'
import type { StoredSupportProfile } from '../duty-ports.ts'
import type { Deps } from '../ports.ts'
import { besideSetting, type SettingOptions } from './setting.ts'

/** Refuses `support-profile-invalid` with the field at fault, also for a version that exists with another text. */
export async function saveSupportProfile(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  document: string,
  options: SettingOptions<StoredSupportProfile> = {},
): Promise<StoredSupportProfile | Refusal> {
  const opened = await openSupportProfile(document)
  if (opened instanceof Refusal) return opened
  const { digest } = opened
  const { version } = opened.profile
  const stored = { version, digest, document, createdAt: deps.clock.now() }
  const value = { version, digest }
  const beside = await besideSetting(
    deps,
    { word: 'support-profile-saved', value },
    stored,
    options,
  )
  const done = await deps.members.saveSupportProfile(member, stored, beside)
  if (done === 'done') return stored
  const known = await deps.members.findSupportProfile(member, version)
  return known?.digest === digest
    ? known
    : new Refusal('support-profile-invalid', `${version} exists with another text`, 'version')
}
