// Takes what an invitee may see of a case (D6a): a first invitation into a case that is not here, or more of the asked side of
// one. Signatures are checked with the keys that the bundle itself shows; standing and agreement decide whether we are asked
// at all (D2a, D4). Nothing of it is a verdict until the history is here.
import { admitOpening, keysInForce, prepareOpening } from '../../core/cases/admit.ts'
import { growBundle } from '../../core/cases/bundle.ts'
import { isActive } from '../../core/cases/case.ts'
import type { CaseState } from '../../core/cases/case.ts'
import type { CaseCommit, EventRow } from '../../core/cases/consequences.ts'
import { RULES } from '../../core/cases/integrity.ts'
import { foldHistory } from '../../core/cases/fold.ts'
import { History } from '../../core/cases/history.ts'
import type { ParsedEvent } from '../../core/exchange/event-token.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { afterCommit } from '../cases/act-on-case.ts'
import type { StoredCase } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import { rowOf } from './admit-arrivals.ts'
import { arrivalsOf, textsOf } from './arrival.ts'
import type { Arrival, Outcome } from './arrival.ts'
import { judgeInvitation } from './judge-invitation.ts'
import type { Taken } from './take-into-case.ts'
import { verifyWith } from './verify.ts'

/** Events of a bundle, whoever wrote them; all others belong to the history and wait for it. */
const BUNDLE_TYPES: readonly string[] = [
  'engagement-requested',
  'engagement-accepted',
  'keys-rotated',
  'author-resumed',
  'host-transferred',
  'info-provided',
  'engagement-withdrawn',
  'engagement-lapsed',
  'level-duty-met',
]

/** Why whoever asks could not be looked up: that is no word on what it asks. */
const NOT_NOW: readonly string[] = ['partner-unreachable', 'rate-limited']

export const isOfBundle = ({ event }: Arrival): boolean => BUNDLE_TYPES.includes(event.type)

/** Arrivals of a case that is not here at all. Null when it came to be here meanwhile. */
export async function takeNewCase(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  arrivals: readonly Arrival[],
  from: MemberId | null,
): Promise<Taken | null> {
  const parked = await arrivalsOf('parked', await deps.work.parked(member, caseId))
  const pool = [
    ...arrivals,
    ...parked.filter((p) => !arrivals.some((a) => a.event.id === p.event.id)),
  ]
  const opening = pool.find((a) => (a.event.id as string) === caseId)
  if (!opening) return waitForOpening(deps, member, caseId, arrivals, from)
  const prepared = prepareOpening(opening.event)
  const broken =
    prepared instanceof Refusal ? prepared : await verifyWith(opening.event, prepared.key)
  if (prepared instanceof Refusal || broken)
    return refuseAll(pool, broken ?? new Refusal('event-malformed'))
  const state = admitOpening({ ...prepared.event, caseId })
  if (state.rules > RULES)
    return refuseAll(
      pool,
      new Refusal('rules-not-supported', `rules ${state.rules} are newer than ours`),
    )
  const history = new History()
  history.add(prepared.event, 'effect')
  const bundle = await verifyBundle(history, pool)
  const invitation = bundle.verified.find((e) => isFor(e, member))
  if (!invitation) return waitForOpening(deps, member, caseId, arrivals, from)
  const judged = await judgeInvitation(deps, member, invitation)
  if (judged instanceof Refusal) {
    if (NOT_NOW.includes(judged.code)) return waitAll(arrivals)
    await deps.work.dropParked(
      member,
      parked.map((p) => p.event.id),
    )
    return refuseAll(pool, judged)
  }
  const shown = { ...bundle, verified: [opening.event, ...bundle.verified] }
  const commit = await commitNew(deps, member, state, shown, pool, from)
  if ((await deps.cases.commit(commit)) === 'moved-on') return null
  await deps.members.noteAsked(member, invitation.author, caseId, commit.at)
  await afterCommit(deps, commit)
  return outcomesOf(arrivals, shown)
}

/**
 * More of the asked side: of a case we were asked into and do not share yet, or do not share any more. An invitation that was
 * withdrawn while we accepted gives no access (D12). Null when the case moved on meanwhile.
 */
export async function takeIntoInvitation(
  deps: Deps,
  member: MemberId,
  stored: StoredCase,
  arrivals: readonly Arrival[],
  from: MemberId | null,
): Promise<Taken | null> {
  const { caseId } = stored
  const known = await deps.cases.knownEvents(
    member,
    arrivals.map((a) => a.event.id),
  )
  const fresh = arrivals.filter((a) => !known.has(a.event.id))
  const history = await deps.cases.loadHistory(member, caseId)
  const held = await arrivalsOf('held', await deps.cases.heldEvents(member, caseId))
  growBundle(
    history,
    held.map((a) => a.event),
  )
  const bundle = await verifyBundle(history, fresh)
  const taken = bundle.verified
  if (taken.length > 0) {
    const rows = await Promise.all(taken.map((e) => rowOf(deps, member, from, e, null)))
    const commit: CaseCommit = {
      ...emptyCommit(deps, member, caseId, stored.version),
      stage: bundle.shows && isActive(bundle.shows, member) ? 'joining' : 'invited',
      state: stored.state,
      bundle: bundle.shows,
      events: rows,
      texts: await bundleTexts(member, fresh, taken),
      leaves: rows.map((row) => leafOf(row, from)),
      unparked: taken.map((e) => e.id),
    }
    if ((await deps.cases.commit(commit)) === 'moved-on') return null
    await afterCommit(deps, commit)
  }
  const outcomes = new Map(outcomesOf(fresh, bundle).outcomes)
  for (const id of known) outcomes.set(id, { word: 'taken' })
  return { outcomes, missing: [], admitted: taken.length }
}

type Bundle = {
  readonly verified: readonly ParsedEvent[]
  readonly refused: ReadonlyMap<EventId, Refusal>
  /** What all of it shows together. */
  readonly shows: CaseState | null
}

/** Lets in what the keys shown so far vouch for, until nothing more fits. Adds it to the history given. */
async function verifyBundle(history: History, arrivals: readonly Arrival[]): Promise<Bundle> {
  const verified: ParsedEvent[] = []
  const refused = new Map<EventId, Refusal>()
  let shows = foldHistory(history)
  let open = arrivals
    .filter(isOfBundle)
    .map((a) => a.event)
    .filter((e) => !history.get(e.id))
  for (let moved = true; moved;) {
    moved = false
    for (const event of open) {
      const key = shows && keysInForce(shows, event).find((k) => k.kid === event.kid)
      if (!key) continue
      const unsigned = await verifyWith(event, key)
      if (unsigned) refused.set(event.id, unsigned)
      else {
        verified.push(event)
        growBundle(history, [event])
        shows = foldHistory(history)
      }
      open = open.filter((e) => e !== event)
      moved = true
    }
  }
  return { verified, refused, shows }
}

const isFor = (event: ParsedEvent, member: MemberId): boolean =>
  event.type === 'engagement-requested' && event.body['invitee'] === member

async function commitNew(
  deps: Deps,
  member: MemberId,
  state: CaseState,
  bundle: Bundle,
  pool: readonly Arrival[],
  from: MemberId | null,
): Promise<CaseCommit> {
  const rows = await Promise.all(
    bundle.verified.map((event) => {
      const opens = (event.id as string) === state.id
      const place = opens ? { depth: 0, at: event.iat, verdict: 'effect' as const } : null
      return rowOf(deps, member, from, event, place)
    }),
  )
  return {
    ...emptyCommit(deps, member, state.id, null),
    stage: 'invited',
    state,
    bundle: bundle.shows,
    events: rows,
    texts: await bundleTexts(member, pool, bundle.verified),
    leaves: rows.map((row) => leafOf(row, from)),
    unparked: bundle.verified.map((e) => e.id),
  }
}

const emptyCommit = (deps: Deps, member: MemberId, caseId: CaseId, expected: number | null) => ({
  member,
  caseId,
  expected,
  at: deps.clock.now(),
  followUpAt: null,
  placed: [],
  overturned: [],
  deliveries: [],
  wanted: null,
  localNotes: [],
  answer: null,
})

const leafOf = (row: EventRow, from: MemberId | null): CaseCommit['leaves'][number] => ({
  kind: 'event',
  caseId: row.event.caseId,
  event: row.event.id,
  tokenHash: row.tokenHash,
  direction: 'in',
  partner: from ?? row.event.author,
  verdict: row.place?.verdict ?? 'held',
})

async function bundleTexts(
  member: MemberId,
  arrivals: readonly Arrival[],
  taken: readonly ParsedEvent[],
): Promise<CaseCommit['texts']> {
  const ids = new Set<string>(taken.map((e) => e.id))
  const texts = await Promise.all(
    arrivals.filter((a) => ids.has(a.event.id)).map((a) => textsOf(member, a)),
  )
  return texts.flat()
}

function outcomesOf(arrivals: readonly Arrival[], bundle: Bundle): Taken {
  const verified = new Set<string>(bundle.verified.map((e) => e.id))
  const outcomes = new Map<EventId, Outcome>()
  for (const { event } of arrivals) {
    const refusal = bundle.refused.get(event.id)
    if (verified.has(event.id)) outcomes.set(event.id, { word: 'taken' })
    else if (refusal) outcomes.set(event.id, { word: 'refused', refusal })
    else outcomes.set(event.id, { word: 'waiting', missing: [] })
  }
  return { outcomes, missing: [], admitted: verified.size }
}

const all = (arrivals: readonly Arrival[], outcome: Outcome): Taken => ({
  outcomes: new Map(arrivals.map((a) => [a.event.id, outcome])),
  missing: [],
  admitted: 0,
})
const waitAll = (arrivals: readonly Arrival[]): Taken =>
  all(arrivals, { word: 'waiting', missing: [] })
const refuseAll = (arrivals: readonly Arrival[], refusal: Refusal): Taken =>
  all(arrivals, { word: 'refused', refusal })

/** Part of an invitation may come before its rest; it waits, if whoever wrote it is somebody we know (D20). */
async function waitForOpening(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  arrivals: readonly Arrival[],
  from: MemberId | null,
): Promise<Taken> {
  const at = deps.clock.now()
  const outcomes = new Map<EventId, Outcome>()
  for (const { event, disclosures } of arrivals) {
    const sender = from ?? event.author
    const known = await deps.members.findPartner(member, sender)
    if (!known) {
      outcomes.set(event.id, { word: 'refused', refusal: new Refusal('event-not-shared') })
      continue
    }
    const parked = {
      caseId,
      event: event.id,
      from: sender,
      token: event.jwt,
      disclosures,
      missing: [],
    }
    await deps.work.park(member, [parked], at)
    outcomes.set(event.id, { word: 'waiting', missing: [] })
  }
  return { outcomes, missing: [], admitted: 0 }
}
