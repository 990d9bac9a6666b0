// When a case's next follow-up is due: what the state asks for, but never later than what was due already, so that a busy case
// does not put off its confirmation for ever.
import type { CaseState } from '../../core/cases/case.ts'
import { followUp } from '../../core/cases/follow-up.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { instantOfSeconds, millisOf, secondsOf } from '../../core/kernel/instant.ts'
import type { Instant } from '../../core/kernel/instant.ts'

export function followUpAt(
  state: CaseState,
  member: MemberId,
  at: Instant,
  before: Instant | null,
): Instant | null {
  const next = followUp(state, member, secondsOf(at))
  if (!next) return null
  const due = instantOfSeconds(next.due)
  if (next.command.type === 'close-case') return due
  return before !== null && millisOf(before) < millisOf(due) ? before : due
}
