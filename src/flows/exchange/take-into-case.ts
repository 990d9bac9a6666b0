// Takes arrivals into one case that is here: admits what fits, parks what waits, commits once (D17, D20). With no arrivals it
// takes in what was parked or held and fits now. In: arrivals of one case; out: an outcome for each.
import { isActive, standing } from '../../core/cases/case.ts'
import type { CaseCommit, Stage } from '../../core/cases/consequences.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { afterCommit, isCurrent } from '../cases/act-on-case.ts'
import { followUpAt } from '../cases/follow-up-at.ts'
import type { StoredCase } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import { admitArrivals, newIntake } from './admit-arrivals.ts'
import type { Intake } from './admit-arrivals.ts'
import { arrivalsOf, textsOf } from './arrival.ts'
import type { Arrival, Outcome } from './arrival.ts'

export type Taken = {
  readonly outcomes: ReadonlyMap<EventId, Outcome>
  /** Ancestors that nothing here holds. */
  readonly missing: readonly EventId[]
  readonly admitted: number
}

/** One attempt; null when the case moved on meanwhile and the caller starts over. */
export async function takeIntoCase(
  deps: Deps,
  member: MemberId,
  stored: StoredCase,
  arrivals: readonly Arrival[],
  from: MemberId | null,
  withParked: boolean,
): Promise<Taken | null> {
  const { caseId, version } = stored
  const { size } = stored.state
  const at = deps.clock.now()
  const intake = newIntake({
    member,
    at,
    from,
    replica: { state: stored.state, history: null },
    loadHistory: (depth) =>
      deps.cases.loadHistory(member, caseId, depth === null ? undefined : { depth, version, size }),
    depthsOf: (events) => deps.cases.depthsOf(member, caseId, events),
  })
  await admitArrivals(deps, intake, arrivals)
  const waits = [...intake.outcomes.values()].some((o) => o.word === 'waiting')
  const more =
    withParked || stored.stage === 'joining' || waits
      ? await moreArrivals(deps, member, caseId, arrivals)
      : []
  if (more.length > 0) await admitArrivals(deps, intake, [...more, ...unfinished(intake, arrivals)])
  const known = await knownAmong(deps, member, intake, arrivals)
  if (isGone(intake, member)) refuseWaiting(intake, arrivals, known)
  // Only of the case as it stands is anything refused, or waited for.
  const isAllTaken = [...intake.outcomes.values()].every(({ word }) => word === 'taken')
  if (!isAllTaken && !(await isCurrent(deps, member, stored))) return null
  const missing = missingOf(intake, [...more, ...arrivals], known)
  const commit = commitOf(member, stored, intake, more, at)
  if (commit) {
    if ((await deps.cases.commit(commit)) === 'moved-on') return null
    await afterCommit(deps, commit)
  }
  await settleWaiting(deps, member, stored, intake, { arrivals, more, known, missing, from, at })
  for (const id of known) intake.outcomes.set(id, { word: 'taken' })
  return { outcomes: intake.outcomes, missing, admitted: intake.rows.length + intake.placed.length }
}

/** After leaving or removal nothing later than the cut is ours (D6a), so nothing is waited for. */
function isGone({ replica }: Intake, member: MemberId): boolean {
  return ['left', 'removed'].includes(standing(replica.state, member) ?? '')
}

function refuseWaiting(
  intake: Intake,
  arrivals: readonly Arrival[],
  known: ReadonlySet<EventId>,
): void {
  const refusal = new Refusal('event-not-shared', 'this member does not take part any more')
  for (const { event } of unfinished(intake, arrivals))
    if (!known.has(event.id)) intake.outcomes.set(event.id, { word: 'refused', refusal })
}

/** What waits here from earlier: held since the invitation, or parked. */
async function moreArrivals(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  arrivals: readonly Arrival[],
): Promise<Arrival[]> {
  const here = new Set<string>(arrivals.map((a) => a.event.id))
  const held = await arrivalsOf('held', await deps.cases.heldEvents(member, caseId))
  const parked = await arrivalsOf('parked', await deps.work.parked(member, caseId))
  const heldIds = new Set<string>(held.map((a) => a.event.id))
  return [...held, ...parked.filter((a) => !heldIds.has(a.event.id) && !here.has(a.event.id))]
}

const unfinished = (intake: Intake, arrivals: readonly Arrival[]): Arrival[] =>
  arrivals.filter((a) => intake.outcomes.get(a.event.id)?.word === 'waiting')

/** Arrivals that are held already count as taken, though their place is open. */
async function knownAmong(
  deps: Deps,
  member: MemberId,
  intake: Intake,
  arrivals: readonly Arrival[],
): Promise<ReadonlySet<EventId>> {
  const open = unfinished(intake, arrivals).map((a) => a.event.id)
  return open.length === 0 ? new Set() : deps.cases.knownEvents(member, open)
}

function missingOf(
  intake: Intake,
  arrivals: readonly Arrival[],
  known: ReadonlySet<EventId>,
): EventId[] {
  const here = new Set<EventId>([...arrivals.map((a) => a.event.id), ...known])
  const missing = new Set<EventId>()
  for (const outcome of intake.outcomes.values())
    if (outcome.word === 'waiting')
      for (const id of outcome.missing) if (!here.has(id)) missing.add(id)
  return [...missing]
}

function commitOf(
  member: MemberId,
  stored: StoredCase,
  intake: Intake,
  more: readonly Arrival[],
  at: Instant,
): CaseCommit | null {
  if (intake.rows.length === 0 && intake.placed.length === 0) return null
  const { state } = intake.replica
  const stage: Stage =
    stored.stage === 'joining' && isActive(state, member) ? 'shared' : stored.stage
  const finished = (id: EventId): boolean => intake.outcomes.get(id)?.word !== 'waiting'
  return {
    member,
    caseId: stored.caseId,
    expected: stored.version,
    stage,
    state,
    bundle: stage === 'shared' ? null : stored.bundle,
    at,
    followUpAt: stage === 'shared' ? followUpAt(state, member, at, stored.followUpAt) : null,
    events: intake.rows,
    placed: intake.placed,
    texts: intake.texts,
    overturned: intake.overturned,
    deliveries: [],
    leaves: intake.leaves,
    unparked: more
      .filter((a) => a.origin === 'parked' && finished(a.event.id))
      .map((a) => a.event.id),
    wanted: null,
    localNotes: [],
    answer: null,
  }
}

type Waiting = {
  readonly arrivals: readonly Arrival[]
  readonly more: readonly Arrival[]
  readonly known: ReadonlySet<EventId>
  readonly missing: readonly EventId[]
  readonly from: MemberId | null
  readonly at: Instant
}

/** Parks what waits, asks for what is missing, keeps late texts of what was here, and drops parked events refused for good. */
async function settleWaiting(
  deps: Deps,
  member: MemberId,
  stored: StoredCase,
  intake: Intake,
  { arrivals, more, known, missing, from, at }: Waiting,
): Promise<void> {
  const { caseId } = stored
  const open = unfinished(intake, arrivals).filter((a) => !known.has(a.event.id))
  if (open.length > 0)
    await deps.work.park(
      member,
      open.map(({ event, disclosures }) => {
        const outcome = intake.outcomes.get(event.id)
        return {
          caseId,
          event: event.id,
          from: from ?? event.author,
          token: event.jwt,
          disclosures,
          missing: outcome?.word === 'waiting' ? outcome.missing : [],
        }
      }),
      at,
    )
  const source = from ?? open[0]?.event.author ?? null
  if (missing.length > 0 && source !== null) {
    await deps.work.wantEvents(member, caseId, source, missing, at)
    deps.nudge('repair', member)
  }
  const committed = new Set<string>(intake.rows.map((row) => row.event.id))
  for (const arrival of arrivals) {
    const repeated =
      intake.outcomes.get(arrival.event.id)?.word === 'taken' || known.has(arrival.event.id)
    if (!repeated || committed.has(arrival.event.id)) continue
    const texts = await textsOf(member, arrival)
    if (texts.length > 0) await deps.cases.addTexts(member, caseId, texts)
  }
  const refused = more.filter(
    (a) => a.origin === 'parked' && intake.outcomes.get(a.event.id)?.word === 'refused',
  )
  if (refused.length > 0)
    await deps.work.dropParked(
      member,
      refused.map((a) => a.event.id),
    )
}
