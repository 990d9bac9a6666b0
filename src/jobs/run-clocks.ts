// Looks at the clocks of cases that are due: writes down what stands where, which stages were reached, and when to look again; says in the case
// that a clock of ours ran out, once for each time it was due (D31). Restart-safe: what was written is recognised, by the case and by its key.
import { type CaseState, type Engagement, standingOf, statusOf } from '../core/cases/case.ts'
import { shownState } from '../core/cases/view.ts'
import type { EngagementClock } from '../core/clocks/clocks.ts'
import { nextChange, stagesOf } from '../core/clocks/stage.ts'
import type { CaseId, EngagementId, MemberId } from '../core/kernel/id.ts'
import { instantOfSeconds, secondsOf } from '../core/kernel/instant.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import type { StoredCase } from '../flows/case-ports.ts'
import { actOnCase } from '../flows/cases/act-on-case.ts'
import { caseClocks, type EngagementClocks } from '../flows/cases/case-clocks.ts'
import type { ListedWord, LookedAt } from '../flows/clock-ports.ts'
import type { Deps } from '../flows/ports.ts'
import type { Pass } from './pass.ts'

/** Seconds after which a support profile that could not be had is asked for again. */
const ASK_AGAIN_SECONDS = 600

/** @returns how many cases were looked at */
export async function runClocks(deps: Deps, { limit, signal }: Pass): Promise<number> {
  const due = await deps.work.claimClocks(deps.clock.now(), limit)
  const found: LookedAt[] = []
  for (const { member, caseId } of due) {
    if (signal?.aborted) break
    const looked = await lookAt(deps, member, caseId)
    if (looked) found.push(looked)
  }
  if (found.length > 0) await deps.work.settleClocks(found)
  return due.length
}

/** Null: there was something to write in the case, which makes it due once more. */
async function lookAt(deps: Deps, member: MemberId, caseId: CaseId): Promise<LookedAt | null> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (!stored) return null
  const s = shownState(stored)
  const nothing = { member, caseId, version: stored.version, nextAt: null, clocks: [], stages: [] }
  if (statusOf(s) === 'closed') return nothing
  const now = secondsOf(deps.clock.now())
  const found = [...(await caseClocks(deps, member, s, now)).values()].filter(({ engagement }) =>
    ['requested', 'accepted'].includes(standingOf(engagement)),
  )
  if (await writeMissed(deps, member, stored, found)) return null
  const live = found.flatMap(({ engagement, clocks }) =>
    clocks.filter(isLive).map((clock) => ({ engagement, clock })),
  )
  const next = nextChange(
    live.map(({ clock }) => clock),
    now,
  )
  const again = found.some(({ isMissing }) => isMissing) ? now + ASK_AGAIN_SECONDS : Infinity
  const wake = Math.min(next ?? Infinity, again)
  return {
    ...nothing,
    nextAt: wake === Infinity ? null : instantOfSeconds(wake),
    clocks: live.flatMap(({ engagement, clock }) => standingClock(s, engagement, clock, now)),
    stages: s.test ? [] : found.flatMap((one) => reachedIn(one, now)),
  }
}

/** Still running, and towards something. */
const isLive = ({ started, stopped, target, promise }: EngagementClock): boolean =>
  started !== null && stopped === null && (target !== null || promise !== null)

const moment = (at: number | null) => (at === null ? null : instantOfSeconds(at))

function standingClock(
  { test }: CaseState,
  { id, invitee }: Engagement,
  { clock, word, level, started, warnAt, dueAt }: EngagementClock,
  now: number,
): LookedAt['clocks'] {
  if (started === null) return []
  const listed = word === 'running' && warnAt !== null && warnAt <= now ? 'warning' : word
  return [
    {
      engagement: id,
      clock,
      invitee,
      word: listed as ListedWord,
      level: level.level,
      test,
      startedAt: instantOfSeconds(started.at),
      warnAt: moment(warnAt),
      dueAt: moment(dueAt),
    },
  ]
}

const reachedIn = ({ engagement, clocks }: EngagementClocks, now: number): LookedAt['stages'] =>
  clocks.flatMap((clock) =>
    stagesOf(clock, now).map(({ due, at, ...reached }) => ({
      ...reached,
      engagement: engagement.id,
      due: instantOfSeconds(due),
      at: instantOfSeconds(at),
    })),
  )

/** Says in the case which clocks of ours ran out. Only who takes part can: an answer that came too late is said to be late afterwards. */
async function writeMissed(
  deps: Deps,
  member: MemberId,
  { caseId, stage }: StoredCase,
  found: readonly EngagementClocks[],
): Promise<boolean> {
  if (stage !== 'shared') return false
  let written = false
  for (const { engagement, clocks } of found)
    if (engagement.invitee === member && standingOf(engagement) === 'accepted')
      for (const { clock, due } of unsaid(engagement, clocks)) {
        const miss = {
          type: 'miss-clock',
          engagement: engagement.id as EngagementId,
          clock,
          due,
        } as const
        const receipt = await actOnCase(deps, member, caseId, miss)
        if (!(receipt instanceof Refusal)) written = true
      }
  return written
}

/** Breached, and not yet said for this due time. */
const unsaid = ({ missed = [] }: Engagement, clocks: readonly EngagementClock[]) =>
  clocks.flatMap(({ clock, word, dueAt: due }) =>
    word === 'breached' && due !== null && !missed.some((m) => m.clock === clock && m.due === due)
      ? [{ clock, due }]
      : [],
  )
