// What a flow may ask of the world: time, randomness, a place of rest, private keys, partners. `storage`, `signing`, `net` and
// `runtime` implement these; what is asked of storage stands in `case-ports`, `work-ports` and `member-ports`.
import type { EventId, MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Refusal } from '../core/kernel/refusal.ts'
import type { CaseStore } from './case-ports.ts'
import type { MemberStore } from './member-ports.ts'
import type { EventDraft, SealedEvent } from './sealing.ts'
import type { LogStore, WorkStore } from './work-ports.ts'

export type Clock = { readonly now: () => Instant }
export type Random = {
  /** A fresh unique id, at most 64 characters of `[A-Za-z0-9_-]`. */
  readonly id: () => string
  readonly bytes: (length: number) => Uint8Array<ArrayBuffer>
}

/** A high-water mark outside the database: the last events we signed, so that an older copy of it is noticed (D23). */
export interface HighWater {
  /**
   * The events signed last, of which a database that lacks one is an older copy; none of a member that signed nothing here. Null where
   * nothing was ever kept, so that nobody knows.
   */
  read(member: MemberId): Promise<readonly EventId[] | null>
  /** Called after each commit; may lag behind, never run ahead. */
  raise(member: MemberId, last: EventId): Promise<void>
}

export interface Signer {
  /**
   * Signs an event with the member's active event key if `kids` names it, else with another of its keys that `kids` names and
   * that is not destroyed. `kids`: the keys in force for the member in the case (D5a). Refused when a partner would refuse it.
   */
  sealEvent(draft: EventDraft, kids: readonly string[]): Promise<SealedEvent | Refusal>
  /** Signs the right to one request to a partner (D22). */
  sealRequest(
    member: MemberId,
    request: {
      audience: MemberId
      method: string
      url: string
      body: Uint8Array<ArrayBuffer> | null
      offsetSeconds: number
    },
  ): Promise<string>
  /** Signs an entity statement, historical keys or the like with a federation key. */
  signStatement(
    entity: MemberId,
    typ: string,
    claims: Readonly<Record<string, unknown>>,
  ): Promise<string>
}

export type NetRequest = {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array<ArrayBuffer>
  readonly timeoutMs?: number
  readonly maxBytes?: number
  readonly signal?: AbortSignal
}
export type NetResponse = {
  readonly status: number
  readonly headers: Headers
  readonly body: Uint8Array<ArrayBuffer>
}

/** Outgoing HTTP within bounds; throws a fault with `kind` when there is no answer. */
export interface Net {
  request(request: NetRequest): Promise<NetResponse>
}

/** Waits, or ends early when the signal says so; tests give one that does not wait. */
export type Pause = (ms: number, signal?: AbortSignal) => Promise<void>

/** Tells other parts of this process that there is work, so that nobody waits for the next round. Losing a nudge loses nothing. */
export interface Nudge {
  (about: 'deliver' | 'repair' | 'sequence' | 'follow-up' | 'feed', member: MemberId): void
}

export type Deps = {
  readonly clock: Clock
  readonly random: Random
  readonly cases: CaseStore
  readonly work: WorkStore
  readonly log: LogStore
  readonly members: MemberStore
  readonly signer: Signer
  readonly net: Net
  readonly highWater: HighWater
  readonly nudge: Nudge
  readonly pause: Pause
  /**
   * Asked before a member that is unknown here is looked up because a stranger named it: false when there was too much of that.
   * Absent where we ask of our own accord.
   */
  readonly mayLookUp?: () => boolean
}
