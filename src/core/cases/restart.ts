// Going on after a loss (D23): a member that cannot know what it signed last begins a new incarnation of its own chain, and says so to
// all. In: an event. Out: whether it is such a beginning, and whose place it takes: that of the event after the one it builds on. If the
// lost event turns up, the two are siblings, and the fold decides between them as between any two histories (D14).
import type { EventId } from '../kernel/id.ts'
import type { CaseEvent } from './event.ts'

type Begun = Pick<CaseEvent, 'type' | 'author' | 'incarnation' | 'seq' | 'prev' | 'body'>

/** An author's own first event under a new incarnation, on top of the last one it knows of itself. */
export const isRestart = ({ type, author, incarnation, seq, prev, body }: Begun): boolean =>
  type === 'author-resumed' &&
  incarnation > 0 &&
  seq === 1 &&
  prev !== null &&
  body['member'] === author &&
  body['incarnation'] === incarnation

/** Where an event stands in its author's history: incarnation and number, or those of the event that a restart stands in for. */
export function placeOf(
  event: Begun,
  find: (id: EventId) => Pick<CaseEvent, 'incarnation' | 'seq'> | undefined,
): { readonly incarnation: number; readonly seq: number } {
  const before = event.prev !== null && isRestart(event) ? find(event.prev) : undefined
  return before ? { incarnation: before.incarnation, seq: before.seq + 1 } : event
}
