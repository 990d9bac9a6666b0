// Hosted members, their partners and their settings at rest, as `flows/member-ports.ts` asks for them.
import type { PublicKey } from '../../core/cases/case.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Refusal } from '../../core/kernel/refusal.ts'
import type { Agreement } from '../../core/members/agreement.ts'
import type {
  ApiClient,
  Beside,
  Entity,
  EntityKey,
  KeyPurpose,
  MemberStore,
  Partner,
  Profile,
  StoredScheme,
  Subordinate,
} from '../../flows/member-ports.ts'
import type { Page } from '../../flows/case-ports.ts'
import type { StoredPerson, StoredRota, StoredSupportProfile } from '../../flows/duty-ports.ts'
import type { Database } from '../database.ts'
import type { Schema } from '../schema.ts'
import * as entities from './entities.ts'
import * as partners from './partners.ts'
import * as people from './people.ts'
import * as settings from './settings.ts'
import * as supportProfiles from './support-profiles.ts'
import * as trust from './trust.ts'

export class SqlMemberStore implements MemberStore {
  readonly #database: Database<Schema>

  constructor(database: Database<Schema>) {
    this.#database = database
  }

  createEntity(
    entity: Omit<Entity, 'version'>,
    keys: readonly EntityKey[],
    beside: Beside,
  ): Promise<'done' | 'exists'> {
    return entities.createEntity(this.#database, entity, keys, beside)
  }

  findEntity(id: MemberId): Promise<Entity | null> {
    return entities.findEntity(this.#database, { entity_id: id })
  }

  findEntityByHandle(handle: string): Promise<Entity | null> {
    return entities.findEntity(this.#database, { handle })
  }

  listEntities(): Promise<Entity[]> {
    return entities.listEntities(this.#database)
  }

  saveProfile(
    id: MemberId,
    expected: number,
    profile: Profile,
    authorityHints: readonly MemberId[],
    beside: Beside,
  ): Promise<'done' | 'moved-on'> {
    const change = { profile, authorityHints }
    return entities.saveProfile(this.#database, id, expected, change, beside)
  }

  keysOf(entity: MemberId, purpose?: KeyPurpose): Promise<EntityKey[]> {
    return entities.keysOf(this.#database, entity, purpose)
  }

  saveKeys(entity: MemberId, keys: readonly EntityKey[], beside: Beside): Promise<void> {
    return entities.saveKeys(this.#database, entity, keys, beside)
  }

  resealKeys(reseal: (key: EntityKey) => Promise<string>): Promise<number> {
    return entities.resealKeys(this.#database, reseal)
  }

  trustedAnchors(member: MemberId): ReturnType<MemberStore['trustedAnchors']> {
    return trust.trustedAnchors(this.#database, member)
  }

  trustAnchor(
    member: MemberId,
    anchor: { readonly id: MemberId; readonly keys: readonly PublicKey[] },
    beside: Beside,
  ): Promise<void> {
    return trust.trustAnchor(this.#database, member, anchor, beside)
  }

  pinOf(member: MemberId, partner: MemberId): Promise<readonly string[] | null> {
    return trust.pinOf(this.#database, member, partner)
  }

  pin(
    member: MemberId,
    partner: MemberId,
    thumbprints: readonly string[],
    beside: Beside,
  ): Promise<void> {
    return trust.pin(this.#database, member, partner, thumbprints, beside)
  }

  keepStatements(
    member: MemberId,
    partner: MemberId,
    tokens: readonly string[],
    at: Instant,
  ): Promise<void> {
    return partners.keepStatements(this.#database, member, partner, tokens, at)
  }

  findPartner(member: MemberId, partner: MemberId): Promise<Partner | null> {
    return partners.findPartner(this.#database, member, partner)
  }

  savePartner(member: MemberId, partner: Partner, at: Instant): Promise<void> {
    return partners.savePartner(this.#database, member, partner, at)
  }

  searchPartners(
    member: MemberId,
    words: string | null,
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<Partner> | Refusal> {
    return partners.searchPartners(this.#database, member, words, page)
  }

  agreementWith(member: MemberId, partner: MemberId): ReturnType<MemberStore['agreementWith']> {
    return trust.agreementWith(this.#database, member, partner)
  }

  listAgreements(member: MemberId): ReturnType<MemberStore['listAgreements']> {
    return trust.listAgreements(this.#database, member)
  }

  saveAgreement(
    member: MemberId,
    agreement: Agreement,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'> {
    return trust.saveAgreement(this.#database, member, agreement, expected, beside)
  }

  countAsked(
    member: MemberId,
    partner: MemberId,
    hourAgo: Instant,
    dayAgo: Instant,
  ): Promise<{ hour: number; day: number }> {
    return trust.countAsked(this.#database, member, partner, hourAgo, dayAgo)
  }

  noteAsked(member: MemberId, partner: MemberId, caseId: CaseId, at: Instant): Promise<void> {
    return trust.noteAsked(this.#database, member, partner, caseId, at)
  }

  findSubordinate(anchor: MemberId, member: MemberId): Promise<Subordinate | null> {
    return settings.findSubordinate(this.#database, anchor, member)
  }

  listSubordinates(anchor: MemberId, status?: Subordinate['status']): Promise<Subordinate[]> {
    return settings.listSubordinates(this.#database, anchor, status)
  }

  saveSubordinate(subordinate: Subordinate, beside: Beside): Promise<void> {
    return settings.saveSubordinate(this.#database, subordinate, beside)
  }

  listSchemes(member: MemberId): Promise<StoredScheme[]> {
    return settings.listSchemes(this.#database, member)
  }

  findScheme(member: MemberId, id: string, version?: string): Promise<StoredScheme | null> {
    return settings.findScheme(this.#database, member, id, version)
  }

  saveScheme(member: MemberId, scheme: StoredScheme, beside: Beside): Promise<'done' | 'exists'> {
    return settings.saveScheme(this.#database, member, scheme, beside)
  }

  findClient(id: string): Promise<ApiClient | null> {
    return settings.findClient(this.#database, id)
  }

  listClients(member: MemberId): Promise<ApiClient[]> {
    return settings.listClients(this.#database, member)
  }

  saveClient(client: ApiClient, beside: Beside): Promise<void> {
    return settings.saveClient(this.#database, client, beside)
  }

  keepSupportDocument(...asked: Parameters<MemberStore['keepSupportDocument']>): Promise<void> {
    return supportProfiles.keepSupportDocument(this.#database, ...asked)
  }

  findSupportDocument(
    ...asked: Parameters<MemberStore['findSupportDocument']>
  ): Promise<string | null> {
    return supportProfiles.findSupportDocument(this.#database, ...asked)
  }

  listSupportProfiles(member: MemberId): Promise<StoredSupportProfile[]> {
    return supportProfiles.listSupportProfiles(this.#database, member)
  }

  findSupportProfile(member: MemberId, version: string): Promise<StoredSupportProfile | null> {
    return supportProfiles.findSupportProfile(this.#database, member, version)
  }

  saveSupportProfile(
    member: MemberId,
    profile: StoredSupportProfile,
    beside: Beside,
  ): Promise<'done' | 'exists'> {
    return supportProfiles.saveSupportProfile(this.#database, member, profile, beside)
  }

  listPeople(member: MemberId): Promise<StoredPerson[]> {
    return people.listPeople(this.#database, member)
  }

  findPerson(member: MemberId, id: string): Promise<StoredPerson | null> {
    return people.findPerson(this.#database, member, id)
  }

  savePerson(
    ...asked: Parameters<MemberStore['savePerson']>
  ): ReturnType<MemberStore['savePerson']> {
    return people.savePerson(this.#database, ...asked)
  }

  removePerson(
    ...asked: Parameters<MemberStore['removePerson']>
  ): ReturnType<MemberStore['removePerson']> {
    return people.removePerson(this.#database, ...asked)
  }

  listRotas(member: MemberId): Promise<StoredRota[]> {
    return people.listRotas(this.#database, member)
  }

  findRota(member: MemberId, id: string): Promise<StoredRota | null> {
    return people.findRota(this.#database, member, id)
  }

  saveRota(...asked: Parameters<MemberStore['saveRota']>): ReturnType<MemberStore['saveRota']> {
    return people.saveRota(this.#database, ...asked)
  }

  removeRota(
    ...asked: Parameters<MemberStore['removeRota']>
  ): ReturnType<MemberStore['removeRota']> {
    return people.removeRota(this.#database, ...asked)
  }
}
