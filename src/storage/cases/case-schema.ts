// Rows of migrations/0002-cases.sql and 0008-long-cases.sql.
import type { GeneratedAlways, Generated } from 'kysely'
import type { CaseState } from '../../core/cases/case.ts'
import type { Stage, Trust } from '../../core/cases/consequences.ts'
import type { Readers, Verdict } from '../../core/cases/event.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { ListedStatus } from './view-columns.ts'

export interface CaseEventRow {
  member_id: MemberId
  event_id: EventId
  case_id: CaseId
  author: MemberId
  incarnation: number
  seq: number
  type: string
  jti: string
  alg: string
  kid: string
  token: string
  token_hash: string
  received_at: Instant
  received_from: MemberId | null
  trust: Trust
  arrival: GeneratedAlways<number>
  depth: number | null
  at: number | null
  verdict: Verdict | null
}

export interface OverturnedRow {
  member_id: MemberId
  case_id: CaseId
  entry: GeneratedAlways<number>
  register: string
  before: string
  after: string
  decider: EventId
  by: EventId
  settled: boolean
  at: Instant
}

export interface CaseTextRow {
  member_id: MemberId
  case_id: CaseId
  event_id: EventId
  slot: string
  digest: string
  readers: Readers
  disclosure: string
  words: string
}

export interface CaseViewRow {
  member_id: MemberId
  case_id: CaseId
  version: number
  stage: Stage
  state: CaseState
  bundle: CaseState | null
  status: ListedStatus
  host: MemberId
  holder: MemberId
  level: number | null
  test: boolean
  notice: boolean
  escalated: boolean
  fenced: Generated<boolean>
  opened_at: Instant
  updated_at: Instant
  follow_up_at: Instant | null
  clocks_at: Instant | null
}

export interface CaseCheckpointRow {
  member_id: MemberId
  case_id: CaseId
  slot: number
  size: number
  depth: number
  state: CaseState
}

export interface CaseMemberRow {
  member_id: MemberId
  participant: MemberId
  case_id: CaseId
  active: boolean
}

export interface CaseNumberRow {
  member_id: MemberId
  case_id: CaseId
  owner: string
  number: string
}

export interface LocalNoteRow {
  member_id: MemberId
  case_id: CaseId
  entry: GeneratedAlways<number>
  note_id: string
  author: string
  text: string
  at: Instant
}

export interface CaseSchema {
  case_event: CaseEventRow
  overturned: OverturnedRow
  case_text: CaseTextRow
  case_view: CaseViewRow
  case_checkpoint: CaseCheckpointRow
  case_member: CaseMemberRow
  case_number: CaseNumberRow
  local_note: LocalNoteRow
}
