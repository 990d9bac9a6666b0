// The invitation bundle (D6a): what a member that was asked and has not accepted gets to see. The opening event, what made the
// inviter and the host who they are, their keys, and the asked side of its own engagement; nothing else of the case.
import type { EventId, MemberId } from '../kernel/id.ts'
import type { CaseState } from './case.ts'
import { hostOf, participantOf } from './case.ts'
import type { CaseEvent } from './event.ts'
import type { History } from './history.ts'

/** The events an invitee needs to check and read one event of the asked side, that event last. */
export function bundleFor(
  s: CaseState,
  event: Pick<CaseEvent, 'id' | 'type' | 'author'>,
): EventId[] {
  if (event.type !== 'engagement-requested') return [event.id]
  const keys = [hostOf(s), event.author, ...s.transfers.flatMap((t) => [t.from, t.to])].flatMap(
    (member: MemberId) => participantOf(s, member)?.keyEvents ?? [],
  )
  const transfers = s.transfers.map((t) => t.event)
  return [...new Set([s.opened.event, ...keys, ...transfers, event.id])]
}

/**
 * Adds events whose ancestors may be missing to what is held, parents first, as if all had an effect. What `foldHistory` then
 * shows is provisional: nothing of it is a verdict.
 */
export function growBundle(
  history: History,
  events: readonly Omit<CaseEvent, 'at' | 'depth'>[],
): void {
  let waiting = events.filter((event) => !history.get(event.id))
  while (waiting.length > 0) {
    const held = new Set<string>(waiting.map((event) => event.id))
    const ready = waiting.filter((e) => ![e.prev, ...e.heads].some((id) => id && held.has(id)))
    if (ready.length === 0) return
    for (const event of ready) history.add({ ...event, ...placeIn(history, event) }, 'effect')
    waiting = waiting.filter((event) => !ready.includes(event))
  }
}

/** What builds on events that are not here is shown after all that is: its author had seen what we wrote and it answers. */
function placeIn(
  history: History,
  event: Pick<CaseEvent, 'prev' | 'heads' | 'iat'>,
): { depth: number; at: number } {
  const place = history.place(event)
  return history.missing(event).length === 0 ? place : { ...place, depth: history.nodes.length }
}
