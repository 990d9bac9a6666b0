// The history of a case: its events with texts, verdicts and badges, page by page, or one of them.
import { type EventView, viewEvent } from '../../core/cases/view-event.ts'
import { shownState } from '../../core/cases/view.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Page, StoredCase, StoredEvent } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import { openedTexts } from './opened-texts.ts'

type ReadDeps = Pick<Deps, 'cases'>

export type HistoryPage = {
  readonly after: string | null
  readonly limit: number
  readonly newestFirst: boolean
  readonly withToken: boolean
}

/** Refuses `case-not-found`, `cursor-invalid`. */
export async function readHistory(
  deps: ReadDeps,
  member: MemberId,
  caseId: CaseId,
  page: HistoryPage,
): Promise<Page<EventView> | Refusal> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (!stored) return new Refusal('case-not-found')
  const { after, limit, newestFirst, withToken } = page
  const found = await deps.cases.listEvents(member, caseId, { after, limit, newestFirst })
  if (found instanceof Refusal) return found
  const items = await viewEvents(deps, member, stored, found.items, withToken)
  return { items, next: found.next }
}

/** Refuses `case-not-found`, and `not-found` for an event that is none of this case's. */
export async function readEvent(
  deps: ReadDeps,
  member: MemberId,
  caseId: CaseId,
  event: EventId,
  withToken: boolean,
): Promise<EventView | Refusal> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (!stored) return new Refusal('case-not-found')
  const found = await deps.cases.findEvent(member, event)
  if (found?.caseId !== caseId) return new Refusal('not-found')
  const [view] = await viewEvents(deps, member, stored, [found], withToken)
  return view ?? new Refusal('not-found')
}

/** Events of one case as views, in the order given. */
export async function viewEvents(
  deps: ReadDeps,
  member: MemberId,
  stored: Pick<StoredCase, 'caseId' | 'state' | 'bundle'>,
  events: readonly StoredEvent[],
  withToken: boolean,
): Promise<EventView[]> {
  const ids = events.map(({ event }) => event)
  const texts = await openedTexts(deps, member, stored.caseId, ids)
  const state = shownState(stored)
  return events.map((event) =>
    viewEvent(state, event, texts.get(event.event) ?? {}, { us: member, withToken }),
  )
}
