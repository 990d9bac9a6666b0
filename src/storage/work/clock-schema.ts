// Rows of migrations/0014-clocks.sql.
import type { GeneratedAlways } from 'kysely'
import type { Clock } from '../../core/cases/registers.ts'
import type { ClockStage } from '../../core/clocks/stage.ts'
import type { CaseId, EngagementId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { SharedLevel } from '../../core/severity/scale.ts'
import type { ListedWord } from '../../flows/clock-ports.ts'

export interface EngagementClockRow {
  member_id: MemberId
  case_id: CaseId
  engagement_id: EngagementId
  clock: Clock
  invitee: MemberId
  word: ListedWord
  level: SharedLevel
  test: boolean
  started_at: Instant
  warn_at: Instant | null
  due_at: Instant | null
  place: Instant
}

export interface ClockStageRow {
  member_id: MemberId
  case_id: CaseId
  engagement_id: EngagementId
  clock: Clock
  stage: ClockStage
  due: Instant
  entry: GeneratedAlways<number>
  reached_at: Instant
}

export interface ClockSchema {
  engagement_clock: EngagementClockRow
  clock_stage: ClockStageRow
}
