// What flows ask of storage about support profiles, people and rotas. Every question names the member whose they are.
import type { MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Person } from '../core/support/person.ts'
import type { Rota } from '../core/support/rota.ts'
import type { Beside } from './member-ports.ts'

/** A support profile as published: the exact text and its hash. */
export type SupportDocument = { readonly digest: string; readonly document: string }

export type StoredSupportProfile = SupportDocument & {
  readonly version: string
  readonly createdAt: Instant
}

/** `version` counts the changes, for If-Match. */
export type StoredPerson = {
  readonly id: string
  readonly version: number
  readonly person: Person
}

export type StoredRota = { readonly version: number; readonly rota: Rota }

export interface DutyStore {
  /** Kept by its hash; of each partner only the latest hundred, of the member itself all. */
  keepSupportDocument(
    member: MemberId,
    source: MemberId,
    document: SupportDocument,
    at: Instant,
  ): Promise<void>
  /** @param source whose it must be; anybody's where absent */
  findSupportDocument(member: MemberId, digest: string, source?: MemberId): Promise<string | null>

  /** In the order they were saved. */
  listSupportProfiles(member: MemberId): Promise<StoredSupportProfile[]>
  findSupportProfile(member: MemberId, version: string): Promise<StoredSupportProfile | null>
  saveSupportProfile(
    member: MemberId,
    profile: StoredSupportProfile,
    beside: Beside,
  ): Promise<'done' | 'exists'>

  listPeople(member: MemberId): Promise<StoredPerson[]>
  findPerson(member: MemberId, id: string): Promise<StoredPerson | null>
  /** Writes the next version; `moved-on` when it is not at the expected one. Expected 0: somebody new. */
  savePerson(
    member: MemberId,
    person: Omit<StoredPerson, 'version'>,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'>
  removePerson(
    member: MemberId,
    id: string,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on' | 'in-rota'>

  listRotas(member: MemberId): Promise<StoredRota[]>
  findRota(member: MemberId, id: string): Promise<StoredRota | null>
  /** `person-unknown` when somebody named in it is nobody of the member's. */
  saveRota(
    member: MemberId,
    rota: Rota,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on' | 'person-unknown'>
  removeRota(
    member: MemberId,
    id: string,
    expected: number,
    beside: Beside,
  ): Promise<'done' | 'moved-on'>
}
