// The shapes of sealing, between flows that ask and `signing` that does.
import type { Readers } from '../core/cases/event.ts'
import type { Disclosure } from '../core/exchange/disclosure.ts'
import type { ParsedEvent } from '../core/exchange/event-token.ts'
import type { CaseId, EventId, MemberId } from '../core/kernel/id.ts'

/** An event before it is signed. `caseId` null, `seq` 1 and no parents: it opens a case. */
export type EventDraft = {
  readonly author: MemberId
  readonly audience: readonly MemberId[]
  /** Whole seconds since 1970. */
  readonly iat: number
  readonly jti: string
  readonly caseId: CaseId | null
  readonly incarnation: number
  readonly seq: number
  readonly prev: EventId | null
  readonly heads: readonly EventId[]
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
  readonly texts: Readonly<Record<string, { readonly readers: Readers; readonly value: unknown }>>
}

export type SealedEvent = {
  readonly event: ParsedEvent
  /** By slot: what travels beside the event to those who may read it. */
  readonly disclosures: Readonly<Record<string, Disclosure>>
}
