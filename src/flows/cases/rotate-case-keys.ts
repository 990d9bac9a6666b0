// Telling one case which of our keys are in force from here on, without waiting for the next thing we write there (D5a). In: the case.
// Out: a receipt; `unchanged` where the case knows exactly those keys.
import { participantOf } from '../../core/cases/case.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { onCase, seal } from './act-on-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'
import { usableKeys } from './rotate-first.ts'

export function rotateCaseKeys(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  return onCase(deps, member, caseId, options, async (stored, at) => {
    const keys = await usableKeys(deps, member)
    const own = participantOf(stored.state, member)
    const known = new Set<string>((own?.rotated ? own.keys : []).map(({ kid }) => kid))
    const isKnown = known.size === keys.length && keys.every(({ kid }) => known.has(kid))
    return isKnown
      ? new Refusal('unchanged')
      : seal(deps, member, stored, at, { type: 'rotate-keys', keys })
  })
}
