// For managers: every case of a member in which an escalation is open, the one changed last first, with who raised it, why and how far it is.
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { type EscalationView, viewEscalations } from '../../core/cases/view-escalation.ts'
import { type CaseRowView, viewRow } from '../../core/cases/view-row.ts'
import { shownState } from '../../core/cases/view.ts'
import { openDisclosure } from '../../core/exchange/disclosure.ts'
import type { Page } from '../case-ports.ts'
import type { Deps } from '../ports.ts'

type Shown = 'id' | 'by' | 'state' | 'reason' | 'level' | 'criticalDate' | 'coupled' | 'oneSided'

export type EscalatedCase = {
  readonly case: CaseRowView
  readonly escalations: readonly Pick<EscalationView, Shown | 'raisedAt' | 'statedAt'>[]
}

/** Refuses `cursor-invalid`. */
export async function readEscalations(
  { cases }: Pick<Deps, 'cases'>,
  member: MemberId,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<EscalatedCase> | Refusal> {
  const found = await cases.listCases(member, { escalated: true }, page)
  if (found instanceof Refusal) return found
  const items = found.items.map((row): EscalatedCase => {
    const summary = row.summary === null ? null : openDisclosure(row.summary)
    const open = viewEscalations(shownState(row), new Map()).filter((one) => one.open)
    return {
      case: viewRow(row, summary?.value ?? null, member),
      escalations: open.map(inShort),
    }
  })
  return { items, next: found.next }
}

const inShort = (one: EscalationView): EscalatedCase['escalations'][number] => ({
  id: one.id,
  by: one.by,
  state: one.state,
  reason: one.reason,
  level: one.level,
  criticalDate: one.criticalDate,
  coupled: one.coupled,
  oneSided: one.oneSided,
  raisedAt: one.raisedAt,
  statedAt: one.statedAt,
})
