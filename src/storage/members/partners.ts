// Partners as last resolved, and the statements they were resolved from.
import { sql } from 'kysely'
import type { Selectable } from 'kysely'
import { digestOf } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { Partner } from '../../flows/member-ports.ts'
import type { Page } from '../../flows/case-ports.ts'
import { makeCursor, pageOf, readCursor } from '../cursor.ts'
import type { Statement, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'
import { json, storable } from '../values.ts'
import type { PartnerRow } from './member-schema.ts'

type Row = Selectable<PartnerRow>

const partnerOf = (row: Row): Partner => ({
  id: row.partner,
  name: row.name,
  metadata: row.metadata,
  via: row.via,
  anchor: row.anchor,
  expiresAt: row.expires_at,
  resolvedAt: row.resolved_at,
  suspended: row.suspended,
  pastKeys: row.past_keys,
  clockOffset: row.clock_offset,
  lastError: row.last_error,
})

export async function findPartner(
  { kysely }: TypedSql<Schema>,
  member: MemberId,
  partner: MemberId,
): Promise<Partner | null> {
  const row = await kysely
    .selectFrom('partner')
    .selectAll()
    .where('member_id', '=', member)
    .where('partner', '=', partner)
    .executeTakeFirst()
  return row ? partnerOf(row) : null
}

export const SAVE_PARTNER: Statement = {
  name: 'save-partner',
  text: `insert into partner (member_id, partner, name, sort_name, words, metadata, via, anchor,
      expires_at, resolved_at, suspended, past_keys, clock_offset, last_error, updated_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict on constraint partner_is_known_once do update
    set name = excluded.name, sort_name = excluded.sort_name, words = excluded.words,
      metadata = excluded.metadata, via = excluded.via, anchor = excluded.anchor,
      expires_at = excluded.expires_at, resolved_at = excluded.resolved_at,
      suspended = excluded.suspended, past_keys = excluded.past_keys,
      clock_offset = excluded.clock_offset, last_error = excluded.last_error,
      updated_at = excluded.updated_at`,
}

export async function savePartner(
  database: TypedSql<Schema>,
  member: MemberId,
  partner: Partner,
  at: Instant,
): Promise<void> {
  const { metadata } = partner
  await database.execute(SAVE_PARTNER, [
    member,
    partner.id,
    storable(partner.name),
    storable(partner.name.toLowerCase()),
    wordsOf(partner),
    metadata && json(metadata),
    partner.via,
    partner.anchor,
    partner.expiresAt,
    partner.resolvedAt,
    partner.suspended,
    json(partner.pastKeys),
    Math.round(partner.clockOffset),
    partner.lastError && storable(partner.lastError),
    at,
  ])
}

/** What a search looks through: name, identifier, products. */
function wordsOf({ id, name, metadata }: Partner): string {
  const products = metadata?.products?.flatMap((product) => [product.code, product.name]) ?? []
  return storable([name, id, ...products].join('\n').toLowerCase())
}

export async function searchPartners(
  database: TypedSql<Schema>,
  member: MemberId,
  words: string | null,
  page: { readonly after: string | null; readonly limit: number },
): Promise<Page<Partner> | Refusal> {
  const list = ['partners', member, words]
  const after = await readCursor(list, page.after, ['text', 'text'])
  if (after instanceof Refusal) return after
  let found = database.kysely
    .selectFrom('partner')
    .selectAll()
    .where('member_id', '=', member)
    .orderBy('sort_name')
    .orderBy('partner')
    .limit(page.limit + 1)
  for (const word of storable(words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .filter(Boolean))
    found = found.where(sql<boolean>`position(${word} in words) > 0`)
  if (after) {
    const [name, id] = after as [string, MemberId]
    found = found.where((eb) => eb(eb.refTuple('sort_name', 'partner'), '>', eb.tuple(name, id)))
  }
  const cursorOf = (last: Row) => makeCursor(list, [last.sort_name, last.partner])
  return pageOf(await found.execute(), page.limit, partnerOf, cursorOf)
}

/** The same statement again is the same truth, and kept once. */
export async function keepStatements(
  database: TypedSql<Schema>,
  member: MemberId,
  partner: MemberId,
  tokens: readonly string[],
  at: Instant,
): Promise<void> {
  if (tokens.length === 0) return
  await database.execute(
    `insert into member_statement (member_id, partner, token, token_hash, received_at)
     select $1, $2, token, token_hash, $5::timestamptz
     from unnest($3::text[], $4::text[]) as statement(token, token_hash)
     on conflict do nothing`,
    [member, partner, tokens, await Promise.all(tokens.map(digestOf)), at],
  )
}
