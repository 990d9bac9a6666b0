// Rows of migrations/0011-duty.sql.
import type { GeneratedAlways } from 'kysely'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Person } from '../../core/support/person.ts'
import type { Rota } from '../../core/support/rota.ts'

export interface SupportDocumentRow {
  member_id: MemberId
  digest: string
  source: MemberId
  entry: GeneratedAlways<number>
  document: string
  at: Instant
}

export interface SupportProfileRow {
  member_id: MemberId
  version: string
  entry: GeneratedAlways<number>
  digest: string
  created_at: Instant
}

export interface PersonRow {
  member_id: MemberId
  person_id: string
  version: number
  person: Person
  created_at: Instant
}

export interface RotaRow {
  member_id: MemberId
  rota_id: string
  version: number
  rota: Rota
  created_at: Instant
}

export interface RotaPersonRow {
  member_id: MemberId
  rota_id: string
  person_id: string
}

export interface DutySchema {
  support_document: SupportDocumentRow
  support_profile: SupportProfileRow
  person: PersonRow
  rota: RotaRow
  rota_person: RotaPersonRow
}
