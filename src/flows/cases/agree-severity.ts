// Agreeing to another member's milder severity: our own claim moves to its level, with the reason `agreed`, so that nothing is lowered
// by silence and nobody's value is written by somebody else (P11, P12).
import { participantOf } from '../../core/cases/case.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { toNative } from '../../core/severity/mapping.ts'
import type { Deps } from '../ports.ts'
import { actOnCase } from './act-on-case.ts'
import { ownMapping } from './own-mapping.ts'
import type { Receipt, WriteOptions } from './receipt.ts'

/** Refuses `claim-unknown` where that member claims nothing, `unchanged` where we claim the same. */
export async function agreeSeverity(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  { with: other, note }: { readonly with: MemberId; readonly note?: string },
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (!stored) return new Refusal('case-not-found')
  if (other === member) return new Refusal('target-is-self', undefined, 'member')
  const theirs = participantOf(stored.state, other)?.claim
  if (!theirs) return new Refusal('claim-unknown', undefined, 'member')
  if (participantOf(stored.state, member)?.claim?.level === theirs.level)
    return new Refusal('unchanged')
  const mapping = await ownMapping(deps, member)
  const said = mapping && toNative(mapping, theirs.level)
  // Rounded, our own word would claim another level than the one agreed to.
  const exact = said instanceof Refusal || said?.level !== theirs.level ? null : said
  return actOnCase(
    deps,
    member,
    caseId,
    {
      type: 'claim-severity',
      level: theirs.level,
      native: exact && { scheme: exact.scheme.id, version: exact.scheme.version, code: exact.code },
      mapping: exact && exact.scheme.digest,
      rounded: 'exact',
      reason: 'agreed',
      ...(note === undefined ? {} : { note }),
    },
    { ...options, expected: options.expected ?? stored.version },
  )
}
