// What a change of settings leaves beside the setting, in the same transaction: a line of the member's log, and the answer for
// the repeated request.
import type { MemberId } from '../core/kernel/id.ts'
import type { Beside } from '../flows/member-ports.ts'
import { LEAF_COLUMNS, leafRow } from './cases/commit-beside.ts'
import type { Database, Sql, TypedSql } from './database.ts'
import { asParam, asTable } from './record-set.ts'
import type { Schema } from './schema.ts'
import { FORGET_ANSWER, answeredMeanwhile } from './work/answers.ts'

const ADD_LEAF = `
  insert into audit_leaf (member_id, kind, case_id, event_id, token_hash, direction, partner, verdict, at)
  select $1, kind, case_id, event_id, token_hash, direction, partner, verdict, $3::timestamptz
  from ${asTable(LEAF_COLUMNS, '$2', 'leaf')}`

const ADD_ANSWER = `
  insert into idempotency_key (client, key, request_hash, status, body, at)
  values ($1, $2, $3, $4, $5, $6)`

/**
 * Runs `change` and, unless it answers null, keeps what stands beside it.
 * @throws StorageUnavailable, with nothing changed, when the same request was answered meanwhile.
 */
export async function withBeside<T>(
  database: Database<Schema>,
  member: MemberId,
  beside: Beside,
  change: (tx: TypedSql<Schema>) => Promise<T | null>,
): Promise<T | null> {
  try {
    return await database.transaction(async (tx) => {
      const changed = await change(tx)
      if (changed !== null) await keep(tx, member, beside)
      return changed
    })
  } catch (error) {
    throw answeredMeanwhile(error)
  }
}

async function keep(tx: Sql, member: MemberId, { leaf, answer, at }: Beside): Promise<void> {
  if (leaf) await tx.execute(ADD_LEAF, [member, asParam([leafRow(leaf)]), at])
  if (!answer) return
  const { client, key, requestHash, status, body } = answer
  await tx.execute(FORGET_ANSWER, [client, key, at])
  await tx.execute(ADD_ANSWER, [client, key, requestHash, status, body, at])
}
