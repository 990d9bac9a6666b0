// The member's log: leaves are durable with what they tell of, and numbered afterwards by one at a time, in the order in which
// they were written. The number is the feed's cursor too; a leaf that commits late gets a later number, so that no reader who
// stands at a number can have missed one below it.
import type { CaseId, EventId, MemberId } from '../core/kernel/id.ts'
import type { Instant } from '../core/kernel/instant.ts'
import type { Leaf } from '../core/cases/consequences.ts'
import type { FeedItem, LogStore } from '../flows/work-ports.ts'
import type { Database, Statement } from './database.ts'
import type { Schema } from './schema.ts'

export const BEGIN_LOG: Statement = {
  name: 'begin-log',
  text: 'insert into audit_log (member_id, next) values ($1, 1) on conflict do nothing',
}

/** Whoever holds this row gives numbers. The leaves are looked for only then, so none is seen that another numbered meanwhile. */
export const HOLD_LOG: Statement = {
  name: 'hold-log',
  text: 'select next from audit_log where member_id = $1 for update',
}

export const NUMBER_LEAVES: Statement = {
  name: 'number-leaves',
  text: `with waiting as materialized (
      select entry, $3::bigint - 1 + row_number() over (order by entry) as number from (
        select entry from audit_leaf
        where member_id = $1 and number is null order by entry limit $2) first),
    numbered as (
      update audit_leaf l set number = w.number from waiting w
      where l.member_id = $1 and l.entry = w.entry
      returning 1)
    update audit_log set next = next + (select count(*) from numbered)
    where member_id = $1
    returning next`,
}

/** Steps from member to member along the index, however many leaves wait. */
export const MEMBERS_WAITING: Statement = {
  name: 'members-waiting',
  text: `with recursive waiting as (
      (select member_id from audit_leaf where number is null order by member_id limit 1)
      union all
      select (select l.member_id from audit_leaf l
        where l.number is null and l.member_id > w.member_id order by l.member_id limit 1)
      from waiting w where w.member_id is not null)
    select member_id as member from waiting where member_id is not null limit $1`,
}

export const FEED: Statement = {
  name: 'feed',
  text: `select number, kind, case_id, event_id, token_hash, direction, partner, verdict, at
    from audit_leaf where member_id = $1 and number > $2::bigint order by number limit $3`,
}

interface FeedRow {
  readonly number: number
  readonly kind: Leaf['kind']
  readonly case_id: CaseId | null
  readonly event_id: EventId | null
  readonly token_hash: string | null
  readonly direction: Leaf['direction']
  readonly partner: MemberId | null
  readonly verdict: string
  readonly at: Instant
}

export class SqlLogStore implements LogStore {
  readonly #database: Database<Schema>

  constructor(database: Database<Schema>) {
    this.#database = database
  }

  async sequence(member: MemberId, limit: number): Promise<number> {
    return this.#database.transaction(async (tx) => {
      await tx.execute(BEGIN_LOG, [member])
      const [log] = await tx.query<{ next: number }>(HOLD_LOG, [member])
      if (!log) throw new Error(`the log of ${member} has no row to count in`)
      const [after] = await tx.query<{ next: number }>(NUMBER_LEAVES, [member, limit, log.next])
      return (after?.next ?? log.next) - log.next
    })
  }

  async membersWithUnnumbered(limit: number): Promise<MemberId[]> {
    const rows = await this.#database.query<{ member: MemberId }>(MEMBERS_WAITING, [limit])
    return rows.map(({ member }) => member)
  }

  async feed(member: MemberId, after: number, limit: number): Promise<FeedItem[]> {
    const rows = await this.#database.query<FeedRow>(FEED, [member, after, limit])
    return rows.map(({ number, at, ...row }) => ({
      number,
      at,
      leaf: {
        kind: row.kind,
        caseId: row.case_id,
        event: row.event_id,
        tokenHash: row.token_hash,
        direction: row.direction,
        partner: row.partner,
        verdict: row.verdict,
      },
    }))
  }

  async lastNumber(member: MemberId): Promise<number> {
    const text = 'select next - 1 as last from audit_log where member_id = $1'
    const [row] = await this.#database.query<{ last: number }>(text, [member])
    return row?.last ?? 0
  }
}
