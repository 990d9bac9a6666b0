// Looks for causes where something happened: in the cases named in what is new in a member's log, and in critical cases whose partners cannot be
// reached. The log is gone through behind a cursor that no late commit can step under, so no cause is missed, and each is written once.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { plusMillis } from '../../core/kernel/instant.ts'
import type { AlertDeps } from './alert-deps.ts'
import { standingCauses } from './standing-causes.ts'

const LEASE_MS = 60_000
const LEAVES = 200
/** Milliseconds for which a partner fails before its cases are looked at; what a member set counts from then on. */
const CUT_OFF_MS = 60_000
/** A stage reached longer ago wakes nobody: the gateway stood still. The next one does. */
const LATE_MS = 24 * 60 * 60 * 1000

/** One member's news. @returns how many cases were looked at; null when there is no news */
export async function raiseFromLog(deps: AlertDeps): Promise<number | null> {
  const watch = await deps.alerts.claimWatch(deps.clock.now(), LEASE_MS)
  if (watch === null) return null
  const { member, number, lease } = watch
  const news = await deps.log.feed(member, number, LEAVES)
  const cases = new Set(news.flatMap(({ leaf }) => leaf.caseId ?? []))
  for (const caseId of cases) {
    await deps.alerts.touch(member, caseId, deps.clock.now())
    await raiseIn(deps, member, caseId)
  }
  await deps.alerts.settleWatch(member, lease, news.at(-1)?.number ?? number)
  return cases.size
}

/** Clocks reach a stage by time alone. */
export async function raiseLate(deps: AlertDeps, limit: number): Promise<void> {
  const since = plusMillis(deps.clock.now(), -LATE_MS)
  const cases = await deps.alerts.casesLate(since, limit)
  for (const { member, caseId } of cases) await raiseIn(deps, member, caseId)
}

/** And partners are out of reach by time alone. */
export async function raiseCutOff(deps: AlertDeps, limit: number): Promise<void> {
  const since = plusMillis(deps.clock.now(), -CUT_OFF_MS)
  const cases = await deps.alerts.casesCutOff(since, limit)
  for (const { member, caseId } of cases) await raiseIn(deps, member, caseId)
}

async function raiseIn(deps: AlertDeps, member: MemberId, caseId: CaseId): Promise<void> {
  const { causes } = await standingCauses(deps, member, caseId)
  const raised = causes.map((cause) => ({ id: deps.random.id(), cause }))
  await deps.alerts.raise(member, caseId, raised, deps.clock.now())
}
