// What flows ask of storage about cases: the view, the graph, events and texts as they rest, lists. Every method names the member it
// acts for, and sees nothing of another's.
import type { CaseState } from '../core/cases/case.ts'
import type { CaseCommit, Stage, Trust } from '../core/cases/consequences.ts'
import type { CaseEvent, Verdict } from '../core/cases/event.ts'
import type { History } from '../core/cases/history.ts'
import type { NotePlace } from '../core/cases/view-note.ts'
import type { CaseId, EventId, MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { SharedLevel } from '../core/severity/scale.ts'
import type { Refusal } from '../core/kernel/refusal.ts'

export type StoredCase = {
  readonly caseId: CaseId
  readonly version: number
  readonly stage: Stage
  readonly state: CaseState
  readonly bundle: CaseState | null
  readonly followUpAt: Instant | null
  readonly updatedAt: Instant
  /** Signing waits until a partner confirmed our last event there (D23). */
  readonly fenced: boolean
}

/** Of which event the past is asked for: how deep its deepest parent lies, and which version of the case it meets, of how many events. */
export type Above = { readonly depth: number; readonly version: number; readonly size: number }

export type StoredEvent = {
  readonly caseId: CaseId
  readonly event: EventId
  readonly author: MemberId
  readonly incarnation: number
  readonly seq: number
  readonly type: string
  readonly jti: string
  readonly kid: string
  readonly token: string
  readonly receivedAt: Instant
  readonly receivedFrom: MemberId | null
  readonly trust: Trust
  /** Null while ancestors are missing. */
  readonly depth: number | null
  readonly at: number | null
  readonly verdict: Verdict | null
}

export type StoredText = {
  readonly event: EventId
  readonly slot: string
  readonly digest: string
  readonly readers: 'case' | readonly MemberId[]
  readonly disclosure: string
}

export type DeliveryState = {
  readonly partner: MemberId
  readonly event: EventId
  readonly queuedAt: Instant
  readonly deliveredAt: Instant | null
  readonly attempts: number
  /** The partner's word when it refused for good. */
  readonly refused: string | null
}

/** What became of all our events of one case at one partner. */
export type DeliverySum = {
  readonly partner: MemberId
  readonly delivered: number
  readonly lastDeliveredAt: Instant | null
  readonly waiting: number
  readonly waitingSince: Instant | null
  readonly refused: readonly { readonly event: EventId; readonly word: string }[]
}

/** Where a page ended; opaque to callers. A cursor of another list is refused: `cursor-invalid`. */
export type Page<T> = { readonly items: readonly T[]; readonly next: string | null }

export type CaseFilter = {
  /** Any participant's case number, or our reference; exact, case folded. */
  readonly number?: string
  readonly partner?: MemberId
  readonly status?: 'open' | 'closed' | 'closed-contested' | 'invited' | 'declined'
  /** Words found in texts of the case that are held here. */
  readonly text?: string
  readonly holder?: MemberId
  readonly test?: boolean
  /** Only notices of planned changes. */
  readonly notice?: true
  /** Only cases in which an escalation is open. */
  readonly escalated?: true
}

export type CaseRow = {
  readonly caseId: CaseId
  readonly version: number
  readonly stage: Stage
  readonly state: CaseState
  readonly bundle: CaseState | null
  /** Disclosure of the text `summary` of the problem or the invitation, if held. */
  readonly summary: string | null
  readonly updatedAt: Instant
}

/** An open case on which the member claimed a level of one of its schemes (P13). */
export type SchemeCase = {
  readonly caseId: CaseId
  readonly version: string
  readonly code: string
  readonly level: SharedLevel
}

export type NotesPage = {
  readonly after: NotePlace | null
  readonly limit: number
  readonly newestFirst: boolean
}

/** Up to as many shared notes and as many of our own as asked, from where the page begins. */
export type FoundNotes = {
  /** Notes with an effect; and, in display order, every withdrawal with one. */
  readonly shared: readonly CaseEvent[]
  readonly local: CaseCommit['localNotes']
}

export interface CaseStore {
  /**
   * The view of one case, or null; kept in memory by version, so that a hot case costs no read. It may be out of date when
   * other processes write: a commit from it is then `moved-on`, and the next load reads anew. `fresh`: for what is shown.
   */
  loadCase(
    member: MemberId,
    caseId: CaseId,
    options?: { readonly fresh?: boolean },
  ): Promise<StoredCase | null>
  /** The graph of all placed events; or with `above`, if it can be told, of as many as an event like that needs. */
  loadHistory(member: MemberId, caseId: CaseId, above?: Above): Promise<History>
  /** How deep those of the events lie that have a place in the case. */
  depthsOf(
    member: MemberId,
    caseId: CaseId,
    events: readonly EventId[],
  ): Promise<ReadonlyMap<EventId, number>>
  /**
   * Writes one step whole, or nothing: `moved-on` when the case is not at the expected version any more. Throws a fault, with
   * nothing written, when a request with the same Idempotency-Key was answered meanwhile; repeating it finds the answer.
   */
  commit(commit: CaseCommit): Promise<'done' | 'moved-on'>
  findEvent(member: MemberId, event: EventId): Promise<StoredEvent | null>
  /** Puts the fence around every shared or joining case of a member that has other participants; returns how many (D23). */
  fenceCases(member: MemberId): Promise<number>
  liftFence(member: MemberId, caseId: CaseId): Promise<void>
  /** The cases behind a fence, by their id. */
  fencedCases(
    member: MemberId,
    page: { readonly after: CaseId | null; readonly limit: number },
  ): Promise<CaseId[]>
  /** Which of the events are here, placed or held. */
  knownEvents(member: MemberId, events: readonly EventId[]): Promise<ReadonlySet<EventId>>
  /** Events held without a place, in the order they came. */
  heldEvents(member: MemberId, caseId: CaseId): Promise<StoredEvent[]>
  /** Placed events in display order after a position (exclusive), and before any that are only held. */
  listEvents(
    member: MemberId,
    caseId: CaseId,
    page: { after: string | null; limit: number; newestFirst?: boolean },
  ): Promise<Page<StoredEvent> | Refusal>
  eventsById(member: MemberId, events: readonly EventId[]): Promise<StoredEvent[]>
  loadTexts(member: MemberId, caseId: CaseId, events?: readonly EventId[]): Promise<StoredText[]>
  /** Adds texts that came later than their events, or again. */
  addTexts(member: MemberId, caseId: CaseId, texts: CaseCommit['texts']): Promise<void>
  listCases(
    member: MemberId,
    filter: CaseFilter,
    page: { after: string | null; limit: number },
  ): Promise<Page<CaseRow> | Refusal>
  /** Open cases that keep a level of this scheme, by case id. It looks at every open case of the member. */
  listSchemeCases(
    member: MemberId,
    scheme: { readonly id: string; readonly version?: string },
    page: { readonly after: string | null; readonly limit: number },
  ): Promise<Page<SchemeCase> | Refusal>
  /** How many those are, by version. */
  countSchemeCases(member: MemberId, scheme: string): Promise<ReadonlyMap<string, number>>
  findNotes(member: MemberId, caseId: CaseId, page: NotesPage): Promise<FoundNotes>
  listDeliveries(
    member: MemberId,
    caseId: CaseId,
    page: { after: string | null; limit: number },
  ): Promise<Page<DeliveryState> | Refusal>
  sumDeliveries(member: MemberId, caseId: CaseId): Promise<DeliverySum[]>
  listOverturned(
    member: MemberId,
    caseId: CaseId,
  ): Promise<(CaseCommit['overturned'][number] & { at: Instant })[]>
  /** Heads of every case shared with a partner, paged by case id, for comparing (D20). */
  sharedCases(
    member: MemberId,
    partner: MemberId,
    page: { after: CaseId | null; limit: number },
  ): Promise<{ caseId: CaseId; heads: EventId[] }[]>
}
