// Promises of a next update, and what keeps them: an update by the same member before it is due, or a newer promise made in time.
// A member writes its own promises and its own updates, so nobody else can keep or break one for it.
import { MAX_PROMISES } from '../exchange/limits.ts'
import type { CaseState, Participant } from './case.ts'
import { engagementOf } from './case.ts'
import { amendEngagement, isWorked } from './engagement.ts'
import type { CaseEvent } from './event.ts'
import type { Promised } from './registers.ts'

/** Kinds of notes that tell others how it goes; a question asks, and anything may be `other`. */
const UPDATE_KINDS: readonly string[] = ['update', 'answer', 'workaround', 'plan']

type Kept = { readonly promises?: readonly Promised[] }

const keep = (promises: readonly Promised[], at: number): Promised[] =>
  promises.map((p) => (p.kept === null && p.made <= at && at <= p.due ? { ...p, kept: at } : p))

/** What an update at a moment does to its author's register. */
export function updated(p: Participant, at: number): Kept & { readonly updatedAt: number } {
  return { updatedAt: at, ...(p.promises ? { promises: keep(p.promises, at) } : {}) }
}

/** What a new promise does: it keeps those that were not due yet. A promise for a moment that is past promises nothing. */
export function promised(p: Participant, due: number, at: number): Kept {
  const kept = keep(p.promises ?? [], at)
  const all = due > at ? [...kept, { due, made: at, kept: null }] : kept
  return all.length === 0 ? {} : { promises: all.slice(-MAX_PROMISES) }
}

/** What a workaround that was told to others does: the first one counts, on every engagement its author works on. */
export function workedRound(s: CaseState, p: Participant, at: number): CaseState {
  const worked = p.engagements.filter((id) => id !== s.opened.event && !isWorked(s, id))
  return worked.reduce(
    (next, id) =>
      amendEngagement(next, id, ({ workaroundAt }) => ({ workaroundAt: workaroundAt ?? at })),
    s,
  )
}

/** Whether a note tells the case, or whoever asked its author in, how it goes. Side conversations and notes without text do not. */
export function isUpdate(s: CaseState, p: Participant, event: CaseEvent, kind: string): boolean {
  const readers = event.texts['note']?.readers
  if (readers === undefined || !UPDATE_KINDS.includes(kind)) return false
  if (readers === 'case') return true
  const askers = p.engagements.map((id) => engagementOf(s, id)?.inviter)
  return readers.some((reader) =>
    askers.includes(p.id) ? reader !== p.id : askers.includes(reader),
  )
}
