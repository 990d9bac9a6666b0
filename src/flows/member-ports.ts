// What flows ask of storage about hosted entities, partners, agreements, schemes and API clients.
import type { PublicKey } from '../core/cases/case.ts'
import type { CaseId, MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Refusal } from '../core/kernel/refusal.ts'
import type { Agreement } from '../core/members/agreement.ts'
import type { CaseGatewayMetadata } from '../core/members/metadata.ts'
import type { CellPair } from '../core/severity/matrix-order.ts'
import type { Leaf } from '../core/cases/consequences.ts'
import type { KeptAnswer } from '../core/cases/consequences.ts'
import type { Page } from './case-ports.ts'
import type { DutyStore } from './duty-ports.ts'

export type EntityRole = 'member' | 'anchor'

/** What a member says about itself to partners; the rest of its metadata is made from keys and addresses. */
export type Profile = {
  readonly name: string
  readonly products: readonly { readonly code: string; readonly name: string }[]
  /** How it takes events: partners push them, or it asks for them, since partners cannot reach it. */
  readonly delivery: 'push' | 'poll'
  readonly supportHours: string | null
  readonly contacts: readonly {
    readonly name: string
    readonly phone?: string
    readonly email?: string
  }[]
  readonly departments: readonly {
    readonly name: string
    readonly phone?: string
    readonly email?: string
  }[]
  /** Scheme in use for this member's own codes. */
  readonly scheme: { readonly id: string; readonly version: string } | null
  /** Support profile it publishes: a version of its own, or a preset. */
  readonly supportProfile: SupportProfileChoice | null
  /** Whether partners that ask who answers are told names and numbers of people, or only their roles. */
  readonly shareDutyNames: boolean
  /** Fields partners fill in when they engage this member. */
  readonly intakeForm: IntakeForm | null
}

export type SupportProfileChoice = { readonly version: string } | { readonly preset: string }

export type IntakeForm = {
  readonly id: string
  readonly fields: readonly {
    readonly key: string
    readonly label: string
    readonly required: boolean
    readonly kind: 'text' | 'long-text' | 'choice'
    readonly options?: readonly string[]
  }[]
}

export type Entity = {
  readonly id: MemberId
  readonly handle: string
  readonly role: EntityRole
  readonly profile: Profile
  /** Anchors that vouch for it. */
  readonly authorityHints: readonly MemberId[]
  readonly version: number
  readonly createdAt: Instant
}

export type KeyPurpose = 'federation' | 'event' | 'token'
/** `published`: shown, not yet used. `active`: signs. `retired`: kept for ever, verifies what it signed. */
export type KeyState = 'published' | 'active' | 'retired'
export type EntityKey = {
  readonly entity: MemberId
  readonly purpose: KeyPurpose
  readonly publicKey: PublicKey
  readonly state: KeyState
  /** The sealed private part; null once destroyed. */
  readonly sealed: string | null
  readonly createdAt: Instant
  readonly activeFrom: Instant | null
  readonly retiredAt: Instant | null
  readonly revoked: {
    readonly at: Instant
    readonly reason: 'unspecified' | 'compromised' | 'superseded'
  } | null
}

/** A partner as last resolved, and how it came to be trusted. */
export type Partner = {
  readonly id: MemberId
  readonly name: string
  readonly metadata: CaseGatewayMetadata | null
  readonly via: 'anchor' | 'pin' | null
  readonly anchor: MemberId | null
  readonly expiresAt: Instant | null
  readonly resolvedAt: Instant | null
  readonly suspended: boolean
  /** Historical event keys by thumbprint, with their revocation. */
  readonly pastKeys: readonly { readonly kid: string; readonly revokedAt: Instant | null }[]
  /** Seconds the partner's clock is ahead of ours, as its last refusal for time told (D22). */
  readonly clockOffset: number
  readonly lastError: string | null
}

export type Subordinate = {
  readonly anchor: MemberId
  readonly member: MemberId
  readonly name: string
  readonly status: 'requested' | 'admitted' | 'suspended'
  readonly jwks: { readonly keys: readonly PublicKey[] }
  readonly requestedAt: Instant
  readonly decidedAt: Instant | null
}

export type ApiClient = {
  readonly id: string
  readonly member: MemberId
  readonly name: string
  /** SHA-256 of the secret, base64url; secrets are 256 random bits, so no slow hash is needed. */
  readonly secretHash: string | null
  readonly jwks: { readonly keys: readonly PublicKey[] } | null
  readonly scopes: readonly string[]
  readonly disabledAt: Instant | null
  readonly createdAt: Instant
}

/** What a change of settings leaves beside the setting: a leaf, and the answer for a repeated request. */
export type Beside = {
  readonly leaf: Leaf | null
  readonly answer: KeptAnswer | null
  readonly at: Instant
}

/** An administrator's word that a matrix is meant as it is, though it breaks order (P2). */
export type SchemeConfirmation = {
  /** The API client that it came by, and the administrator as it named them. */
  readonly client: string
  readonly person: string
  readonly at: Instant
  /** Exactly the pairs of cells that break order. */
  readonly pairs: readonly CellPair[]
}

export type StoredScheme = {
  readonly id: string
  readonly version: string
  /** The document exactly as it was hashed. */
  readonly document: string
  readonly digest: string
  /** Null where nothing had to be confirmed. */
  readonly confirmation: SchemeConfirmation | null
  readonly createdAt: Instant
}

export interface MemberStore extends DutyStore {
  // hosted entities
  createEntity(
    entity: Omit<Entity, 'version'>,
    keys: readonly EntityKey[],
    beside: Beside,
  ): Promise<'done' | 'exists'>
  findEntity(id: MemberId): Promise<Entity | null>
  findEntityByHandle(handle: string): Promise<Entity | null>
  listEntities(): Promise<Entity[]>
  /** `moved-on` when the profile is not at the expected version. */
  saveProfile(
    id: MemberId,
    expected: number,
    profile: Profile,
    authorityHints: readonly MemberId[],
    beside: Beside,
  ): Promise<'done' | 'moved-on'>
  keysOf(entity: MemberId, purpose?: KeyPurpose): Promise<EntityKey[]>
  saveKeys(entity: MemberId, keys: readonly EntityKey[], beside: Beside): Promise<void>
  /** Every sealed key, for changing the master key. */
  resealKeys(reseal: (key: EntityKey) => Promise<string>): Promise<number>

  // trust
  trustedAnchors(member: MemberId): Promise<{ id: MemberId; keys: readonly PublicKey[] }[]>
  trustAnchor(
    member: MemberId,
    anchor: { id: MemberId; keys: readonly PublicKey[] },
    beside: Beside,
  ): Promise<void>
  pinOf(member: MemberId, partner: MemberId): Promise<readonly string[] | null>
  pin(
    member: MemberId,
    partner: MemberId,
    thumbprints: readonly string[],
    beside: Beside,
  ): Promise<void>
  /** Keeps statements as received: truth, appended. */
  keepStatements(
    member: MemberId,
    partner: MemberId,
    tokens: readonly string[],
    at: Instant,
  ): Promise<void>
  findPartner(member: MemberId, partner: MemberId): Promise<Partner | null>
  savePartner(member: MemberId, partner: Partner, at: Instant): Promise<void>
  searchPartners(
    member: MemberId,
    words: string | null,
    page: { after: string | null; limit: number },
  ): Promise<Page<Partner> | Refusal>
  agreementWith(
    member: MemberId,
    partner: MemberId,
  ): Promise<{ agreement: Agreement; version: number } | null>
  listAgreements(
    member: MemberId,
  ): Promise<{ agreement: Agreement; version: number; at: Instant }[]>
  /** Appends a version; `moved-on` when another came first. Expected 0: none yet. */
  saveAgreement(
    member: MemberId,
    agreement: Agreement,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'>
  /** Engagements that a partner asked us for since two moments. */
  countAsked(
    member: MemberId,
    partner: MemberId,
    hourAgo: Instant,
    dayAgo: Instant,
  ): Promise<{ hour: number; day: number }>
  noteAsked(member: MemberId, partner: MemberId, caseId: CaseId, at: Instant): Promise<void>

  // the alliance's side
  findSubordinate(anchor: MemberId, member: MemberId): Promise<Subordinate | null>
  listSubordinates(anchor: MemberId, status?: Subordinate['status']): Promise<Subordinate[]>
  saveSubordinate(subordinate: Subordinate, beside: Beside): Promise<void>

  // severity schemes of a member
  listSchemes(member: MemberId): Promise<StoredScheme[]>
  findScheme(member: MemberId, id: string, version?: string): Promise<StoredScheme | null>
  saveScheme(member: MemberId, scheme: StoredScheme, beside: Beside): Promise<'done' | 'exists'>

  // API clients
  findClient(id: string): Promise<ApiClient | null>
  listClients(member: MemberId): Promise<ApiClient[]>
  saveClient(client: ApiClient, beside: Beside): Promise<void>
}
