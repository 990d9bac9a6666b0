// What was refused for ever, with its bytes (D21), and the ids of signed requests that were used (D22).
import { digestOf } from '../../core/kernel/bytes.ts'
import { MAX_EVENT_BYTES } from '../../core/exchange/limits.ts'
import type { EventId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { WorkStore } from '../../flows/work-ports.ts'
import type { Sql, Statement } from '../database.ts'
import { storable } from '../values.ts'

export const KEEP_REFUSED: Statement = {
  name: 'keep-refused',
  text: `insert into refused_event as r (member_id, sender, event_id, case_id, token, token_hash, word,
      detail, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict on constraint refused_event_is_kept_once do update
    set at = excluded.at, detail = excluded.detail, times = r.times + 1`,
}

/** Characters kept of what was refused: a whole event, since larger ones are refused for their size alone. */
const KEPT_CHARS = MAX_EVENT_BYTES

/** The bytes are anybody's: what a text column cannot hold is left out of it, the hash is of the bytes as they came. */
export async function keepRefused(
  sql: Sql,
  member: MemberId,
  refused: Parameters<WorkStore['keepRefused']>[1],
): Promise<void> {
  const { from, event, caseId, token, word, detail, at } = refused
  const hash = await digestOf(token)
  const kept = [storable(token.slice(0, KEPT_CHARS)), hash, word, storable(detail), at]
  await sql.execute(KEEP_REFUSED, [member, from ?? '', event, caseId, ...kept])
}

/** An event that was taken after all is not refused any more. */
export const FIND_REFUSED: Statement = {
  name: 'find-refused',
  text: `select word, detail from refused_event r
    where member_id = $1 and event_id = $2
      and not exists (select from case_event e where e.member_id = $1 and e.event_id = $2)
    order by entry desc limit 1`,
}

export async function findRefused(
  sql: Sql,
  member: MemberId,
  event: EventId,
): Promise<{ word: string; detail: string } | null> {
  const rows = await sql.query<{ word: string; detail: string }>(FIND_REFUSED, [member, event])
  return rows[0] ?? null
}

export const REMEMBER_JTI: Statement = {
  name: 'remember-jti',
  text: `insert into request_jti (member_id, issuer, jti, until) values ($1, $2, $3, $4)
    on conflict do nothing`,
}

export async function rememberJti(
  sql: Sql,
  member: MemberId,
  issuer: MemberId,
  jti: string,
  until: Instant,
): Promise<boolean> {
  return (await sql.execute(REMEMBER_JTI, [member, issuer, jti, until])) === 1
}

export const KNOWS_JTI: Statement = {
  name: 'knows-jti',
  text: 'select 1 as known from request_jti where member_id = $1 and issuer = $2 and jti = $3',
}

export async function knowsJti(
  sql: Sql,
  member: MemberId,
  issuer: MemberId,
  jti: string,
): Promise<boolean> {
  return (await sql.query<{ known: number }>(KNOWS_JTI, [member, issuer, jti])).length > 0
}
