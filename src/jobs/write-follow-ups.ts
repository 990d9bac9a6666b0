// Writes what our side owes by itself: passing on what was accepted, confirming what was received (D10b, D13, D13a).
import { followUp } from '../core/cases/follow-up.ts'
import type { CaseId, MemberId } from '../core/kernel/id.ts'
import { secondsOf } from '../core/kernel/instant.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import { actOnCase } from '../flows/cases/act-on-case.ts'
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

export async function writeFollowUps(deps: Deps, { limit, signal }: Pass): Promise<number> {
  const due = await deps.work.claimFollowUps(deps.clock.now(), limit)
  let done = 0
  for (const { member, caseId } of due) {
    if (signal?.aborted) break
    if (await writeOne(deps, member, caseId)) done++
  }
  return done
}

async function writeOne(deps: Deps, member: MemberId, caseId: CaseId): Promise<boolean> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (stored?.stage !== 'shared') return false
  const now = secondsOf(deps.clock.now())
  const next = followUp(stored.state, member, now)
  // What waits for a moment of its own is looked at again then: a window that is not over closes nothing.
  if (!next || (next.command.type === 'close-case' && next.due > now)) return false
  const written = await actOnCase(deps, member, caseId, next.command)
  return !(written instanceof Refusal)
}
