// What we agreed with a partner, kept version by version (D4). In: the agreement and the version it was read at. Out: the new
// version; `precondition-failed` when somebody else was faster.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Agreement } from '../../core/members/agreement.ts'
import type { Deps } from '../ports.ts'
import { besideSetting, type SettingOptions } from './setting.ts'

export type SavedAgreement = { readonly agreement: Agreement; readonly version: number }

/** @param expected the version it replaces; 0 where nothing was agreed yet */
export async function saveAgreement(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  agreement: Agreement,
  expected: number,
  options: SettingOptions<SavedAgreement> = {},
): Promise<SavedAgreement | Refusal> {
  const { partner } = agreement
  if (partner === member) return new Refusal('target-is-self', undefined, 'partner')
  const saved = { agreement, version: expected + 1 }
  const setting = { word: 'agreement-saved', partner, value: agreement } as const
  const beside = await besideSetting(deps, setting, saved, options)
  const done = await deps.members.saveAgreement(member, agreement, expected, beside)
  return done === 'done' ? saved : new Refusal('precondition-failed')
}
