// What flows and jobs ask of storage about clocks: which cases are due to be looked at, what was found, what stands where.
import type { ClockStage } from '../core/clocks/stage.ts'
import type { Clock } from '../core/cases/registers.ts'
import type { CaseId, EngagementId, MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Refusal } from '../core/kernel/refusal.ts'
import type { SharedLevel } from '../core/severity/scale.ts'
import type { Page } from './case-ports.ts'

/** How a clock that runs stands, as lists say it. */
export const LISTED_WORDS = ['running', 'warning', 'breached', 'paused'] as const
export type ListedWord = (typeof LISTED_WORDS)[number]

/** A clock that runs, as last looked at. */
export type StandingClock = {
  readonly caseId: CaseId
  readonly engagement: EngagementId
  readonly clock: Clock
  /** Whose clock it is. */
  readonly invitee: MemberId
  readonly word: ListedWord
  readonly level: SharedLevel
  readonly test: boolean
  readonly startedAt: Instant
  readonly warnAt: Instant | null
  /** Null while it cannot be told. */
  readonly dueAt: Instant | null
}

/** A stage that a clock reached; kept once for each due time. */
export type ReachedStage = {
  readonly engagement: EngagementId
  readonly clock: Clock
  readonly stage: ClockStage
  readonly due: Instant
  readonly at: Instant
}

/** What one look at a case found. */
export type LookedAt = {
  readonly member: MemberId
  readonly caseId: CaseId
  /** Of the case as it was looked at. If it moved on, nothing is written: it is due again anyway. */
  readonly version: number
  readonly nextAt: Instant | null
  readonly clocks: readonly Omit<StandingClock, 'caseId'>[]
  readonly stages: readonly ReachedStage[]
}

export type ClockFilter = {
  readonly state: ListedWord
  /** Our own clocks, or those of partners. */
  readonly whose?: 'ours' | 'partners'
  readonly test?: boolean
}

export interface ClockStore {
  /** Cases whose clocks are due to be looked at. They are put off, so that they come again if their process dies. */
  claimClocks(at: Instant, limit: number): Promise<{ member: MemberId; caseId: CaseId }[]>
  settleClocks(found: readonly LookedAt[]): Promise<void>
  /** Those in one state, the ones due first at the front. */
  listClocks(
    member: MemberId,
    filter: ClockFilter,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<StandingClock> | Refusal>
}
