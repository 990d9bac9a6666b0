// A member's own severity scheme, as the exact text that its hash names (D30). In: the text. Out: the stored scheme, or the law
// it breaks. A version once published is never changed.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { openMapping } from '../../core/severity/mapping-document.ts'
import type { StoredScheme } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { besideSetting, type SettingOptions } from './setting.ts'

/** Refusals: `scheme-invalid` with the field at fault, also for a version that exists with another text. */
export async function saveScheme(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  document: string,
  options: SettingOptions<StoredScheme> = {},
): Promise<StoredScheme | Refusal> {
  const mapping = await openMapping(document)
  if (mapping instanceof Refusal) return mapping
  const { id, version, digest } = mapping.ref
  const scheme = { id, version, document, digest, createdAt: deps.clock.now() }
  const value = { id, version, digest }
  const beside = await besideSetting(deps, { word: 'scheme-saved', value }, scheme, options)
  const done = await deps.members.saveScheme(member, scheme, beside)
  if (done === 'done') return scheme
  const known = await deps.members.findScheme(member, id, version)
  return known?.digest === digest
    ? known
    : new Refusal('scheme-invalid', `${id} ${version} exists with another text`, 'version')
}
