// One event of the history as people see it: its clear part, its texts as far as they are held, its verdict with the reason, the
// badge of its key, and who has not seen it yet (D10, D10a, D15).
import { claimsOf } from '../exchange/read-claims.ts'
import type { EventId, MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds } from '../kernel/instant.ts'
import type { CaseState } from './case.ts'
import type { Trust } from './consequences.ts'
import type { Readers, Verdict } from './event.ts'
import { ruleOf } from './registry.ts'
import { notSeenBy } from './view.ts'

/** An event at rest. */
export type HeldEvent = {
  readonly event: EventId
  readonly author: MemberId
  readonly incarnation: number
  readonly seq: number
  readonly type: string
  readonly token: string
  readonly receivedAt: Instant
  readonly receivedFrom: MemberId | null
  readonly trust: Trust
  readonly depth: number | null
  readonly at: number | null
  readonly verdict: Verdict | null
}

/** `withheld`: not meant for us. `awaited`: meant for us and not here. */
export type TextStanding = 'held' | 'withheld' | 'awaited'
export type Audience = 'all' | readonly MemberId[]

export type EventView = {
  readonly id: EventId
  readonly type: string
  readonly author: MemberId
  readonly at: Instant | null
  readonly claimedAt: Instant
  readonly receivedAt: Instant
  readonly receivedFrom: MemberId | null
  readonly seq: number
  readonly incarnation: number
  readonly depth: number | null
  readonly verdict: Verdict | null
  readonly trust: Trust
  readonly settled: boolean | null
  readonly notSeenBy: readonly MemberId[]
  readonly body: Readonly<Record<string, unknown>>
  readonly texts: readonly {
    readonly slot: string
    readonly audience: Audience
    readonly held: TextStanding
    readonly value: unknown
  }[]
  readonly token?: string
}

export const audienceOf = (readers: Readers): Audience => (readers === 'case' ? 'all' : readers)

/** Whether a text is here, may come, or never will. */
export function textStanding(
  readers: Readers,
  author: MemberId,
  us: MemberId,
  isHeld: boolean,
): TextStanding {
  if (isHeld) return 'held'
  return readers === 'case' || author === us || readers.includes(us) ? 'awaited' : 'withheld'
}

/** @param texts the opened texts of this event by slot */
export function viewEvent(
  s: CaseState,
  event: HeldEvent,
  texts: Readonly<Record<string, unknown>>,
  { us, withToken = false }: { readonly us: MemberId; readonly withToken?: boolean },
): EventView {
  const claims = claimsOf(event.token)
  const slots = claims.text as Readonly<Record<string, { readonly readers: Readers }>>
  return {
    id: event.event,
    type: event.type,
    author: event.author,
    at: event.at === null ? null : instantOfSeconds(event.at),
    claimedAt: instantOfSeconds(claims.iat),
    receivedAt: event.receivedAt,
    receivedFrom: event.receivedFrom,
    seq: event.seq,
    incarnation: event.incarnation,
    depth: event.depth,
    verdict: event.verdict,
    trust: event.trust,
    ...settlementOf(s, event),
    body: claims.body,
    texts: Object.entries(slots).map(([slot, { readers }]) => ({
      slot,
      audience: audienceOf(readers),
      held: textStanding(readers, event.author, us, Object.hasOwn(texts, slot)),
      value: Object.hasOwn(texts, slot) ? texts[slot] : null,
    })),
    ...(withToken ? { token: event.token } : {}),
  }
}

/** Only decisions with an effect can be settled; of the others nobody says whether they were seen. */
function settlementOf(
  s: CaseState,
  { event, type, verdict }: HeldEvent,
): Pick<EventView, 'settled' | 'notSeenBy'> {
  if (verdict !== 'effect' || ruleOf(type)?.decision !== true)
    return { settled: null, notSeenBy: [] }
  const open = s.unsettled.find((unsettled) => unsettled.event === event)
  return {
    settled: open === undefined,
    notSeenBy: open === undefined ? [] : notSeenBy(s, open.by, open.seenBy),
  }
}
