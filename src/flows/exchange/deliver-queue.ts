// Delivers what waits for one partner (D18, D19): takes the lease on a queue that is due, pushes a batch, settles by the partner's
// answer. Whatever is neither acknowledged nor refused stays and is sent again; a dead partner delays nobody else.
import { z } from 'zod'
import { MAX_BATCH_EVENTS } from '../../core/exchange/limits.ts'
import { backoff, retryAfter } from '../../core/kernel/backoff.ts'
import type { EventId, MemberId } from '../../core/kernel/id.ts'
import { millisOf, plusMillis } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { comesForEvents } from '../../core/members/metadata.ts'
import { recallPartner } from '../members/partner-memory.ts'
import type { Deps } from '../ports.ts'
import type { OutboxItem, WorkStore } from '../work-ports.ts'
import { callPartner } from './call-partner.ts'
import type { Answer } from './call-partner.ts'
import { disclosuresFor } from './outgoing.ts'

/** Longer than a push may take, so that a queue whose process died waits no longer than needed. */
const LEASE_MS = 30_000
const PUSH_TIMEOUT_MS = 20_000
const BATCH_BYTES = 2 * 1024 * 1024
/** A partner that parked events needs a moment to fetch what they build on. */
const WAITING_MS = 1_000
/** How often a queue is looked at whose partner comes for its events, and after how long of not coming it counts as failing. */
const COMES_MS = 60_000
const SILENT_MS = 120_000

/** What is said of bytes that were damaged. Ours were read back before they left, so it may have been the way: offered again. */
const DAMAGED: readonly string[] = ['invalid_request', 'invalid_key', 'authentication_failed']
const MOST_OFFERS = 3

const BatchAnswer = z.object({
  ack: z.array(z.string()).default([]),
  setErrs: z
    .record(z.string(), z.object({ err: z.string(), description: z.string().default('') }))
    .default({}),
})

export type Delivered = {
  readonly member: MemberId
  readonly partner: MemberId
  readonly delivered: number
  readonly refused: number
  readonly waiting: number
  readonly error: string | null
}

/** One batch of one queue; null when no queue is due. */
export async function deliverQueue(deps: Deps, signal?: AbortSignal): Promise<Delivered | null> {
  const claimed = await deps.work.claimQueue(deps.clock.now(), LEASE_MS)
  if (!claimed) return null
  const { member, partner, lease, failures } = claimed
  if (comesForEvents((await recallPartner(deps, member, partner))?.metadata ?? null))
    return leaveWaiting(deps, claimed)
  const items = await deps.work.queued(member, partner, {
    events: MAX_BATCH_EVENTS,
    bytes: BATCH_BYTES,
  })
  const answer = items.length === 0 ? null : await push(deps, member, partner, items, signal)
  const settled = answer === null ? NOTHING : judgeAnswer(items, answer)
  const at = deps.clock.now()
  await deps.work.settleDeliveries({
    member,
    partner,
    lease,
    delivered: settled.delivered,
    refused: settled.refused,
    attempted: items.map((item) => item.event),
    at,
    nextAt: plusMillis(at, nextIn(deps, settled, answer, failures, at)),
    error: settled.error,
  })
  if (settled.delivered.length > 0)
    await askForHistory(deps, member, partner, items, settled.delivered)
  return {
    member,
    partner,
    delivered: settled.delivered.length,
    refused: settled.refused.length,
    waiting: items.length - settled.delivered.length - settled.refused.length,
    error: settled.error,
  }
}

/** What waits for a partner that cannot be reached is left for it to come; that it does not come is told as any failure. */
async function leaveWaiting(
  deps: Deps,
  { member, partner, lease, polledAt }: NonNullable<Awaited<ReturnType<WorkStore['claimQueue']>>>,
): Promise<Delivered> {
  const at = deps.clock.now()
  const nextAt = plusMillis(at, COMES_MS)
  const isSilent = polledAt === null || millisOf(at) - millisOf(polledAt) > SILENT_MS
  const error = isSilent ? 'the partner comes for its events by itself, and has not come' : null
  const nothing = { delivered: [], refused: [], attempted: [] }
  if (error === null) await deps.work.postponeQueue(member, partner, lease, nextAt)
  else await deps.work.settleDeliveries({ member, partner, lease, ...nothing, at, nextAt, error })
  return { member, partner, delivered: 0, refused: 0, waiting: 0, error }
}

async function push(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  items: readonly OutboxItem[],
  signal: AbortSignal | undefined,
): Promise<Answer | Refusal> {
  const disclosures = await disclosuresFor(deps, member, partner, items)
  const given = {
    signed: false,
    timeoutMs: PUSH_TIMEOUT_MS,
    maxBytes: 1024 * 1024,
    ...(signal ? { signal } : {}),
  }
  const batch = await callPartner(deps, member, partner, {
    ...given,
    endpoint: 'batch_endpoint',
    body: { sets: Object.fromEntries(items.map((i) => [i.jti, i.token])), disclosures },
  })
  const [first] = items
  const oneByOne = batch instanceof Refusal && batch.code === 'metadata-missing'
  if (!oneByOne || !first) return batch
  const texts = disclosures[first.event] ?? []
  const single = await callPartner(deps, member, partner, {
    ...given,
    endpoint: 'events_endpoint',
    mediaType: texts.length > 0 ? 'application/sd-jwt' : 'application/secevent+jwt',
    body: texts.length > 0 ? [first.token, ...texts, ''].join('~') : first.token,
  })
  return single instanceof Refusal ? single : asBatchAnswer(single, first)
}

/** A partner that takes events one by one said about the first of them what a batch would have (RFC 8935). */
function asBatchAnswer(single: Answer, { jti }: OutboxItem): Answer {
  if (single.status === 202) return { ...single, body: { ack: [jti] } }
  return single.status === 400
    ? { ...single, status: 202, body: { setErrs: { [jti]: single.body } } }
    : single
}

type Settled = {
  readonly delivered: readonly EventId[]
  readonly refused: readonly { event: EventId; word: string; description: string }[]
  readonly error: string | null
}
const NOTHING: Settled = { delivered: [], refused: [], error: null }

function judgeAnswer(items: readonly OutboxItem[], answer: Answer | Refusal): Settled {
  if (answer instanceof Refusal) return { ...NOTHING, error: `${answer.code}: ${answer.detail}` }
  if (answer.status !== 202 && answer.status !== 200)
    return { ...NOTHING, error: `the partner answered ${answer.status}` }
  const body = BatchAnswer.safeParse(answer.body)
  if (!body.success) return { ...NOTHING, error: 'the partner’s answer has a wrong shape' }
  const acked = new Set(body.data.ack)
  const refused = items.flatMap(({ event, jti, attempts }) => {
    const error = body.data.setErrs[jti]
    const isFinal = error && !(DAMAGED.includes(error.err) && attempts + 1 < MOST_OFFERS)
    return isFinal && !acked.has(jti)
      ? [{ event, word: error.err, description: error.description }]
      : []
  })
  return {
    delivered: items.filter((i) => acked.has(i.jti)).map((i) => i.event),
    refused,
    error: null,
  }
}

/** Milliseconds until this queue is due again: at once after progress, later the more often it failed; storage shortens it while something grave waits (D19). */
function nextIn(
  deps: Deps,
  settled: Settled,
  answer: Answer | Refusal | null,
  failures: number,
  at: Parameters<typeof millisOf>[0],
): number {
  if (settled.error === null)
    return settled.delivered.length + settled.refused.length > 0 ? 0 : WAITING_MS
  const wish =
    answer !== null && !(answer instanceof Refusal)
      ? retryAfter(answer.headers.get('retry-after'), millisOf(at), false)
      : null
  const jitter = (deps.random.bytes(1)[0] ?? 0) / 256
  return wish ?? backoff(failures + 1, false, jitter)
}

/** Our acceptance reached the inviter: now it may give us the history (D6a). */
async function askForHistory(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  items: readonly OutboxItem[],
  delivered: readonly EventId[],
): Promise<void> {
  const cases = new Set(items.filter((i) => delivered.includes(i.event)).map((i) => i.caseId))
  for (const caseId of cases) {
    const stored = await deps.cases.loadCase(member, caseId, { fresh: true })
    if (stored?.stage !== 'joining') continue
    await deps.work.wantEvents(member, caseId, partner, [], deps.clock.now())
    deps.nudge('repair', member)
  }
}
