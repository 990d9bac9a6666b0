// What is recorded beside the history of a case: which of our events reached whom, and what an arrival overturned.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { CaseStore, DeliveryState, Page } from '../case-ports.ts'
import type { Deps } from '../ports.ts'

/** Refuses `case-not-found`, `cursor-invalid`. */
export async function readDeliveries(
  { cases }: Pick<Deps, 'cases'>,
  member: MemberId,
  caseId: CaseId,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<DeliveryState> | Refusal> {
  if (!(await cases.loadCase(member, caseId))) return new Refusal('case-not-found')
  return cases.listDeliveries(member, caseId, page)
}

/** The latest first. Refuses `case-not-found`. */
export async function readOverturned(
  { cases }: Pick<Deps, 'cases'>,
  member: MemberId,
  caseId: CaseId,
): Promise<Awaited<ReturnType<CaseStore['listOverturned']>> | Refusal> {
  if (!(await cases.loadCase(member, caseId))) return new Refusal('case-not-found')
  const records = await cases.listOverturned(member, caseId)
  return records.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
