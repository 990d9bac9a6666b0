// The causes that stand in a case of one of our members, as it is now. In: the member and the case. Out: the causes, and the settings by which
// they were found; none for a case that is not here.
import {
  type AlertCause,
  type BesideCase,
  causesOf,
  type ClockStage,
} from '../../core/alerts/cause.ts'
import { DEFAULT_ALERT_SETTINGS } from '../../core/alerts/settings.ts'
import { type CaseState, effectiveLevel, standingOf } from '../../core/cases/case.ts'
import { shownState } from '../../core/cases/view.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { AlertDeps } from './alert-deps.ts'

type CauseDeps = Pick<AlertDeps, 'alerts' | 'cases' | 'work'>

export async function standingCauses(
  deps: CauseDeps,
  member: MemberId,
  caseId: CaseId,
): Promise<{ readonly causes: readonly AlertCause[] } & Pick<BesideCase, 'settings'>> {
  const [stored, saved] = await Promise.all([
    deps.cases.loadCase(member, caseId, { fresh: true }),
    deps.alerts.settingsOf(member),
  ])
  const settings = saved?.settings ?? DEFAULT_ALERT_SETTINGS
  if (stored === null) return { causes: [], settings }
  const state = shownState(stored)
  const [stages, cutOff] = await Promise.all([
    deps.alerts.stagesOf(member, caseId),
    effectiveLevel(state) === 1 ? partnersCutOff(deps, member) : [],
  ])
  const beside = { settings, stages: [...missedBy(state, member), ...stages], cutOff }
  return { causes: causesOf(state, member, beside), settings }
}

async function partnersCutOff(
  { work }: CauseDeps,
  member: MemberId,
): Promise<BesideCase['cutOff']> {
  const queues = await work.partnerQueues(member)
  return queues.flatMap(({ partner, waiting, failingSince }) =>
    waiting > 0 && failingSince !== null ? [{ partner, since: failingSince }] : [],
  )
}

/** Clocks of ours that the case itself says were missed, and that still run. */
function missedBy(state: CaseState, member: MemberId): ClockStage[] {
  return Object.values(state.engagements).flatMap((e) => {
    if (e.invitee !== member) return []
    const word = standingOf(e)
    const isAsked = word === 'requested'
    const runs = { acknowledge: isAsked && !e.acknowledged, accept: isAsked }
    const isWorked = word === 'accepted' && e.completed === null
    return (e.missed ?? []).flatMap(({ clock, due, at }) =>
      (clock === 'acknowledge' || clock === 'accept' ? runs[clock] : isWorked)
        ? [{ engagement: e.id, clock, stage: 'breached' as const, due, at }]
        : [],
    )
  })
}
