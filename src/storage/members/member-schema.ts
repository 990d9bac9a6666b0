// Rows of migrations/0005-members.sql.
import type { Generated, GeneratedAlways } from 'kysely'
import type { PublicKey } from '../../core/cases/case.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Agreement } from '../../core/members/agreement.ts'
import type { CaseGatewayMetadata } from '../../core/members/metadata.ts'
import type {
  EntityKey,
  EntityRole,
  KeyPurpose,
  KeyState,
  Partner,
  Profile,
  SchemeConfirmation,
  Subordinate,
} from '../../flows/member-ports.ts'

export interface EntityRow {
  entity_id: MemberId
  handle: string
  role: EntityRole
  profile: Profile
  authority_hints: readonly MemberId[]
  version: Generated<number>
  created_at: Instant
}

export interface EntityKeyRow {
  entity_id: MemberId
  purpose: KeyPurpose
  kid: string
  public_key: PublicKey
  state: KeyState
  sealed: string | null
  created_at: Instant
  active_from: Instant | null
  retired_at: Instant | null
  revoked_at: Instant | null
  revoked_reason: NonNullable<EntityKey['revoked']>['reason'] | null
}

export interface TrustedAnchorRow {
  member_id: MemberId
  anchor: MemberId
  keys: readonly PublicKey[]
  at: Instant
}

export interface PinRow {
  member_id: MemberId
  partner: MemberId
  thumbprints: readonly string[]
  at: Instant
}

export interface MemberStatementRow {
  member_id: MemberId
  partner: MemberId
  entry: GeneratedAlways<number>
  token: string
  token_hash: string
  received_at: Instant
}

export interface PartnerRow {
  member_id: MemberId
  partner: MemberId
  name: string
  sort_name: string
  words: string
  metadata: CaseGatewayMetadata | null
  via: Partner['via']
  anchor: MemberId | null
  expires_at: Instant | null
  resolved_at: Instant | null
  suspended: boolean
  past_keys: Partner['pastKeys']
  clock_offset: number
  last_error: string | null
  updated_at: Instant
}

export interface AgreementRow {
  member_id: MemberId
  partner: MemberId
  version: number
  agreement: Agreement
  at: Instant
}

export interface SubordinateRow {
  anchor: MemberId
  member: MemberId
  name: string
  status: Subordinate['status']
  jwks: Subordinate['jwks']
  requested_at: Instant
  decided_at: Instant | null
}

export interface SeveritySchemeRow {
  member_id: MemberId
  scheme: string
  version: string
  entry: GeneratedAlways<number>
  document: string
  digest: string
  confirmation: SchemeConfirmation | null
  created_at: Instant
}

export interface ApiClientRow {
  client_id: string
  member_id: MemberId
  name: string
  secret_hash: string | null
  jwks: Subordinate['jwks'] | null
  scopes: readonly string[]
  disabled_at: Instant | null
  created_at: Instant
}

export interface MemberSchema {
  entity: EntityRow
  entity_key: EntityKeyRow
  trusted_anchor: TrustedAnchorRow
  pin: PinRow
  member_statement: MemberStatementRow
  partner: PartnerRow
  agreement: AgreementRow
  subordinate: SubordinateRow
  severity_scheme: SeveritySchemeRow
  api_client: ApiClientRow
}
