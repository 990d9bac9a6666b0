// An event on its way in, and what becomes of it. `taken` covers repeats: they are answered as the first time (D21).
import type { TextRow } from '../../core/cases/consequences.ts'
import { matchDisclosures } from '../../core/exchange/disclosure.ts'
import type { ParsedEvent } from '../../core/exchange/event-token.ts'
import { parseEventToken } from '../../core/exchange/event-token.ts'
import type { EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { wordsOf } from '../cases/seal-step.ts'
import type { Parked } from '../work-ports.ts'

export type Arrival = {
  readonly event: ParsedEvent
  readonly disclosures: readonly string[]
  /** Where it comes from: just now, from the parking, or held since the invitation. */
  readonly origin: 'new' | 'parked' | 'held'
}

export type Outcome =
  | { readonly word: 'taken' }
  /** Neither acknowledged nor refused (D20). */
  | { readonly word: 'waiting'; readonly missing: readonly EventId[]; readonly datedAhead?: true }
  | { readonly word: 'refused'; readonly refusal: Refusal }

export const TAKEN: Outcome = { word: 'taken' }

/** Reads tokens at rest again; they were judged when they came. */
export async function arrivalsOf(
  origin: 'parked' | 'held',
  tokens: readonly (Pick<Parked, 'token'> & Partial<Pick<Parked, 'disclosures'>>)[],
): Promise<Arrival[]> {
  const arrivals: Arrival[] = []
  for (const { token, disclosures = [] } of tokens) {
    const event = await parseEventToken(token)
    if (!(event instanceof Refusal)) arrivals.push({ event, disclosures, origin })
  }
  return arrivals
}

/** The texts that came with an event and that this member may read; others are not kept (D7c). */
export async function textsOf(member: MemberId, arrival: Arrival): Promise<TextRow[]> {
  if (arrival.disclosures.length === 0) return []
  const { event } = arrival
  const { matched } = await matchDisclosures(event.texts, arrival.disclosures)
  return Object.entries(matched).flatMap(([slot, { disclosure, value }]) => {
    const ref = event.texts[slot]
    if (!ref || (ref.readers !== 'case' && !ref.readers.includes(member))) return []
    return [{ event: event.id, slot, ref, disclosure, words: wordsOf(value) }]
  })
}
