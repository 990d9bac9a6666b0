// Rows of migrations/0016-alerts.sql.
import type { GeneratedAlways } from 'kysely'
import type { AlertCause } from '../../core/alerts/cause.ts'
import type { Channel } from '../../core/alerts/channel.ts'
import type { AlertSettings } from '../../core/alerts/settings.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { AlertAct, AlertWord, Attempt } from '../../flows/alert-ports.ts'

export interface AlertSettingsRow {
  member_id: MemberId
  version: number
  settings: AlertSettings
}

export interface AlertChannelRow {
  member_id: MemberId
  channel_id: string
  version: number
  channel: Channel
  secret: string | null
  created_at: Instant
}

export interface AlertRow {
  member_id: MemberId
  alert_id: string
  entry: GeneratedAlways<number>
  case_id: CaseId
  cause_key: string
  cause: AlertCause
  word: AlertWord
  raised_at: Instant
  next_at: Instant | null
  acknowledged_by: string | null
  acknowledged_at: Instant | null
  over_at: Instant | null
  touched: boolean
  lease: string | null
  lease_until: Instant | null
}

export interface AlertAttemptRow {
  member_id: MemberId
  alert_id: string
  step: number
  channel_id: string
  act: AlertAct
  person_id: string | null
  word: Attempt['word']
  tries: number
  error: string | null
  at: Instant
  next_at: Instant | null
}

export interface AlertWatchRow {
  member_id: MemberId
  number: number
  lease: string | null
  lease_until: Instant | null
}

export interface AlertSchema {
  alert_settings: AlertSettingsRow
  alert_channel: AlertChannelRow
  alert: AlertRow
  alert_attempt: AlertAttemptRow
  alert_watch: AlertWatchRow
}
