// The floor: what keeping an event costs in the usual way, a transaction of a query builder for each. Begin, then five round trips:
// look up a duplicate, insert the event, update the case, insert the leaf, commit. It folds nothing and keeps no texts.
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { CaseState } from '../../../src/core/cases/case.ts'
import type { CaseId, MemberId } from '../../../src/core/kernel/id.ts'
import { systemClock } from '../../../src/runtime/system.ts'
import type { Schema } from '../../../src/storage/schema.ts'
import type { Keep } from './front.ts'

export interface Floor extends AsyncDisposable {
  readonly keep: Keep
}

/** @param states the cases as they are kept there; written back whole with every event */
export function floorOn(
  url: string,
  member: MemberId,
  states: ReadonlyMap<CaseId, CaseState>,
): Floor {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  pool.on('error', () => {}) // at the end the server may go before the last idle connection does
  const database = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) })
  const keep: Keep = (event) =>
    database.transaction().execute(async (tx) => {
      const at = systemClock.now()
      const known = await tx
        .selectFrom('case_event')
        .select('event_id')
        .where('member_id', '=', member)
        .where('event_id', '=', event.id)
        .executeTakeFirst()
      if (known) return
      await tx
        .insertInto('case_event')
        .values({
          member_id: member,
          event_id: event.id,
          case_id: event.caseId,
          author: event.author,
          incarnation: event.incarnation,
          seq: event.seq,
          type: event.type,
          jti: event.jti,
          alg: event.alg,
          kid: event.kid,
          token: event.jwt,
          token_hash: event.tokenHash,
          received_at: at,
          received_from: event.author,
          trust: 'not-vouched',
          depth: event.seq,
          at: event.iat,
          verdict: 'effect',
        })
        .execute()
      await tx
        .updateTable('case_view')
        .set({
          version: sql<number>`version + 1`,
          state: sql<CaseState>`${JSON.stringify(states.get(event.caseId))}::json`,
          updated_at: at,
        })
        .where('member_id', '=', member)
        .where('case_id', '=', event.caseId)
        .execute()
      await tx
        .insertInto('audit_leaf')
        .values({
          member_id: member,
          kind: 'event',
          case_id: event.caseId,
          event_id: event.id,
          token_hash: event.tokenHash,
          direction: 'in',
          partner: event.author,
          verdict: 'effect',
          at,
        })
        .execute()
    })
  return { keep, [Symbol.asyncDispose]: () => database.destroy() }
}
