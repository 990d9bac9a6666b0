// Poll (RFC 8936) from our side, for members that partners cannot reach (D18): asks a partner for what waits there, takes it in the way
// a push comes in, and says what became of it. In: a partner whose lease is held, and whether to wait there for something to come;
// out: what was done. Nothing is acknowledged before it rests here; whatever was not is offered again.
import { z } from 'zod'
import { MAX_POLL_EVENTS, MAX_POLL_WAIT_SECONDS } from '../../core/exchange/limits.ts'
import { parseEventToken } from '../../core/exchange/event-token.ts'
import { secEventError } from '../../core/exchange/sec-event-error.ts'
import { backoff, retryAfter } from '../../core/kernel/backoff.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { type Instant, millisOf, plusMillis } from '../../core/kernel/instant.ts'
import { Refusal, SENTENCES } from '../../core/kernel/refusal.ts'
import type { Deps } from '../ports.ts'
import type { ClaimedPoll } from '../work-ports.ts'
import type { Outcome } from './arrival.ts'
import { callPartner } from './call-partner.ts'
import type { Answer } from './call-partner.ts'
import { giveMissing } from './give-missing.ts'
import { receiveEvents } from './receive-events.ts'
import type { Incoming } from './receive-events.ts'
import type { PollRequest } from './serve-poll.ts'

/** How long a partner may hold an answer, and the way there and back. */
const HELD_MS = (MAX_POLL_WAIT_SECONDS + 5) * 1000
const PROMPT_MS = 10_000
/** After so long no further round begins, so that the lease outlives the last. */
const ROUNDS_MS = HELD_MS + 5_000
export const POLL_LEASE_MS = ROUNDS_MS + PROMPT_MS
/** An invitation can come from anybody; who shares no open case with us is asked for one this often. */
const QUIET_MS = 30_000
/** Between two questions that were not held: what was offered waits for its ancestors, or nothing is there. */
const REST_MS = 1_000

const PollAnswer = z.object({
  sets: z.record(z.string(), z.string()),
  disclosures: z.record(z.string(), z.array(z.string())).default({}),
})
type PollAnswer = z.infer<typeof PollAnswer>

export type Polled = {
  readonly member: MemberId
  readonly partner: MemberId
  readonly taken: number
  readonly refused: number
  readonly waiting: number
  readonly error: string | null
}

export type PollOptions = {
  /** Whether partners we share an open case with may hold their answer until something comes. */
  readonly hold: boolean
  readonly signal?: AbortSignal
}

/** Takes all that waits with one partner, whose lease is held. */
export async function pollPartner(
  deps: Deps,
  claimed: ClaimedPoll,
  options: PollOptions,
): Promise<Polled> {
  const { member, partner, lease } = claimed
  const began = deps.clock.now()
  const { failure, ...done } = await takeAll(deps, claimed, options, began)
  const at = deps.clock.now()
  // Who stops while it waits has learned nothing about the partner.
  const failed = options.signal?.aborted ? null : failure
  const error = failed && failed.said
  const nextAt = plusMillis(at, nextIn(deps, claimed, done, failed, { began, at }))
  await deps.work.settlePoll({ member, partner, lease, at, nextAt, error })
  return { member, partner, ...done, error }
}

type Counts = { readonly taken: number; readonly refused: number; readonly waiting: number }
type Failure = { readonly said: string; readonly retryAfter: string | null }
type Said = {
  readonly ack: readonly string[]
  readonly setErrs: NonNullable<PollRequest['setErrs']>
}
const NOTHING: Said = { ack: [], setErrs: {} }

/** Asks, takes in, acknowledges with the next question, until nothing new comes. */
async function takeAll(
  deps: Deps,
  { member, partner, isBusy }: ClaimedPoll,
  { hold, signal }: PollOptions,
  began: Instant,
): Promise<Counts & { readonly failure: Failure | null }> {
  let counts: Counts = { taken: 0, refused: 0, waiting: 0 }
  let said = NOTHING
  for (let round = 0; ; round++) {
    const isLast = millisOf(deps.clock.now()) - millisOf(began) > ROUNDS_MS
    const held = hold && isBusy && round === 0
    const answer = await ask(deps, member, partner, said, { held, isLast, signal })
    if ('said' in answer) return { ...counts, failure: answer }
    const incoming = incomingOf(answer)
    if (incoming.length === 0) return { ...counts, failure: null }
    const outcomes = await receiveEvents(deps, member, incoming, partner)
    said = saidOf(outcomes)
    const refused = Object.keys(said.setErrs).length
    counts = {
      taken: counts.taken + said.ack.length,
      refused: counts.refused + refused,
      waiting: outcomes.size - said.ack.length - refused,
    }
    await answerAcceptances(deps, member, partner, incoming, said.ack)
    if (said.ack.length + refused === 0 || signal?.aborted) return { ...counts, failure: null }
  }
}

async function ask(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  { ack, setErrs }: Said,
  how: { held: boolean; isLast: boolean; signal: AbortSignal | undefined },
): Promise<PollAnswer | Failure> {
  const answer = await callPartner(deps, member, partner, {
    endpoint: 'poll_endpoint',
    body: {
      maxEvents: how.isLast ? 0 : MAX_POLL_EVENTS,
      returnImmediately: !how.held,
      ...(ack.length > 0 && { ack }),
      ...(Object.keys(setErrs).length > 0 && { setErrs }),
    },
    signed: true,
    timeoutMs: how.held ? HELD_MS : PROMPT_MS,
    maxBytes: 16 * 1024 * 1024,
    ...(how.signal ? { signal: how.signal } : {}),
  })
  if (answer instanceof Refusal)
    return { said: `${answer.code}: ${answer.detail}`, retryAfter: null }
  return opened(answer)
}

function opened({ status, headers, body }: Answer): PollAnswer | Failure {
  if (status !== 200)
    return {
      said: `the partner answered ${status} to a poll`,
      retryAfter: headers.get('retry-after'),
    }
  const answer = PollAnswer.safeParse(body)
  return answer.success
    ? answer.data
    : { said: 'the partner’s answer to a poll has a wrong shape', retryAfter: null }
}

/** Never more than was asked for; the rest is offered again. */
const incomingOf = ({ sets, disclosures }: PollAnswer): Incoming[] =>
  Object.entries(sets)
    .slice(0, MAX_POLL_EVENTS)
    .map(([key, token]) => ({ key, token, disclosures: (id) => disclosures[id] ?? [] }))

function saidOf(outcomes: ReadonlyMap<string, Outcome>): Said {
  const ack: string[] = []
  const setErrs: Record<string, { err: string; description: string }> = {}
  for (const [key, outcome] of outcomes) {
    if (outcome.word === 'taken') ack.push(key)
    if (outcome.word !== 'refused') continue
    const { err, word, description } = secEventError(
      outcome.refusal,
      SENTENCES[outcome.refusal.code],
    )
    setErrs[key] = { err, description: `${word}: ${description}` }
  }
  return { ack, setErrs }
}

/** Who accepted our invitation would ask us for the history, and cannot: it is given. */
async function answerAcceptances(
  deps: Deps,
  member: MemberId,
  partner: MemberId,
  incoming: readonly Incoming[],
  taken: readonly string[],
): Promise<void> {
  const cases = new Set<CaseId>()
  for (const { key, token } of incoming) {
    const event = taken.includes(key) ? await parseEventToken(token) : null
    if (event && !(event instanceof Refusal) && event.type === 'engagement-accepted')
      cases.add(event.caseId)
  }
  for (const caseId of cases) await giveMissing(deps, member, partner, { case: caseId, heads: [] })
}

/** Milliseconds until the partner is asked again (D19). */
function nextIn(
  deps: Deps,
  { failures, isBusy }: ClaimedPoll,
  { taken, refused }: Counts,
  failure: Failure | null,
  { began, at }: { readonly began: Instant; readonly at: Instant },
): number {
  if (failure !== null) {
    const jitter = (deps.random.bytes(1)[0] ?? 0) / 256
    const wish = retryAfter(failure.retryAfter, millisOf(at), isBusy)
    return wish ?? backoff(failures + 1, isBusy, jitter)
  }
  if (taken + refused > 0) return 0
  if (!isBusy) return QUIET_MS
  // A partner that held its answer is asked again at once; one that does not hold must not be asked without a pause.
  return Math.max(0, REST_MS - (millisOf(at) - millisOf(began)))
}
