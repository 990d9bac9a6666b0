// Comparing the tips of shared cases with a partner: on reconnect, periodically, and to lift a fence (D20, D23). Whoever lacks what
// the other has asks for it. A case whose partner has nothing that we lack is one where our own chain is complete.
import { z } from 'zod'
import { isActive } from '../../core/cases/case.ts'
import { CaseId, EventId } from '../../core/kernel/id.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import { callPartner } from './call-partner.ts'
import { giveMissing } from './give-missing.ts'
import { stateOf } from './outgoing.ts'

export const HEADS_PER_REQUEST = 200

export const HeadsRequest = z.object({
  cases: z
    .array(z.object({ case: CaseId, heads: z.array(EventId).max(10_000) }))
    .max(HEADS_PER_REQUEST),
})
export type Heads = z.infer<typeof HeadsRequest>

/** Our tips of the cases named that the caller takes part in; what it has and we lack is asked for. */
export async function serveHeads(
  deps: Deps,
  member: MemberId,
  caller: MemberId,
  request: Heads,
): Promise<Heads> {
  const cases: Heads['cases'] = []
  for (const theirs of request.cases) {
    const stored = await deps.cases.loadCase(member, theirs.case, { fresh: true })
    const state = stored && stateOf(stored)
    if (!state || !isActive(state, caller)) continue
    cases.push({ case: theirs.case, heads: state.heads.map((head) => head.id) })
    await wantUnknown(deps, member, caller, theirs)
  }
  return { cases }
}

/** Asks one partner about every case shared with it. Answers how many cases differed. */
export async function compareHeads(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
): Promise<number | Refusal> {
  let differed = 0
  let after: CaseId | null = null
  for (;;) {
    const page = await deps.cases.sharedCases(member, partner, { after, limit: HEADS_PER_REQUEST })
    if (page.length === 0) return differed
    const answer = await callPartner(deps, member, partner, {
      endpoint: 'heads_endpoint',
      body: { cases: page.map(({ caseId, heads }) => ({ case: caseId, heads })) },
      signed: true,
      timeoutMs: 20_000,
      maxBytes: 4 * 1024 * 1024,
    })
    if (answer instanceof Refusal) return answer
    const theirs = HeadsRequest.safeParse(answer.body)
    if (answer.status !== 200 || !theirs.success)
      return new Refusal('partner-unreachable', `the partner answered ${answer.status}`)
    for (const one of theirs.data.cases) differed += await wantUnknown(deps, member, partner, one)
    if (await cannotBeAsked(deps, member))
      await giveUnknown(deps, member, partner, page, theirs.data)
    after = page.at(-1)?.caseId ?? null
  }
}

/** Whoever cannot be reached gives what others would ask of it. */
const cannotBeAsked = async (deps: Deps, member: MemberId): Promise<boolean> =>
  (await deps.members.findEntity(member))?.profile.delivery === 'poll'

async function giveUnknown(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  ours: readonly { readonly caseId: CaseId; readonly heads: readonly EventId[] }[],
  theirs: Heads,
): Promise<void> {
  const tips = new Map(ours.map(({ caseId, heads }) => [caseId, heads]))
  for (const one of theirs.cases) {
    const known = new Set(one.heads)
    const isBehind = tips.get(one.case)?.some((tip) => !known.has(tip)) ?? false
    if (isBehind) await giveMissing(deps, member, partner, one)
  }
}

async function wantUnknown(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  theirs: Heads['cases'][number],
): Promise<0 | 1> {
  const stored = await deps.cases.loadCase(member, theirs.case, { fresh: true })
  if (!stored || !isActive(stored.state, member)) return 0
  const known = await deps.cases.knownEvents(member, theirs.heads)
  const unknown = theirs.heads.filter((id) => !known.has(id))
  if (unknown.length === 0) {
    await deps.cases.liftFence(member, theirs.case)
    return 0
  }
  await deps.work.wantEvents(member, theirs.case, partner, unknown, deps.clock.now())
  deps.nudge('repair', member)
  return 1
}
