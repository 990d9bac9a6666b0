// Events of partners come in: by push, in a batch, or as the answer to what we asked for. Each is judged by its own bytes and
// past; one bad event never holds up another (D20, D21). In: tokens with what travelled beside them; out: an outcome for each.
import { isActive } from '../../core/cases/case.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { parseEventToken } from '../../core/exchange/event-token.ts'
import type { StoredCase } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import type { Arrival, Outcome } from './arrival.ts'
import { takeIntoCase } from './take-into-case.ts'
import type { Taken } from './take-into-case.ts'
import { Turnstile } from './turnstile.ts'
import { isOfBundle, takeIntoInvitation, takeNewCase } from './take-invitation.ts'

export type Incoming = {
  /** Name of the event within its request: the token's `jti`. */
  readonly key: string
  readonly token: string
  /** Disclosures by event id, as they travel beside tokens (D7b); looked up once the id is known. */
  readonly disclosures: (event: EventId) => readonly string[]
}

const ATTEMPTS = 8

/** Events read at once: two batches, so that one is read while another is verified and a third is stored. */
const reading = new Turnstile(100)

export async function receiveEvents(
  deps: Deps,
  member: MemberId,
  incoming: readonly Incoming[],
  from: MemberId | null,
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const cases = new Map<CaseId, Arrival[]>()
  const keys = new Map<EventId, string[]>()
  const read = await reading.pass(incoming.length, () => Promise.all(incoming.map(readOne)))
  for (const { key, token, disclosures, event } of read) {
    if (event instanceof Refusal) {
      await keepRefused(deps, member, token, null, from, event)
      outcomes.set(key, { word: 'refused', refusal: event })
      continue
    }
    keys.set(event.id, [...(keys.get(event.id) ?? []), key])
    const arrival: Arrival = { event, disclosures: disclosures(event.id), origin: 'new' }
    cases.set(event.caseId, [...(cases.get(event.caseId) ?? []), arrival])
  }
  const taken = await receiveAll(deps, member, cases, from)
  for (const [caseId, arrivals] of cases)
    for (const { event } of arrivals) {
      const outcome = taken.get(caseId)?.outcomes.get(event.id) ?? { word: 'waiting', missing: [] }
      for (const key of keys.get(event.id) ?? []) outcomes.set(key, outcome)
      if (outcome.word === 'refused')
        await keepRefused(deps, member, event.jwt, event, from, outcome.refusal)
    }
  return outcomes
}

const readOne = async (one: Incoming) => ({ ...one, event: await parseEventToken(one.token) })

/**
 * Cases side by side, so that their commits go together; but where we are asked one after the other, since that is counted
 * (D4). When one fails all the same finish first: nothing goes on once the sender has its answer.
 */
async function receiveAll(
  deps: Deps,
  member: MemberId,
  cases: ReadonlyMap<CaseId, readonly Arrival[]>,
  from: MemberId | null,
): Promise<ReadonlyMap<CaseId, Taken>> {
  const taken = new Map<CaseId, Taken>()
  const receive = async (caseId: CaseId, arrivals: readonly Arrival[]): Promise<void> => {
    taken.set(caseId, await receiveInto(deps, member, caseId, arrivals, from))
  }
  const inTurn = async (): Promise<void> => {
    for (const [caseId, arrivals] of cases) if (asks(arrivals)) await receive(caseId, arrivals)
  }
  const sideBySide = [...cases].filter(([, arrivals]) => !asks(arrivals))
  const all = [inTurn(), ...sideBySide.map(([caseId, arrivals]) => receive(caseId, arrivals))]
  const failed = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  return taken
}

const asks = (arrivals: readonly Arrival[]): boolean =>
  arrivals.some(({ event }) => ['case-opened', 'engagement-requested'].includes(event.type))

/** Takes arrivals into a case, starting over when it moved on; without arrivals, takes in what waits here and fits now. */
export async function receiveInto(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  arrivals: readonly Arrival[],
  from: MemberId | null,
  withParked = false,
): Promise<Taken> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const view = await deps.cases.loadCase(member, caseId)
    // What is shared and ours to work on is looked up again when something does not fit; all else is rare, and looked up now.
    const isHot = view?.stage === 'shared' && isActive(view.state, member)
    const stored = isHot ? view : await deps.cases.loadCase(member, caseId, { fresh: true })
    const taken = !stored
      ? await takeNewCase(deps, member, caseId, arrivals, from)
      : stored.stage === 'invited'
        ? await takeIntoInvitation(deps, member, stored, arrivals, from)
        : await takeShared(deps, member, stored, arrivals, from, withParked)
    if (taken) return taken
  }
  // Losing the race so often is load, not a verdict: the sender keeps the events and comes again.
  return { outcomes: new Map(), missing: [], admitted: 0 }
}

/** Who does not take part any more, or not yet, may still be asked anew, or no longer: that comes without its history. */
async function takeShared(
  deps: Deps,
  member: MemberId,
  stored: StoredCase,
  arrivals: readonly Arrival[],
  from: MemberId | null,
  withParked: boolean,
): Promise<Taken | null> {
  if (isActive(stored.state, member))
    return takeIntoCase(deps, member, stored, arrivals, from, withParked)
  const [asked, others] = [arrivals.filter(isOfBundle), arrivals.filter((a) => !isOfBundle(a))]
  const taken = await takeIntoCase(deps, member, stored, others, from, withParked)
  if (!taken || asked.length === 0) return taken
  const now = await deps.cases.loadCase(member, stored.caseId, { fresh: true })
  if (!now) return taken
  if (isActive(now.state, member)) return receiveInto(deps, member, stored.caseId, arrivals, from)
  const more = await takeIntoInvitation(deps, member, now, asked, from)
  return more && { ...taken, outcomes: new Map([...taken.outcomes, ...more.outcomes]) }
}

async function keepRefused(
  deps: Deps,
  member: MemberId,
  token: string,
  event: { readonly id: EventId; readonly caseId: CaseId } | null,
  from: MemberId | null,
  { code, detail }: Refusal,
): Promise<void> {
  await deps.work.keepRefused(member, {
    from,
    event: event?.id ?? null,
    caseId: event?.caseId ?? null,
    token,
    word: code,
    detail,
    at: deps.clock.now(),
  })
}
