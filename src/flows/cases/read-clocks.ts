// The clocks of one case as they stand now, and whose time it was so far; and the clocks of all cases in one state. In: a member, perhaps a
// case. Out: moments and reasons, computed from what is here; nothing is written.
import { attribute, shares } from '../../core/clocks/attribution.ts'
import { type ClockView, type SpanView, viewClock, viewSpan } from '../../core/clocks/view-clock.ts'
import { shownState } from '../../core/cases/view.ts'
import type { CaseId, EngagementId, MemberId } from '../../core/kernel/id.ts'
import { type Instant, secondsOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { caseClocks } from './case-clocks.ts'

export type CaseClocksView = {
  readonly at: Instant
  readonly engagements: readonly {
    readonly engagement: EngagementId
    readonly invitee: MemberId
    readonly clocks: readonly ClockView[]
  }[]
  readonly spans: readonly SpanView[]
  readonly shares: ReturnType<typeof shares>
}

/** Refuses `case-not-found`. */
export async function readClocks(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
): Promise<CaseClocksView | Refusal> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (!stored) return new Refusal('case-not-found')
  const s = shownState(stored)
  const at = deps.clock.now()
  const found = await caseClocks(deps, member, s, secondsOf(at))
  const spans = attribute(s, secondsOf(at))
  return {
    at,
    engagements: [...found.values()].map(({ engagement, clocks }) => ({
      engagement: engagement.id,
      invitee: engagement.invitee,
      clocks: clocks.map(viewClock),
    })),
    spans: spans.map(viewSpan),
    shares: shares(spans),
  }
}
