// Everything that happened to a member, in the order of its log: each leaf with the event it speaks of, opened. In: the number the
// reader has seen. Out: what came after it. Numbers are given after commit by one sequencer, so none is ever stepped over.
import { referenceOf } from '../../core/cases/reference.ts'
import type { EventView } from '../../core/cases/view-event.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Leaf } from '../../core/cases/consequences.ts'
import type { StoredEvent } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import type { FeedItem } from '../work-ports.ts'
import { viewEvents } from './read-history.ts'

type ReadDeps = Pick<Deps, 'cases' | 'log'>

export type FeedEntry = {
  readonly number: number
  readonly at: Instant
  readonly kind: Leaf['kind']
  readonly direction: Leaf['direction']
  readonly partner: MemberId | null
  readonly verdict: string
  readonly caseId: CaseId | null
  readonly reference: string | null
  readonly event: EventView | null
}

export async function readFeed(
  deps: ReadDeps,
  member: MemberId,
  after: number,
  limit: number,
): Promise<FeedEntry[]> {
  const items = await deps.log.feed(member, after, limit)
  const events = await eventsOf(deps, member, items)
  return items.map(({ number, at, leaf }) => ({
    number,
    at,
    kind: leaf.kind,
    direction: leaf.direction,
    partner: leaf.partner,
    verdict: leaf.verdict,
    caseId: leaf.caseId,
    reference: leaf.caseId && referenceOf(leaf.caseId),
    event: (leaf.event && events.get(leaf.event)) ?? null,
  }))
}

/** Where the feed ends now. */
export const endOfFeed = ({ log }: Pick<Deps, 'log'>, member: MemberId): Promise<number> =>
  log.lastNumber(member)

/** The events that the items speak of, read in one go and then case by case. */
async function eventsOf(
  deps: ReadDeps,
  member: MemberId,
  items: readonly FeedItem[],
): Promise<ReadonlyMap<EventId, EventView>> {
  const ids = new Set(items.flatMap(({ leaf }) => leaf.event ?? []))
  if (ids.size === 0) return new Map()
  const stored = await deps.cases.eventsById(member, [...ids])
  const byCase = Map.groupBy(stored, (event: StoredEvent) => event.caseId)
  const views = new Map<EventId, EventView>()
  for (const [caseId, events] of byCase) {
    const held = await deps.cases.loadCase(member, caseId, { fresh: true })
    if (!held) continue
    for (const view of await viewEvents(deps, member, held, events, false)) views.set(view.id, view)
  }
  return views
}
