// The graph of a case from its rows: all of it, or what came after a state kept on the way (checkpoints.ts).
import { History } from '../../core/cases/history.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Above } from '../../flows/case-ports.ts'
import type { Sql, Statement } from '../database.ts'
import { dropCheckpoint, findCheckpoint } from './checkpoints.ts'
import type { Checkpoint } from './checkpoints.ts'
import { eventOf, PLACED_COLUMNS } from './event-rows.ts'
import type { PlacedRow } from './event-rows.ts'

/** States kept that are tried before the whole history is read. */
const TRIES = 4

/** Parents lie less deep than their children, so this order has them first. */
const IN_ORDER = 'order by depth, author, incarnation, seq, event_id'

export const HISTORY: Statement = {
  name: 'history',
  text: `select ${PLACED_COLUMNS} from case_event
    where member_id = $1 and case_id = $2 and depth is not null ${IN_ORDER}`,
}

/** Events deeper than asked, and whether the case is still at the version that is known. */
export const HISTORY_ABOVE: Statement = {
  name: 'history-above',
  text: `select ${PLACED_COLUMNS},
      (select version = $4::integer from case_view where member_id = $1 and case_id = $2) as current
    from case_event where member_id = $1 and case_id = $2 and depth > $3 ${IN_ORDER}`,
}

/** @param above how much is needed; all without it */
export async function loadHistory(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  above?: Above,
): Promise<History> {
  const part = above && (await historyAbove(sql, member, caseId, above))
  if (part) return part
  const history = new History()
  addRows(history, caseId, await sql.query<PlacedRow>(HISTORY, [member, caseId]))
  return history
}

async function historyAbove(
  sql: Sql,
  member: MemberId,
  caseId: CaseId,
  { depth, version, size }: Above,
): Promise<History | null> {
  for (let tried = 0; tried < TRIES; tried++) {
    const found = await findCheckpoint(sql, member, caseId, depth)
    if (!found) return null
    const params = [member, caseId, found.depth, version]
    const rows = await sql.query<PlacedRow & { current: boolean }>(HISTORY_ABOVE, params)
    if (rows[0]?.current !== true) return null
    if (holds(found, rows.length, size)) {
      const history = new History(found.state)
      addRows(history, caseId, rows)
      return history
    }
    await dropCheckpoint(sql, member, caseId, found)
  }
  return null
}

/**
 * Whether everything deeper has the tip in its past. It has when nothing but the tip's past lies as deep or less: of what lies
 * deeper, each has a parent one level up, and so down to the tip. What came since and lies no deeper crosses the tip for good.
 */
const holds = ({ state }: Checkpoint, deeper: number, size: number): boolean =>
  state.size + deeper === size

function addRows(history: History, caseId: CaseId, rows: readonly PlacedRow[]): void {
  for (const row of rows) {
    const event = eventOf(caseId, row)
    if (event && row.verdict !== null) history.add(event, row.verdict)
  }
}
