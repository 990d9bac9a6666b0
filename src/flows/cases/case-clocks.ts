// The clocks of a case's engagements as they stand now. In: the case as held, who looks. Out: the clocks by engagement, each by what its invitee
// published: the version that the engagement names, else what it publishes now.
import type { CaseState, Engagement } from '../../core/cases/case.ts'
import { engagementsOf } from '../../core/cases/view-engagement.ts'
import { clocksOf, type EngagementClock } from '../../core/clocks/clocks.ts'
import type { EngagementId, MemberId } from '../../core/kernel/id.ts'
import { supportProfileOf, type SupportDeps } from '../duty/support-profile-of.ts'

export type EngagementClocks = {
  readonly engagement: Engagement
  readonly clocks: readonly EngagementClock[]
  /** A profile that the engagement names could not be had: the defaults stand in for a while. */
  readonly isMissing: boolean
}

/** @param now seconds since 1970 */
export async function caseClocks(
  deps: SupportDeps,
  member: MemberId,
  s: CaseState,
  now: number,
): Promise<ReadonlyMap<EngagementId, EngagementClocks>> {
  const found = await Promise.all(
    engagementsOf(s).map(async (engagement) => {
      const { id, invitee, support } = engagement
      const profile = await supportProfileOf(deps, member, invitee, support ?? null)
      const clocks = clocksOf(s, engagement, { profile, now })
      const isMissing = profile === null && support !== undefined
      return [id, { engagement, clocks, isMissing }] as const
    }),
  )
  return new Map(found)
}
