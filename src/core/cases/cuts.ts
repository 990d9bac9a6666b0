// Cuts (fold.md §1.4c): what a removal, an author cut, a withdrawal or a lapse makes inert although it had an effect in its own
// past. A removal or author cut drops that member's events that neither saw the cut nor were seen by it, severity claims
// excepted; a withdrawal or lapse drops the invitee's within its own engagement only.
import { z } from 'zod'
import type { EngagementId, EventId, MemberId } from '../kernel/id.ts'
import type { CaseEvent } from './event.ts'
import type { History, Node } from './history.ts'

export type Cuts = {
  readonly dropped: ReadonlySet<EventId>
  /** Severity claims outside a cut: they stand, marked. */
  readonly unseenClaims: ReadonlySet<EventId>
  /** Acceptances that met a withdrawal on the way, by engagement. */
  readonly crossed: ReadonlyMap<EngagementId, EventId>
}

const OfMember = z.object({ member: z.string() })
const OfEngagement = z.object({ engagement: z.string() })

export function findCuts(history: History, acting: readonly Node[]): Cuts {
  const dropped = new Set<EventId>()
  const unseenClaims = new Set<EventId>()
  const crossed = new Map<EngagementId, EventId>()
  const invitees = new Map<string, MemberId>()
  for (const { event } of acting)
    if (event.type === 'engagement-requested')
      invitees.set(event.id, event.body['invitee'] as MemberId)

  for (const { event: cut } of acting) {
    if (cut.type === 'member-removed' || cut.type === 'author-cut') {
      const { member } = OfMember.parse(cut.body)
      for (const event of apart(history, acting, cut, member)) {
        if (event.type === 'severity-claimed') unseenClaims.add(event.id)
        else dropped.add(event.id)
      }
    } else if (cut.type === 'engagement-withdrawn' || cut.type === 'engagement-lapsed') {
      const engagement = OfEngagement.parse(cut.body).engagement as EngagementId
      for (const event of apart(history, acting, cut, invitees.get(engagement) ?? '')) {
        if (!history.sees(event.id, engagement)) continue
        dropped.add(event.id)
        if (event.type === 'engagement-accepted' && event.body['engagement'] === engagement)
          crossed.set(engagement, event.id)
      }
    }
  }
  return { dropped, unseenClaims, crossed }
}

/** A member's events that neither saw the cut nor were seen by it. */
function apart(
  history: History,
  acting: readonly Node[],
  cut: CaseEvent,
  member: string,
): CaseEvent[] {
  return acting
    .map((node) => node.event)
    .filter(
      (event) =>
        event.author === member &&
        event.id !== cut.id &&
        !history.sees(cut.id, event.id) &&
        !history.sees(event.id, cut.id),
    )
}
