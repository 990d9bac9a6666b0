// The rows of the database, one interface a table, for kysely. They mirror migrations/; nothing above storage sees them.
import type { Generated, GeneratedAlways } from 'kysely'
import type { Instant } from '../core/kernel/instant.ts'
import type { AlertSchema } from './alerts/alert-schema.ts'
import type { CaseSchema } from './cases/case-schema.ts'
import type { DutySchema } from './members/duty-schema.ts'
import type { MemberSchema } from './members/member-schema.ts'
import type { ClockSchema } from './work/clock-schema.ts'
import type { WorkSchema } from './work/work-schema.ts'

export interface SchemaMigrationRow {
  name: string
  sha256: string
  breaking: boolean
  applied_at: Generated<Instant>
}

export interface AuditLeafRow {
  member_id: string
  entry: GeneratedAlways<number>
  number: number | null
  kind: string
  case_id: string | null
  event_id: string | null
  token_hash: string | null
  direction: string
  partner: string | null
  verdict: string
  at: Instant
}

export interface AuditLogRow {
  member_id: string
  next: number
}

export interface Schema
  extends CaseSchema, WorkSchema, ClockSchema, MemberSchema, DutySchema, AlertSchema {
  schema_migration: SchemaMigrationRow
  audit_leaf: AuditLeafRow
  audit_log: AuditLogRow
}
