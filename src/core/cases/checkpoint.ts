// Where a fold may begin. An event that everything else has in its past, or is in the past of, splits a case in two: of what lies below
// it nothing can change any more, so its state stands for all of it, and an event that crosses others costs what came since, not the
// whole history. Two things reach across such an event and go the long way: forks (D14), whose votes are counted over all, and
// withdrawals (D12), which look for the acceptances below them.
import type { CaseState } from './case.ts'
import { isWithdrawal } from './cuts.ts'
import type { CaseEvent } from './event.ts'
import { parentsOf } from './event.ts'
import { continuesChain } from './fold.ts'
import type { History } from './history.ts'

/** Whether all that is held lies in the past of one event, so that a fold may begin at this state later on. */
export const canBegin = (state: CaseState): boolean =>
  state.heads.length === 1 && state.equivocations.length === 0

/** Whether a history tells all there is to know of an event: one that begins at a base may not go deep enough. */
export function reaches(
  history: History,
  state: CaseState,
  event: Pick<CaseEvent, 'prev' | 'heads' | 'author' | 'incarnation' | 'seq' | 'type'>,
): boolean {
  if (!history.base) return true
  if (state.equivocations.length > 0 || !continuesChain(state, event)) return false
  const parents = parentsOf(event)
  return (
    parents.some((id) => history.has(id)) &&
    event.heads.every((id) => history.has(id)) &&
    ![event, ...history.nodes.map((node) => node.event)].some(isWithdrawal)
  )
}
