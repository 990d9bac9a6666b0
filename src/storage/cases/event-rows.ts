// Events as they rest, and as graph and lists need them. The columns say what was found out about a token; what it says itself is
// read from the token, which was judged when it came.
import type { Selectable } from 'kysely'
import type { CaseEvent } from '../../core/cases/event.ts'
import { caseOf, typeAndBody } from '../../core/exchange/event-checks.ts'
import { isJsonObject } from '../../core/exchange/strict-json.ts'
import { textsOf } from '../../core/exchange/text-checks.ts'
import { fromBase64url, textOf } from '../../core/kernel/bytes.ts'
import type { CaseId, EventId } from '../../core/kernel/id.ts'
import type { StoredEvent } from '../../flows/case-ports.ts'
import type { CaseEventRow } from './case-schema.ts'

export type PlacedRow = Pick<
  CaseEventRow,
  'event_id' | 'author' | 'incarnation' | 'seq' | 'type' | 'token' | 'depth' | 'at' | 'verdict'
>

export const PLACED_COLUMNS = 'event_id, author, incarnation, seq, type, token, depth, at, verdict'

/** A row without a place has no event yet. */
export function eventOf(caseId: CaseId, row: PlacedRow): CaseEvent | null {
  const { depth, at } = row
  if (depth === null || at === null) return null
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
