// Events as they rest, and as the graph needs them. The columns say what was found out about a token; what it says itself is
// read from the token, which was judged when it came.
import type { Selectable } from 'kysely'
import type { CaseEvent } from '../../core/cases/event.ts'
import { History } from '../../core/cases/history.ts'
import { caseOf, typeAndBody } from '../../core/exchange/event-checks.ts'
import { isJsonObject } from '../../core/exchange/strict-json.ts'
import { textsOf } from '../../core/exchange/text-checks.ts'
import { fromBase64url, textOf } from '../../core/kernel/bytes.ts'
import type { CaseId, EventId, MemberId } from '../../core/kernel/id.ts'
import type { StoredEvent } from '../../flows/case-ports.ts'
import type { Sql, Statement } from '../database.ts'
import type { CaseEventRow } from './case-schema.ts'

type PlacedRow = Pick<
  CaseEventRow,
  'event_id' | 'author' | 'incarnation' | 'seq' | 'type' | 'token' | 'depth' | 'at' | 'verdict'
>

/** Parents lie less deep than their children, so this order has them first. */
export const HISTORY: Statement = {
  name: 'history',
  text: `select event_id, author, incarnation, seq, type, token, depth, at, verdict
    from case_event
    where member_id = $1 and case_id = $2 and depth is not null
    order by depth, author, incarnation, seq, event_id`,
}

export async function loadHistory(sql: Sql, member: MemberId, caseId: CaseId): Promise<History> {
  const rows = await sql.query<PlacedRow>(HISTORY, [member, caseId])
  const history = new History()
  for (const row of rows) {
    const { depth, at, verdict } = row
    if (depth === null || at === null || verdict === null) continue
    history.add(eventOf(caseId, row, depth, at), verdict)
  }
  return history
}

function eventOf(caseId: CaseId, row: PlacedRow, depth: number, at: number): CaseEvent {
  const claims = claimsIn(row)
  const { prev, heads } = caseOf(claims)
  const { text: _, ...body } = typeAndBody(claims)?.[1] ?? {}
  return {
    id: row.event_id,
    caseId,
    author: row.author,
    incarnation: row.incarnation,
    seq: row.seq,
    prev: (prev ?? null) as EventId | null,
    heads: (heads ?? []) as readonly EventId[],
    type: row.type,
    body,
    texts: textsOf(claims),
    iat: claims['iat'] as number,
    at,
    depth,
  }
}

function claimsIn({ token, event_id }: PlacedRow): Readonly<Record<string, unknown>> {
  const bytes = fromBase64url(token.slice(token.indexOf('.') + 1, token.lastIndexOf('.')))
  const text = bytes && textOf(bytes)
  const claims: unknown = text === null ? null : JSON.parse(text)
  if (!isJsonObject(claims)) throw new Error(`the stored token of event ${event_id} is damaged`)
  return claims
}

export type StoredEventRow = Omit<Selectable<CaseEventRow>, 'alg' | 'token_hash'>

export const storedEvent = (row: StoredEventRow): StoredEvent => ({
  caseId: row.case_id,
  event: row.event_id,
  author: row.author,
  incarnation: row.incarnation,
  seq: row.seq,
  type: row.type,
  jti: row.jti,
  kid: row.kid,
  token: row.token,
  receivedAt: row.received_at,
  receivedFrom: row.received_from,
  trust: row.trust,
  depth: row.depth,
  at: row.at,
  verdict: row.verdict,
})
