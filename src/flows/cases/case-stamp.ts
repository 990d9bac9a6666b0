// A short text that changes whenever what is shown of a case changes: its version, and whether its partners take what we send. In: a
// member and a case. Out: the stamp, or null where there is no such case.
import { shownState } from '../../core/cases/view.ts'
import { participantOf } from '../../core/cases/case.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { isUnreachable } from '../exchange/unreachable.ts'
import type { Deps } from '../ports.ts'

export async function caseStamp(
  { cases, work, clock }: Pick<Deps, 'cases' | 'work' | 'clock'>,
  us: MemberId,
  caseId: CaseId,
): Promise<string | null> {
  const stored = await cases.loadCase(us, caseId, { fresh: true })
  if (!stored) return null
  const state = shownState(stored)
  const now = clock.now()
  const queues = await work.partnerQueues(us)
  const troubles = queues
    .filter(({ partner }) => participantOf(state, partner) !== undefined)
    .map((queue) =>
      [queue.partner, queue.waiting > 0, queue.failingSince, isUnreachable(queue, now)].join(' '),
    )
    .toSorted()
  return [stored.version, ...troubles].join('; ')
}
