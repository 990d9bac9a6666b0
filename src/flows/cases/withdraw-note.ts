// Taking back a note. The rules of the case let anybody write a withdrawal and show one only by the note's own author; so that
// nobody writes one in vain, the author is looked at here first.
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { actOnCase } from './act-on-case.ts'
import type { Receipt, WriteOptions } from './receipt.ts'

/** Refuses `target-unknown` for what is no note of this case, `not-author`, and what `actOnCase` refuses. */
export async function withdrawNote(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  { note, text }: { readonly note: EventId; readonly text?: string },
  options: WriteOptions = {},
): Promise<Receipt | Refusal> {
  const found = await deps.cases.findEvent(member, note)
  if (found?.caseId === caseId && found.type === 'note-added' && found.author !== member)
    return new Refusal('not-author')
  if (found?.caseId !== caseId || found.type !== 'note-added') {
    const known = await deps.cases.loadCase(member, caseId)
    return new Refusal(known ? 'target-unknown' : 'case-not-found')
  }
  const command = { type: 'withdraw-note', note, ...(text === undefined ? {} : { text }) } as const
  return actOnCase(deps, member, caseId, command, options)
}
