// Poll (RFC 8936): the partner takes what waits for it and says what became of what it took before. The path that works through
// any firewall; one outbox serves it and push alike (D18).
import { MAX_POLL_EVENTS } from '../../core/exchange/limits.ts'
import type { EventId, MemberId } from '../../core/kernel/id.ts'
import type { Deps } from '../ports.ts'
import type { OutboxItem } from '../work-ports.ts'
import { disclosuresFor } from './outgoing.ts'
import type { Disclosures } from './outgoing.ts'

export type PollRequest = {
  readonly maxEvents?: number | undefined
  readonly returnImmediately?: boolean | undefined
  readonly ack?: readonly string[] | undefined
  readonly setErrs?:
    | Readonly<Record<string, { readonly err: string; readonly description?: string | undefined }>>
    | undefined
}

export type PollAnswer = {
  readonly sets: Readonly<Record<string, string>>
  readonly disclosures: Disclosures
  readonly moreAvailable: boolean
}

const POLL_BYTES = 2 * 1024 * 1024
const LOOK_EVERY_MS = 250

export async function servePoll(
  deps: Deps,
  member: MemberId,
  caller: MemberId,
  request: PollRequest,
  wait: { readonly ms: number; readonly signal?: AbortSignal },
): Promise<PollAnswer> {
  await deps.work.notePolled(member, caller, deps.clock.now())
  await settle(deps, member, caller, request)
  const most = Math.min(request.maxEvents ?? MAX_POLL_EVENTS, MAX_POLL_EVENTS)
  if (most <= 0) return { sets: {}, disclosures: {}, moreAvailable: false }
  let items = await look(deps, member, caller, most)
  for (
    let waited = 0;
    items.length === 0 && waited < waitMs(request, wait.ms);
    waited += LOOK_EVERY_MS
  ) {
    if (wait.signal?.aborted) break
    await deps.pause(LOOK_EVERY_MS, wait.signal)
    items = await look(deps, member, caller, most)
  }
  const sent = items.slice(0, most)
  return {
    sets: Object.fromEntries(sent.map((item) => [item.jti, item.token])),
    disclosures: await disclosuresFor(deps, member, caller, sent),
    moreAvailable: items.length > most,
  }
}

const waitMs = (request: PollRequest, ms: number): number => (request.returnImmediately ? 0 : ms)

/** One more than asked for tells whether there is more. */
const look = (
  deps: Deps,
  member: MemberId,
  caller: MemberId,
  most: number,
): Promise<OutboxItem[]> =>
  deps.work.queued(member, caller, { events: most + 1, bytes: POLL_BYTES })

async function settle(
  deps: Deps,
  member: MemberId,
  caller: MemberId,
  { ack = [], setErrs = {} }: PollRequest,
): Promise<void> {
  if (ack.length === 0 && Object.keys(setErrs).length === 0) return
  const waiting = await deps.work.queuedByJti(member, caller, [...ack, ...Object.keys(setErrs)])
  const events = (jtis: readonly string[]): EventId[] =>
    waiting.filter((item) => jtis.includes(item.jti)).map((item) => item.event)
  const at = deps.clock.now()
  await deps.work.settleDeliveries({
    member,
    partner: caller,
    lease: null,
    delivered: events(ack),
    refused: waiting.flatMap(({ jti, event }) => {
      const error = ack.includes(jti) ? undefined : setErrs[jti]
      return error ? [{ event, word: error.err, description: error.description ?? '' }] : []
    }),
    attempted: [],
    at,
    nextAt: at,
    error: null,
  })
}
