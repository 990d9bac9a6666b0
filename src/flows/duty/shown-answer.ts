// The short word on who answers at a partner now, wherever one is chosen: from its support profile as it rests here. Asks nobody.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { whoAnswers } from '../../core/support/who-answers.ts'
import type { Partner } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { keptSupport } from './support-profile-of.ts'

export type ShownAnswer = {
  /** The region that is open; null while all are closed. */
  readonly region: string | null
  readonly until: Instant | null
  /** The region that answers then. */
  readonly next: string | null
  readonly hotline: string | null
}

/** Null where no support profile of the partner is known here. */
export async function shownAnswer(
  deps: Pick<Deps, 'members' | 'clock'>,
  member: MemberId,
  partner: Pick<Partner, 'metadata'>,
): Promise<ShownAnswer | null> {
  const profile = await keptSupport(deps, member, partner)
  if (profile === null) return null
  const { now, until, next, hotline } = whoAnswers(profile, [], deps.clock.now())
  return { region: now?.region.name ?? null, until, next: next?.region.name ?? null, hotline }
}
