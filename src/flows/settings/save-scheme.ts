// A member's own severity scheme, as the exact text that its hash names (D30). In: the text, and an administrator's confirmation where a
// matrix breaks order. Out: the stored scheme, or the law it breaks. A version once published is never changed, and nothing is repaired.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { openMapping } from '../../core/severity/mapping-document.ts'
import { areSamePairs, brokenCells, namePairs } from '../../core/severity/matrix-order.ts'
import type { Scheme } from '../../core/severity/scheme.ts'
import type { SchemeConfirmation, StoredScheme } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { besideSetting, type SettingOptions } from './setting.ts'

/** An administrator says that exactly these pairs of cells are meant as they are. */
export type Confirming = Omit<SchemeConfirmation, 'at'>

/**
 * Refusals: `scheme-invalid` with the field at fault, also for a version that exists with another text; `matrix-breaks-order` with
 * every pair of cells at fault, unless exactly these are confirmed; `invalid-field` for a confirmation of nothing.
 */
export async function saveScheme(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  document: string,
  options: SettingOptions<StoredScheme> = {},
  confirming: Confirming | null = null,
): Promise<StoredScheme | Refusal> {
  const mapping = await openMapping(document)
  if (mapping instanceof Refusal) return mapping
  const refused = judgeMatrix(mapping.scheme, confirming)
  if (refused) return refused
  const { id, version, digest } = mapping.ref
  const createdAt = deps.clock.now()
  const confirmation = confirming && { ...confirming, at: createdAt }
  const scheme = { id, version, document, digest, confirmation, createdAt }
  const value = { id, version, digest, ...(confirmation && { confirmation }) }
  const beside = await besideSetting(deps, { word: 'scheme-saved', value }, scheme, options)
  const done = await deps.members.saveScheme(member, scheme, beside)
  if (done === 'done') return scheme
  const known = await deps.members.findScheme(member, id, version)
  return known?.digest === digest
    ? known
    : new Refusal('scheme-invalid', `${id} ${version} exists with another text`, 'version')
}

function judgeMatrix(scheme: Scheme, confirming: Confirming | null): Refusal | null {
  const broken = brokenCells(scheme)
  if (broken.length === 0)
    return confirming && new Refusal('invalid-field', 'This matrix keeps order.', 'pairs')
  if (confirming && areSamePairs(confirming.pairs, broken)) return null
  return new Refusal(
    'matrix-breaks-order',
    `${namePairs(scheme, broken)}.`,
    confirming ? 'pairs' : 'levels',
  )
}
