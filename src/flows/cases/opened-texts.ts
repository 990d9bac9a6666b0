// Texts of a case as views take them: disclosures read from storage and opened, by event and slot. One that does not open is as
// if it were not here.
import type { Texts } from '../../core/cases/view-parts.ts'
import { openDisclosure } from '../../core/exchange/disclosure.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Deps } from '../ports.ts'

export async function openedTexts(
  { cases }: Pick<Deps, 'cases'>,
  member: MemberId,
  caseId: CaseId,
  events: readonly EventId[],
): Promise<Texts> {
  if (events.length === 0) return new Map()
  const opened = new Map<EventId, Record<string, unknown>>()
  for (const { event, slot, disclosure } of await cases.loadTexts(member, caseId, events)) {
    const text = openDisclosure(disclosure)
    const slots = opened.get(event) ?? Object.create(null)
    if (text !== null) opened.set(event, { ...slots, [slot]: text.value })
  }
  return opened
}
