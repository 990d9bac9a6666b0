// The events of one case, page by page: those with a place in display order, then those that are only held, in the order they
// came. Newest first is the same from the other end. A page costs the same at any depth, since it starts from the index.
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Page, StoredEvent } from '../../flows/case-ports.ts'
import { makeCursor, pageOf, readCursor } from '../cursor.ts'
import type { Sql, Statement } from '../database.ts'
import { storedEvent } from './event-rows.ts'
import type { StoredEventRow } from './event-rows.ts'

export const EVENT_COLUMNS = `case_id, event_id, author, incarnation, seq, type, jti, kid, token,
  received_at, received_from, trust, arrival, depth, at, verdict`

const PLACE = ['depth', 'author', 'incarnation', 'seq', 'event_id'] as const

function placedPage(name: string, after: '>' | '<', order: 'asc' | 'desc'): Statement {
  return {
    name,
    text: `select ${EVENT_COLUMNS} from case_event
      where member_id = $1 and case_id = $2 and depth is not null
        and (${PLACE.join(', ')}) ${after} ($4::integer, $5::text, $6::bigint, $7::bigint, $8::text)
      order by ${PLACE.map((column) => `${column} ${order}`).join(', ')} limit $3`,
  }
}

function heldPage(name: string, after: '>' | '<', order: 'asc' | 'desc'): Statement {
  return {
    name,
    text: `select ${EVENT_COLUMNS} from case_event
      where member_id = $1 and case_id = $2 and depth is null and arrival ${after} $4::bigint
      order by arrival ${order} limit $3`,
  }
}

export const EVENT_PAGES = {
  placed: placedPage('events-placed', '>', 'asc'),
  placedBackwards: placedPage('events-placed-backwards', '<', 'desc'),
  held: heldPage('events-held', '>', 'asc'),
  heldBackwards: heldPage('events-held-backwards', '<', 'desc'),
} as const

type Position = readonly (string | number | null)[]
interface Part {
  readonly statement: Statement
  readonly start: Position
  readonly has: (position: Position) => boolean
}

/** Depth, author, incarnation, number, event. */
const PLACE_KINDS = ['int4', 'text', 'int8', 'int8', 'text'] as const

const isPlaced = (position: Position): boolean => position.length === PLACE.length
const isHeld = (position: Position): boolean => position.length === 1
const FIRST: Part = { statement: EVENT_PAGES.placed, start: [-1, '', 0, 0, ''], has: isPlaced }
const HELD: Part = { statement: EVENT_PAGES.held, start: [-1], has: isHeld }
const FORWARDS: readonly Part[] = [FIRST, HELD]
const BACKWARDS: readonly Part[] = [
  { statement: EVENT_PAGES.heldBackwards, start: [Number.MAX_SAFE_INTEGER], has: isHeld },
  {
    statement: EVENT_PAGES.placedBackwards,
    start: [2 ** 31 - 1, '', 0, 0, ''],
    has: isPlaced,
  },
]

export async function listEvents(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  page: { readonly after: string | null; readonly limit: number; readonly newestFirst?: boolean },
): Promise<Page<StoredEvent> | Refusal> {
  const list = ['events', member, caseId, page.newestFirst === true]
  const after = await readCursor(list, page.after, PLACE_KINDS, ['int8'])
  if (after instanceof Refusal) return after
  const parts = page.newestFirst === true ? BACKWARDS : FORWARDS
  const from = after === null ? 0 : parts.findIndex((part) => part.has(after))
  const rows: StoredEventRow[] = []
  for (const [index, { statement, start }] of parts.slice(Math.max(from, 0)).entries()) {
    const wanted = page.limit + 1 - rows.length
    if (wanted <= 0) break
    const position = index === 0 && after !== null ? after : start
    rows.push(
      ...(await sql.query<StoredEventRow>(statement, [member, caseId, wanted, ...position])),
    )
  }
  return pageOf(rows, page.limit, storedEvent, (last) => makeCursor(list, positionOf(last)))
}

const positionOf = (row: StoredEventRow): Position =>
  row.depth === null ? [row.arrival] : PLACE.map((column) => row[column])
