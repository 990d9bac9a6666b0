// A case of any length, and what one does with it, timed: writing on it, taking in what a partner wrote, reading it.
import type { CaseState } from '../../../src/core/cases/case.ts'
import type { CaseCommand } from '../../../src/core/cases/command.ts'
import type { CaseId, MemberId } from '../../../src/core/kernel/id.ts'
import { actOnCase } from '../../../src/flows/cases/act-on-case.ts'
import { receiveEvents } from '../../../src/flows/exchange/receive-events.ts'
import type { Deps } from '../../../src/flows/ports.ts'
import { granted } from '../../../src/runtime/trouble.ts'
import { keep, shareCase, write } from './cases.ts'
import type { Author } from './cases.ts'

export type Setting = { readonly deps: Deps; readonly member: MemberId; readonly partner: Author }

const NOTE: CaseCommand = {
  type: 'add-note',
  kind: 'update',
  re: null,
  text: 'The worker was restarted; the queue is shorter than it was an hour ago.',
  readers: 'case',
}

/** A case that a partner opened and we accepted, of so many events: half of the notes theirs, half ours. */
export async function caseOf({ deps, member, partner }: Setting, size: number): Promise<CaseId> {
  const [key] = await deps.members.keysOf(member, 'event')
  if (!key) throw new Error('a member has an event key')
  let made = await shareCase(deps, partner, [{ id: member, publicKey: key.publicKey }])
  const { id } = made.state
  await keep(deps, member, made, null)
  for (let version = 1; made.state.size < size; version++) {
    const by = version % 2 === 0 ? member : partner.id
    const notes = Array.from({ length: Math.min(50, size - made.state.size) }, () => NOTE)
    made = await write(deps, by, made.state, notes)
    await keep(deps, member, made, version)
  }
  return id
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

export async function stateOf({ deps, member }: Setting, id: CaseId): Promise<CaseState> {
  const stored = await deps.cases.loadCase(member, id, { fresh: true })
  if (!stored) throw new Error('the case is here')
  return stored.state
}

export const ownStep = async ({ deps, member }: Setting, id: CaseId): Promise<number> =>
  timed(async () => granted(await actOnCase(deps, member, id, NOTE), 'writing a note'))

/** A partner's event that has seen `seen` of the case, taken in with what `at` has at hand. */
export async function theirStep(
  setting: Setting,
  id: CaseId,
  seen: CaseState,
  at: Deps = setting.deps,
): Promise<number> {
  const { deps, member, partner } = setting
  const { rows, texts } = await write(deps, partner.id, seen, [NOTE])
  const incoming = rows.map(({ token }) => ({
    key: 'note',
    token,
    disclosures: () => texts.map((t) => t.disclosure),
  }))
  return timed(async () => {
    const outcome = (await receiveEvents(at, member, incoming, null)).get('note')
    if (outcome?.word !== 'taken') throw new Error(`the note on ${id} is ${outcome?.word}`)
  })
}
