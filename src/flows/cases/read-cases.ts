// The list of a member's cases, filtered and paged, each as one line.
import { type CaseRowView, viewRow } from '../../core/cases/view-row.ts'
import { openDisclosure } from '../../core/exchange/disclosure.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { CaseFilter, Page } from '../case-ports.ts'
import type { Deps } from '../ports.ts'

/** Refuses `cursor-invalid`. */
export async function readCases(
  deps: Pick<Deps, 'cases'>,
  member: MemberId,
  filter: CaseFilter,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<CaseRowView> | Refusal> {
  const found = await deps.cases.listCases(member, filter, page)
  if (found instanceof Refusal) return found
  const items = found.items.map((row) => {
    const summary = row.summary === null ? null : openDisclosure(row.summary)
    return viewRow(row, summary?.value ?? null, member)
  })
  return { items, next: found.next }
}
