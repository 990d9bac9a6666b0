// States of a case kept on its way, so that what crosses others is folded from one of them and not from the opening. Which of them
// is kept decides nothing: without any, the whole history is read.
import { canBegin } from '../../core/cases/checkpoint.ts'
import type { CaseState } from '../../core/cases/case.ts'
import type { CaseCommit } from '../../core/cases/consequences.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Sql, Statement } from '../database.ts'
import { json } from '../values.ts'

/** Events from one state kept to the next: about as many are read again for an event that crosses others. */
const SLOT = 64

const slotOf = ({ size }: CaseState): number => Math.floor(size / SLOT)

/** Whether a commit leaves a state to keep: the first of its slot that has one tip. Short cases have none. */
export function isDue({ state, stage }: CaseCommit, before: CaseState | null): boolean {
  if (stage === 'invited' || slotOf(state) === 0 || !canBegin(state)) return false
  return !before || slotOf(before) < slotOf(state) || !canBegin(before)
}

export const KEEP_CHECKPOINT: Statement = {
  name: 'keep-checkpoint',
  text: `insert into case_checkpoint (member_id, case_id, slot, size, depth, state)
    values ($1, $2, $3, $4, $5, $6::json) on conflict do nothing`,
}

export async function keepCheckpoint(sql: Sql, { member, state }: CaseCommit): Promise<void> {
  const depth = state.heads[0]?.depth ?? 0
  const params = [member, state.id, slotOf(state), state.size, depth, json(state)]
  await sql.execute(KEEP_CHECKPOINT, params)
}

export const CHECKPOINT: Statement = {
  name: 'checkpoint',
  text: `select slot, depth, state from case_checkpoint
    where member_id = $1 and case_id = $2 and depth <= $3 order by slot desc limit 1`,
}

export type Checkpoint = {
  readonly slot: number
  readonly depth: number
  readonly state: CaseState
}

/** The last state kept whose tip lies no deeper than asked. */
export async function findCheckpoint(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  depth: number,
): Promise<Checkpoint | null> {
  return (await sql.query<Checkpoint>(CHECKPOINT, [member, caseId, depth]))[0] ?? null
}

export const DROP_CHECKPOINT: Statement = {
  name: 'drop-checkpoint',
  text: 'delete from case_checkpoint where member_id = $1 and case_id = $2 and slot = $3',
}

export async function dropCheckpoint(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  { slot }: Checkpoint,
): Promise<void> {
  await sql.execute(DROP_CHECKPOINT, [member, caseId, slot])
}
