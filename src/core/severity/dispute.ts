// When the sides of a case disagree about its severity (P11, P12, D29a). In: each side's standing claim and who refused which one. Out:
// the effective level, how far the sides are apart, and of whom an answer is owed. Effective is always the gravest claim: a raise
// takes effect at once for attention, a milder claim is a proposal that the graver side agrees to (by claiming it) or refuses.
import { graver, isGraver, type SharedLevel } from './scale.ts'

export type SideClaim = {
  readonly side: string
  /** Names this claim: a refusal of it does not touch the next one. */
  readonly claim: string
  readonly level: SharedLevel
  /** When it was made, in seconds. */
  readonly at: number
}

export type LoweringRefusal = { readonly by: string; readonly claim: string }

/** Two claims that differ. Whoever spoke last asked; the other one owes an answer. */
export type Difference = {
  readonly kind: 'lowering' | 'raise'
  readonly graver: string
  readonly milder: string
  /** The graver side refused the milder claim. It stands all the same, for its author's own clock. */
  readonly isRefused: boolean
  readonly owedBy: string
  /** Since when they differ, in seconds. */
  readonly since: number
}

export type Dispute = {
  /** Null while nobody claimed a level. */
  readonly effective: SharedLevel | null
  /** Levels between the gravest and the mildest claim. */
  readonly gap: number
  /** `open`: somebody has not answered. `refused`: every milder claim was refused, and managers may have to decide. */
  readonly word: 'none' | 'open' | 'refused'
  readonly differences: readonly Difference[]
  /** Who has to speak next, each named once. */
  readonly owedBy: readonly string[]
  /** Since when there is a gap; null without one. A gap that nobody answers is a reason to escalate. */
  readonly since: number | null
}

/** @param claims one of each side, those that nobody made left out */
export function disputeOf(
  claims: readonly SideClaim[],
  refusals: readonly LoweringRefusal[] = [],
): Dispute {
  const levels = claims.map(({ level }) => level)
  const differences = claims.flatMap((one) =>
    claims
      .filter((other) => isGraver(one.level, other.level))
      .map((other) => differenceOf(one, other, refusals)),
  )
  const isOpen = differences.some(({ isRefused }) => !isRefused)
  return {
    effective: levels.length === 0 ? null : levels.reduce(graver),
    gap: levels.length === 0 ? 0 : Math.max(...levels) - Math.min(...levels),
    word: differences.length === 0 ? 'none' : isOpen ? 'open' : 'refused',
    differences,
    owedBy: [...new Set(differences.map(({ owedBy }) => owedBy))],
    since: differences.length === 0 ? null : Math.min(...differences.map(({ since }) => since)),
  }
}

function differenceOf(
  grave: SideClaim,
  mild: SideClaim,
  refusals: readonly LoweringRefusal[],
): Difference {
  const isRefused = refusals.some(({ by, claim }) => by === grave.side && claim === mild.claim)
  // Spoken in one second: nobody raised after the other, so that the milder claim is the one to be answered.
  const kind = mild.at >= grave.at ? 'lowering' : 'raise'
  return {
    kind,
    graver: grave.side,
    milder: mild.side,
    isRefused,
    owedBy: kind === 'lowering' && !isRefused ? grave.side : mild.side,
    since: Math.max(grave.at, mild.at),
  }
}
