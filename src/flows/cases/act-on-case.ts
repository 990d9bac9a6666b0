// One command on a case: load, decide, seal, commit; lose a race by deciding again. The one way in for everything our side
// writes on an existing case, whoever asks.
import type { CaseCommand } from '../../core/cases/command.ts'
import { engagementOf } from '../../core/cases/case.ts'
import type { CaseState } from '../../core/cases/case.ts'
import type { CaseCommit, EventRow, LocalNote } from '../../core/cases/consequences.ts'
import type { EngagementId, MemberId } from '../../core/kernel/id.ts'
import type { CaseId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { StoredCase } from '../case-ports.ts'
import type { Deps } from '../ports.ts'
import { answerKeys } from './answer-keys.ts'
import { followUpAt } from './follow-up-at.ts'
import { invitersOf } from './inviters.ts'
import { keptAnswer } from './receipt.ts'
import type { Receipt, WriteOptions } from './receipt.ts'
import { rotateFirst } from './rotate-first.ts'
import { sealCommands } from './seal-step.ts'
import type { Sealed } from './seal-step.ts'

/** Races lost in a row before the caller is told; a case that moves this fast is being written by many at once. */
const ATTEMPTS = 8

/** Acts on a case for a member. @param sent what the receipt says of levels that are sent. Refusals: `case-not-found`, `precondition-failed`, and whatever the rules of the case say. */
export function actOnCase(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  command: CaseCommand,
  options: WriteOptions = {},
  sent?: Receipt['sent'],
): Promise<Receipt | Refusal> {
  return onCase(deps, member, caseId, options, async (stored, at) => {
    const complete = await withKeys(deps, member, stored, command)
    if (complete instanceof Refusal) return complete
    const part = await seal(deps, member, stored, at, complete)
    return part instanceof Refusal || sent === undefined ? part : { ...part, sent }
  })
}

export type Part = {
  readonly sealed: Sealed
  readonly localNotes?: readonly LocalNote[]
  readonly sent?: Receipt['sent']
}

/** Loads, lets `make` compute what to add, commits; again from the start when the case moved on meanwhile. */
export async function onCase(
  deps: Deps,
  member: MemberId,
  caseId: CaseId,
  options: WriteOptions,
  make: (stored: StoredCase, at: Instant) => Promise<Part | Refusal>,
): Promise<Receipt | Refusal> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const stored = await deps.cases.loadCase(member, caseId)
    if (!stored) return new Refusal('case-not-found')
    const at = deps.clock.now()
    const part =
      options.expected !== undefined && options.expected !== stored.version
        ? new Refusal('precondition-failed')
        : await make(stored, at)
    if (part instanceof Refusal) {
      // A no is said of the case as it stands, never of a view that another process left behind.
      if (await isCurrent(deps, member, stored)) return part
      continue
    }
    const receipt: Receipt = {
      caseId,
      version: stored.version + 1,
      events: part.sealed.rows.map(({ event }) => ({ id: event.id, type: event.type })),
      ...(part.sent === undefined ? {} : { sent: part.sent }),
    }
    const commit = commitOf(member, stored, part, at, keptAnswer(options, receipt))
    if ((await deps.cases.commit(commit)) === 'done') {
      await afterCommit(deps, commit)
      return receipt
    }
  }
  return new Refusal('case-moved-on')
}

/** Whether a view is still the case; if not, the next load has the later one. */
export async function isCurrent(
  { cases }: Pick<Deps, 'cases'>,
  member: MemberId,
  { caseId, version }: Pick<StoredCase, 'caseId' | 'version'>,
): Promise<boolean> {
  const now = await cases.loadCase(member, caseId, { fresh: true })
  return now?.version === version
}

function commitOf(
  member: MemberId,
  stored: StoredCase,
  { sealed, localNotes = [] }: Part,
  at: Instant,
  answer: CaseCommit['answer'],
): CaseCommit {
  const placed = stored.stage === 'shared'
  const accepted = sealed.rows.find(({ event }) => event.type === 'engagement-accepted')
  const state = placed ? sealed.state : stored.state
  return {
    member,
    caseId: stored.caseId,
    expected: stored.version,
    stage: !placed && accepted ? 'joining' : stored.stage,
    state,
    bundle: placed ? null : sealed.state,
    at,
    followUpAt: placed ? followUpAt(state, member, at, stored.followUpAt) : null,
    events: sealed.rows,
    placed: [],
    texts: sealed.texts,
    overturned: [],
    deliveries: sealed.deliveries,
    leaves: [...sealed.leaves, ...localNotes.map((note) => noteLeaf(stored, note))],
    unparked: [],
    wanted: !placed && accepted ? historyFrom(sealed.state, accepted) : null,
    localNotes,
    answer,
  }
}

/** An acceptance opens the history; the inviter is asked for it first (D6a). */
function historyFrom(bundle: CaseState, { event }: EventRow): CaseCommit['wanted'] {
  const engagement = engagementOf(bundle, event.body['engagement'] as EngagementId)
  return engagement ? { from: engagement.inviter, ids: [] } : null
}

const noteLeaf = (stored: StoredCase, note: LocalNote): CaseCommit['leaves'][number] => ({
  kind: 'local-note',
  caseId: stored.caseId,
  event: null,
  tokenHash: null,
  direction: 'own',
  partner: null,
  verdict: note.id,
})

/** After a commit: raise the mark, wake what has work now. Nothing here is needed for what was written to stand. */
export async function afterCommit(deps: Deps, commit: CaseCommit): Promise<void> {
  const own = commit.events.filter((row) => row.trust === 'own' && row.receivedFrom === null)
  const last = own.at(-1)
  if (last) await deps.highWater.raise(commit.member, last.event.id)
  deps.nudge('sequence', commit.member)
  if (commit.deliveries.length > 0) deps.nudge('deliver', commit.member)
  if (commit.wanted) deps.nudge('repair', commit.member)
  if (commit.followUpAt !== null) deps.nudge('follow-up', commit.member)
}

/** Seals one command for the case as stored. Behind a fence nothing is signed but the restart that ends it. */
export async function seal(
  deps: Deps,
  member: MemberId,
  stored: StoredCase,
  at: Instant,
  command: CaseCommand,
): Promise<Part | Refusal> {
  if (stored.fenced && command.type !== 'restart-author') return new Refusal('signing-fenced')
  if (stored.stage === 'joining') return new Refusal('history-incomplete')
  const placed = stored.stage === 'shared'
  const state = placed ? stored.state : (stored.bundle ?? stored.state)
  const sealed = await sealCommands(
    deps,
    {
      member,
      at,
      placed,
      replica: { state, history: null },
      loadHistory: () => deps.cases.loadHistory(member, stored.caseId),
      inviters: placed ? [] : await invitersOf(deps, member, state),
    },
    [...(placed ? await rotateFirst(deps, member, state, command) : []), command],
  )
  return sealed instanceof Refusal ? sealed : { sealed }
}

/** Answers to an invitation carry the keys that the inviter named (D5a). */
async function withKeys(
  deps: Deps,
  member: MemberId,
  stored: StoredCase,
  command: CaseCommand,
): Promise<CaseCommand | Refusal> {
  if (!('engagement' in command) || !('keys' in command)) return command
  const state = stored.stage === 'shared' ? stored.state : (stored.bundle ?? stored.state)
  const keys = await answerKeys(deps, member, state, command.engagement as EngagementId)
  return keys instanceof Refusal ? keys : { ...command, keys }
}
