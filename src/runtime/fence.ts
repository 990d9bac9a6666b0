// The fence at start (D23): where the mark outside the database cannot vouch that nothing was signed after what the database
// holds, signing in shared cases waits until a partner confirmed our last event there.
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventId, MemberId } from '../core/kernel/id.ts'
import type { MemberStore } from '../flows/member-ports.ts'
import type { Deps } from '../flows/ports.ts'

export type Fenced = {
  readonly member: MemberId
  readonly why: 'no-mark' | 'mark-ahead' | 'unclean-stop'
  readonly cases: number
}

export type Doubts = {
  /** The machine went down under a database that never waits for the disk. */
  readonly unclean: boolean
  /** The operator says that a missing mark means a new folder, not an old database. */
  readonly trustMissingMark: boolean
}

type Doubtful = Pick<Deps, 'cases' | 'highWater' | 'work' | 'clock'>

/**
 * Judges the mark of every member hosted here and fences its shared cases where it cannot vouch.
 * @returns what was fenced now; nothing for members without shared cases
 */
export async function raiseFences(
  deps: Doubtful & { readonly members: Pick<MemberStore, 'listEntities'> },
  doubts: Doubts,
): Promise<Fenced[]> {
  const fenced: Fenced[] = []
  for (const { id: member, role } of await deps.members.listEntities()) {
    if (role !== 'member') continue
    const marks = await deps.highWater.read(member)
    const ahead = await unvouched(deps, member, marks ?? [])
    const why = ahead.length > 0 ? 'mark-ahead' : doubt(marks, doubts)
    const cases = why === null ? 0 : await deps.cases.fenceCases(member)
    // The fences rest in the database from here on, and so does what they answer: an older copy of it has neither.
    if (ahead.length > 0) await deps.work.answerMarks(member, ahead, deps.clock.now())
    if (why !== null && cases > 0) fenced.push({ member, why, cases })
  }
  return fenced
}

function doubt(
  marks: readonly EventId[] | null,
  { unclean, trustMissingMark }: Doubts,
): Fenced['why'] | null {
  if (marks === null) return trustMissingMark && !unclean ? null : 'no-mark'
  return unclean ? 'unclean-stop' : null
}

/** Marks of events that this database does not have, and that no fence was raised for yet. */
export async function unvouched(
  { cases, work }: Pick<Doubtful, 'cases' | 'work'>,
  member: MemberId,
  marks: readonly EventId[],
): Promise<EventId[]> {
  if (marks.length === 0) return []
  const known = await cases.knownEvents(member, marks)
  const unknown = marks.filter((mark) => !known.has(mark))
  const answered = unknown.length === 0 ? known : await work.answeredMarks(member, unknown)
  return unknown.filter((mark) => !answered.has(mark))
}

export type RunMarker = {
  /** Whether the machine stopped while a gateway ran on this folder. */
  readonly unclean: boolean
  /** Called last, after a clean stop. */
  readonly remove: () => void
}

/**
 * Leaves a marker in the data folder while a gateway runs on it. It names the boot of the machine: a process that was killed
 * leaves the marker of this boot behind and lost nothing; one of another boot says that the machine went down.
 */
export function markRunning(data: string, boot: string = bootId()): RunMarker {
  const path = join(data, 'running')
  const left = readMarker(path)
  writeFileSync(path, `${boot}\n`, { mode: 0o600 })
  return {
    unclean: left !== null && (left === 'unknown' || left !== boot),
    remove: () => rmSync(path, { force: true }),
  }
}

function readMarker(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch {
    return null
  }
}

/** Linux names each boot; elsewhere nobody can tell a killed process from a machine that went down. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return 'unknown'
  }
}
