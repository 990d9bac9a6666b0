// Reading one case as it stands: find, load its texts, view. In: a member and a case. Out: the view, or `case-not-found`.
import { type CaseView, shownState, textEventsOf, viewCase } from '../../core/cases/view.ts'
import { claimsOf } from '../../core/exchange/read-claims.ts'
import { isJsonObject } from '../../core/exchange/strict-json.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { openedTexts } from './opened-texts.ts'
import { ownMapping } from './own-mapping.ts'

export async function readCase(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
): Promise<CaseView | Refusal> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (!stored) return new Refusal('case-not-found')
  const state = shownState(stored)
  const [texts, review, mapping] = await Promise.all([
    openedTexts(deps, member, caseId, textEventsOf(state)),
    reviewIn(deps, member, state.problem.event),
    ownMapping(deps, member),
  ])
  return viewCase(stored, { us: member, texts, review, mapping })
}

/** The review questions as answered in the event that states the problem. */
async function reviewIn(
  { cases }: Deps,
  member: MemberId,
  event: EventId,
): Promise<Readonly<Record<string, unknown>> | null> {
  const [stated] = await cases.eventsById(member, [event])
  const review = stated && claimsOf(stated.token).body['review']
  return isJsonObject(review) ? review : null
}
