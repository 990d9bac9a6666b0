// By which level a clock runs (D29a, D31): the receiver's own, the accepted one; else the requested one, its inviter's; else normal, and it says so
// (P16). A clock that stopped keeps the level that held then: who raises later makes nobody late in hindsight.
import { participantOf } from '../cases/case.ts'
import type { CaseState, Engagement, Participant } from '../cases/case.ts'
import type { LevelStep } from '../cases/case-parts.ts'
import type { SharedLevel } from '../severity/scale.ts'

export type GoverningLevel = {
  readonly level: SharedLevel
  readonly source: 'accepted' | 'requested' | 'default'
  /** Seconds since 1970; null for the default. */
  readonly since: number | null
}

const DEFAULT: GoverningLevel = { level: 3, source: 'default', since: null }

const courseOf = ({ claim, levels }: Participant): readonly LevelStep[] =>
  levels ?? (claim ? [{ at: claim.at, level: claim.level }] : [])

function claimed(
  p: Participant | undefined,
  until: number,
): { level: SharedLevel; since: number } | null {
  const step = p && courseOf(p).findLast(({ at }) => at <= until)
  return step && step.level !== null ? { level: step.level, since: step.at } : null
}

/** @param until seconds; claims made later do not count. Infinity for a clock that runs */
export function governingLevel(s: CaseState, e: Engagement, until: number): GoverningLevel {
  const accepted = claimed(participantOf(s, e.invitee), until)
  if (accepted) return { ...accepted, source: 'accepted' }
  const requested = claimed(participantOf(s, e.inviter), until)
  return requested ? { ...requested, source: 'requested' } : DEFAULT
}

/** The level at a moment, and every one that came after it until another: each with when it came. */
export function levelSteps(
  s: CaseState,
  e: Engagement,
  from: number,
  until: number,
): { readonly at: number; readonly level: SharedLevel }[] {
  const claims = [e.inviter, e.invitee].flatMap((member) => {
    const p = participantOf(s, member)
    return p ? courseOf(p).map(({ at }) => at) : []
  })
  const moments = claims.filter((at) => at > from && at <= until).toSorted((a, b) => a - b)
  return [from, ...moments].map((at) => ({ at, level: governingLevel(s, e, at).level }))
}
