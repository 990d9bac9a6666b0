// A case as an engineer would open it, and the shortest ways to act on one.
import type { CaseCommand } from '../../src/core/cases/command.ts'
import type { CaseId, MemberId } from '../../src/core/kernel/id.ts'
import { actOnCase } from '../../src/flows/cases/act-on-case.ts'
import { openCase } from '../../src/flows/cases/open-case.ts'
import type { OpenCaseInput } from '../../src/flows/cases/open-case.ts'
import type { EngagementInput } from '../../src/flows/cases/request-engagement.ts'
import type { Receipt } from '../../src/flows/cases/receipt.ts'
import { stateAt, sure } from './network.ts'
import type { Vendor } from './network.ts'

export const engagement = (partner: MemberId): EngagementInput => ({
  partner,
  ask: 'investigate',
  due: null,
  text: 'Please look at the array’s path failover log between 02:10 and 02:25 UTC.',
  entitlement: { contract: 'SUP-4711', serial: 'BA-0099' },
  contact: { name: 'Night desk', phone: '+49 30 000000' },
  levelDuties: { contact: 'given', call: 'promised' },
})

export const problem: OpenCaseInput = {
  problem: {
    product: { code: 'hv-9', version: '9.2' },
    kind: 'fault',
    review: { problemConfirmed: true, impactDescribed: true, workaround: 'none', milestone: null },
    texts: {
      summary: 'Virtual machines freeze for 40 s when a storage path fails over',
      symptoms: 'All guests on cluster 3 stop answering, then resume',
      environment: '12 hosts, 2 arrays, 32 Gbit fibre channel',
      impact: 'Order intake of the customer stands still',
      customer: { name: 'Example Retail', site: 'Hamburg', contact: 'J. Doe', consent: true },
    },
  },
  test: false,
  batonSilence: null,
  caseNumber: 'NIM-1001',
  severity: {
    level: 1,
    reason: 'initial',
    contact: { name: 'Night desk', phone: '+49 30 000000' },
  },
  engagements: [],
}

export async function open(
  by: Vendor,
  partners: readonly Vendor[],
  more: Partial<OpenCaseInput> = {},
) {
  const engagements = partners.map((p) => engagement(p.id))
  const input = { ...problem, ...more, engagements }
  return sure(await openCase(by.host.gateway.deps, by.id, input))
}

export const act = (by: Vendor, caseId: CaseId, command: CaseCommand): Promise<Receipt> =>
  actOnCase(by.host.gateway.deps, by.id, caseId, command).then(sure)

/** Accepts the invitation that waits for this vendor. */
export async function accept(by: Vendor, caseId: CaseId): Promise<Receipt> {
  const state = await stateAt(by, caseId)
  const engagement = state.participants[by.id]?.engagement
  if (!engagement) throw new Error(`${by.name} was not invited`)
  return act(by, caseId, { type: 'accept-engagement', engagement, keys: [] })
}

export const note = (by: Vendor, caseId: CaseId, text: string): Promise<Receipt> =>
  act(by, caseId, { type: 'add-note', kind: 'update', re: null, text, readers: 'case' })
