// Answers to repeated requests.
import type { KeptAnswer } from '../../core/cases/consequences.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Sql, Statement } from '../database.ts'
import { StorageUnavailable, violates } from '../fault.ts'

/** How long an answer is kept for the repetition of its request. */
export const ANSWER_KEPT = `interval '24 hours'`

export const FIND_ANSWER: Statement = {
  name: 'find-answer',
  text: `select client, key, request_hash as "requestHash", status, body, at
    from idempotency_key where client = $1 and key = $2`,
}

export async function findAnswer(
  sql: Sql,
  client: string,
  key: string,
): Promise<(KeptAnswer & { at: Instant }) | null> {
  return (await sql.query<KeptAnswer & { at: Instant }>(FIND_ANSWER, [client, key]))[0] ?? null
}

/** After a day a key may be used again. */
export const FORGET_ANSWER = `
  delete from idempotency_key
  where client = $1 and key = $2 and at < $3::timestamptz - ${ANSWER_KEPT}`

/** Two requests with one Idempotency-Key ran at once; the other one was done, and answers when this one is repeated. */
export function answeredMeanwhile(error: unknown): unknown {
  if (!violates(error, 'idempotency_key_is_answered_once')) return error
  const said = 'the same request was answered at this moment; repeat it to get that answer'
  return new StorageUnavailable(said, 'nothing-changed', error)
}

/** The first answer stands for a day; then its key may be used again. */
export const KEEP_ANSWER: Statement = {
  name: 'keep-answer',
  text: `insert into idempotency_key as k (client, key, request_hash, status, body, at)
    values ($1, $2, $3, $4, $5, $6)
    on conflict on constraint idempotency_key_is_answered_once do update
    set request_hash = excluded.request_hash, status = excluded.status, body = excluded.body,
      at = excluded.at
    where k.at < excluded.at - ${ANSWER_KEPT}`,
}

/** Whether it was kept: false when another answer stands. */
export async function keepAnswer(sql: Sql, answer: KeptAnswer, at: Instant): Promise<boolean> {
  const { client, key, requestHash, status, body } = answer
  return (await sql.execute(KEEP_ANSWER, [client, key, requestHash, status, body, at])) === 1
}
