// Fetches the events that a case lacks (D20): takes in what waited here and fits now, asks one partner for the rest, takes in its
// answer, and goes on until nothing is missing. One request a case and partner at a time; another participant is asked
// when this one cannot help.
import { z } from 'zod'
import { activeMembers } from '../../core/cases/case.ts'
import { MAX_HEADS, MAX_MISSING_EVENTS, MAX_MISSING_IDS } from '../../core/exchange/limits.ts'
import { backoff } from '../../core/kernel/backoff.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { plusMillis } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { StoredCase } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import { callPartner } from './call-partner.ts'
import { stateOf } from './outgoing.ts'
import { receiveEvents, receiveInto } from './receive-events.ts'

/** Longer than one question may take; a repair of many rounds that outlives it is repeated, which changes nothing. */
const LEASE_MS = 30_000
const ROUNDS = 100

const MissingAnswer = z.object({
  events: z.array(z.string()).max(MAX_MISSING_EVENTS),
  disclosures: z.record(z.string(), z.array(z.string())).default({}),
  complete: z.boolean(),
})

export type Repaired = {
  readonly member: MemberId
  readonly caseId: CaseId
  readonly admitted: number
  readonly error: string | null
}

/** One repair request; null when none is due. */
export async function repairGap(deps: Deps): Promise<Repaired | null> {
  const claimed = await deps.work.claimRepair(deps.clock.now(), LEASE_MS)
  if (!claimed) return null
  const { member, caseId, partner, lease, attempts } = claimed
  const result = await fetchMissing(deps, member, caseId, partner, claimed.wanted)
  const error = result.refusal ? `${result.refusal.code}: ${result.refusal.detail}` : null
  const done = error === null && result.missing.length === 0
  const jitter = (deps.random.bytes(1)[0] ?? 0) / 256
  const at = deps.clock.now()
  await deps.work.settleRepair({
    member,
    caseId,
    partner,
    lease,
    nextAt: done ? null : plusMillis(at, backoff(attempts + 1, true, jitter)),
    error,
  })
  if (!done) await askAnother(deps, member, caseId, partner, result.missing)
  return { member, caseId, admitted: result.admitted, error }
}

type Fetched = {
  readonly admitted: number
  readonly missing: readonly EventId[]
  readonly refusal: Refusal | null
}

async function fetchMissing(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  partner: MemberId,
  first: readonly EventId[],
): Promise<Fetched> {
  let wanted = await stillUnknown(deps, member, first)
  let admitted = 0
  let tipsAsked = (await deps.cases.loadCase(member, caseId, { fresh: true }))?.stage !== 'joining'
  for (let round = 0; round < ROUNDS; round++) {
    const taken = await receiveInto(deps, member, caseId, [], partner, true)
    admitted += taken.admitted
    wanted = [...new Set([...(await stillUnknown(deps, member, wanted)), ...taken.missing])]
    if (wanted.length === 0 && tipsAsked) return { admitted, missing: [], refusal: null }
    // Whoever joins asks for everything up to the tips once, not for what it knows to lack alone.
    if (wanted.length === 0) tipsAsked = true
    const came = await ask(deps, member, caseId, partner, wanted)
    if (came instanceof Refusal) return { admitted, missing: wanted, refusal: came }
    admitted += came
    if (came === 0 && wanted.length > 0)
      return { admitted, missing: await stillUnknown(deps, member, wanted), refusal: null }
  }
  return { admitted, missing: wanted, refusal: null }
}

async function ask(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  partner: MemberId,
  wanted: readonly EventId[],
): Promise<number | Refusal> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  const answer = await callPartner(deps, member, partner, {
    endpoint: 'missing_endpoint',
    body: { case: caseId, wanted: wanted.slice(0, MAX_MISSING_IDS), have: have(stored) },
    signed: true,
    timeoutMs: 20_000,
    maxBytes: 8 * 1024 * 1024,
  })
  if (answer instanceof Refusal) return answer
  const body = MissingAnswer.safeParse(answer.body)
  if (answer.status !== 200 || !body.success)
    return new Refusal('partner-unreachable', `the partner answered ${answer.status}`)
  const { events, disclosures } = body.data
  const before = await deps.cases.loadCase(member, caseId, { fresh: true })
  await receiveEvents(
    deps,
    member,
    events.map((token, index) => ({
      key: String(index),
      token,
      disclosures: (id) => disclosures[id] ?? [],
    })),
    partner,
  )
  const after = await deps.cases.loadCase(member, caseId, { fresh: true })
  return (
    (after?.state.size ?? 0) - (before?.state.size ?? 0) + (events.length > 0 && !before ? 1 : 0)
  )
}

const have = (stored: StoredCase | null): EventId[] =>
  stored ? stored.state.heads.slice(0, MAX_HEADS).map((head) => head.id) : []

async function stillUnknown(
  deps: Deps,
  member: MemberId,
  ids: readonly EventId[],
): Promise<EventId[]> {
  if (ids.length === 0) return []
  const known = await deps.cases.knownEvents(member, ids)
  return ids.filter((id) => !known.has(id))
}

/** Whoever writes an event can serve its past, and so can any other participant that has it (D6, D20). */
async function askAnother(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  asked: MemberId,
  missing: readonly EventId[],
): Promise<void> {
  const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
  if (!stored) return
  const others = activeMembers(stateOf(stored)).filter((m) => m !== member && m !== asked)
  for (const other of others)
    await deps.work.wantEvents(member, caseId, other, missing, plusMillis(deps.clock.now(), 1_000))
}
