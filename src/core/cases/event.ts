// What a case event is once parsed, and what one event type must say of itself. A type is one entry in one rules file:
// the shape of its clear body, its text slots, when it has an effect, and what it does. Order decides nothing (D10): `judge`
// asks the state the author had seen, `evolve` is told which earlier events the author had seen.
import { z } from 'zod'
import type { CaseId, EventId, MemberId } from '../kernel/id.ts'
import type { RefusalCode } from '../kernel/refusal.ts'
import type { CaseState } from './case.ts'

/** Who may read a text: every participant, later joiners too, or the members named (D7c). */
export type Readers = 'case' | readonly MemberId[]

/** Where a text stands in its event: the digest of its disclosure, and its readers (D7a). */
export type TextRef = { readonly readers: Readers; readonly digest: string }

/** The clear part of an event. `at` and `depth` are derived from its ancestors, never claimed. */
export type CaseEvent = {
  readonly id: EventId
  readonly caseId: CaseId
  readonly author: MemberId
  readonly incarnation: number
  readonly seq: number
  readonly prev: EventId | null
  readonly heads: readonly EventId[]
  /** Kebab word of the type, or the whole URI of one this program does not know. */
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
  readonly texts: Readonly<Record<string, TextRef>>
  /** Claimed time, whole seconds since 1970. */
  readonly iat: number
  /** The greater of the claimed time and its ancestors' times, seconds (D10d). */
  readonly at: number
  /** 0 for the opening event, else one more than the deepest parent. */
  readonly depth: number
}

/** `effect`, or the word that says why an event changed nothing (D10). */
export type Verdict = 'effect' | RefusalCode

/** Answers "had this event's author seen that one?", for one event. */
export type Sees = (other: EventId) => boolean

export type EventRule<B> = {
  readonly body: z.ZodType<B>
  readonly slots: readonly string[]
  /** A decision is confirmed by `received` and can be settled (D10a). */
  readonly decision?: true
  /** Has an effect on a closed case too. */
  readonly whileClosed?: true
  /** Outside a close's own past it makes the close contested (D11b). */
  readonly contests?: true
  /** Who may write it at all: an active participant, or an invitee that has not answered yet as well. */
  readonly by?: 'invitee'
  /** First rules version that knows the type; 1 unless said otherwise (D10c). */
  readonly since?: number
  readonly judge: (state: CaseState, event: CaseEvent, body: B) => RefusalCode | null
  readonly evolve: (state: CaseState, event: CaseEvent, body: B, sees: Sees) => CaseState
}

/** Keeps the body's type between schema and functions, and forgets it in the registry. */
export function eventRule<B>(rule: EventRule<B>): EventRule<never> {
  return rule as unknown as EventRule<never>
}

export const EVENT_TYPE_PREFIX = 'urn:entente:event:'

/** The parents in the graph: the author's previous event and the tips it had seen. */
export function parentsOf(event: Pick<CaseEvent, 'prev' | 'heads'>): readonly EventId[] {
  return event.prev === null ? event.heads : [event.prev, ...event.heads]
}

/** Display order (fold.md §1.2): depth, author bytewise, incarnation, seq, id. Decides nothing but the timeline. */
export function compareEvents(a: CaseEvent, b: CaseEvent): number {
  return (
    a.depth - b.depth ||
    compareText(a.author, b.author) ||
    a.incarnation - b.incarnation ||
    a.seq - b.seq ||
    compareText(a.id, b.id)
  )
}

/** Order by UTF-16 code units; member identifiers and event ids are ASCII, where this is bytewise order. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
