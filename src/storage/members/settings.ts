// What people set: whom an alliance admits, a member's severity schemes, and who may use its API.
import type { Selectable } from 'kysely'
import type { MemberId } from '../../core/kernel/id.ts'
import type { ApiClient, Beside, StoredScheme, Subordinate } from '../../flows/member-ports.ts'
import { withBeside } from '../beside.ts'
import type { Database, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'
import { json } from '../values.ts'
import type { ApiClientRow, SeveritySchemeRow, SubordinateRow } from './member-schema.ts'

const subordinateOf = (row: Selectable<SubordinateRow>): Subordinate => ({
  anchor: row.anchor,
  member: row.member,
  name: row.name,
  status: row.status,
  jwks: row.jwks,
  requestedAt: row.requested_at,
  decidedAt: row.decided_at,
})

export async function findSubordinate(
  { kysely }: TypedSql<Schema>,
  anchor: MemberId,
  member: MemberId,
): Promise<Subordinate | null> {
  const row = await kysely
    .selectFrom('subordinate')
    .selectAll()
    .where('anchor', '=', anchor)
    .where('member', '=', member)
    .executeTakeFirst()
  return row ? subordinateOf(row) : null
}

export async function listSubordinates(
  { kysely }: TypedSql<Schema>,
  anchor: MemberId,
  status?: Subordinate['status'],
): Promise<Subordinate[]> {
  const all = kysely
    .selectFrom('subordinate')
    .selectAll()
    .where('anchor', '=', anchor)
    .orderBy('member')
  return (await (status ? all.where('status', '=', status) : all).execute()).map(subordinateOf)
}

export async function saveSubordinate(
  database: Database<Schema>,
  subordinate: Subordinate,
  beside: Beside,
): Promise<void> {
  const { anchor, member, name, status, jwks, requestedAt, decidedAt } = subordinate
  await withBeside(database, anchor, beside, (tx) =>
    tx.execute(
      `insert into subordinate (anchor, member, name, status, jwks, requested_at, decided_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict on constraint subordinate_is_known_once do update
       set name = excluded.name, status = excluded.status, jwks = excluded.jwks,
         requested_at = excluded.requested_at, decided_at = excluded.decided_at`,
      [anchor, member, name, status, json(jwks), requestedAt, decidedAt],
    ),
  )
}

const schemeOf = (row: Selectable<SeveritySchemeRow>): StoredScheme => ({
  id: row.scheme,
  version: row.version,
  document: row.document,
  digest: row.digest,
  confirmation: row.confirmation,
  createdAt: row.created_at,
})

const schemes = ({ kysely }: TypedSql<Schema>, member: MemberId) =>
  kysely.selectFrom('severity_scheme').selectAll().where('member_id', '=', member)

/** In the order they were saved. */
export async function listSchemes(
  database: TypedSql<Schema>,
  member: MemberId,
): Promise<StoredScheme[]> {
  return (await schemes(database, member).orderBy('entry').execute()).map(schemeOf)
}

/** One version of a scheme, or the one saved last. */
export async function findScheme(
  database: TypedSql<Schema>,
  member: MemberId,
  id: string,
  version?: string,
): Promise<StoredScheme | null> {
  const found = schemes(database, member).where('scheme', '=', id).orderBy('entry', 'desc').limit(1)
  const row = await (
    version === undefined ? found : found.where('version', '=', version)
  ).executeTakeFirst()
  return row ? schemeOf(row) : null
}

export async function saveScheme(
  database: Database<Schema>,
  member: MemberId,
  scheme: StoredScheme,
  beside: Beside,
): Promise<'done' | 'exists'> {
  const { id, version, document, digest, confirmation, createdAt } = scheme
  const done = await withBeside(database, member, beside, async (tx) => {
    const saved = await tx.execute(
      `insert into severity_scheme (member_id, scheme, version, document, digest, confirmation, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [member, id, version, document, digest, confirmation && json(confirmation), createdAt],
    )
    return saved === 0 ? null : ('done' as const)
  })
  return done ?? 'exists'
}

const clientOf = (row: Selectable<ApiClientRow>): ApiClient => ({
  id: row.client_id,
  member: row.member_id,
  name: row.name,
  secretHash: row.secret_hash,
  jwks: row.jwks,
  scopes: row.scopes,
  disabledAt: row.disabled_at,
  createdAt: row.created_at,
})

/** By its id alone: whose client it is, is what the caller wants to know. */
export async function findClient(
  { kysely }: TypedSql<Schema>,
  id: string,
): Promise<ApiClient | null> {
  const row = await kysely
    .selectFrom('api_client')
    .selectAll()
    .where('client_id', '=', id)
    .executeTakeFirst()
  return row ? clientOf(row) : null
}

export async function listClients(
  { kysely }: TypedSql<Schema>,
  member: MemberId,
): Promise<ApiClient[]> {
  const rows = await kysely
    .selectFrom('api_client')
    .selectAll()
    .where('member_id', '=', member)
    .orderBy('created_at')
    .orderBy('client_id')
    .execute()
  return rows.map(clientOf)
}

/** A client belongs to its member for ever: an id that another member's client has is refused by fault. */
export async function saveClient(
  database: Database<Schema>,
  client: ApiClient,
  beside: Beside,
): Promise<void> {
  const { id, member, name, secretHash, jwks, scopes, disabledAt, createdAt } = client
  await withBeside(database, member, beside, async (tx) => {
    const saved = await tx.execute(
      `insert into api_client as c (client_id, member_id, name, secret_hash, jwks, scopes,
         disabled_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict on constraint api_client_is_known_once do update
       set name = excluded.name, secret_hash = excluded.secret_hash, jwks = excluded.jwks,
         scopes = excluded.scopes, disabled_at = excluded.disabled_at
       where c.member_id = excluded.member_id`,
      [id, member, name, secretHash, jwks && json(jwks), scopes, disabledAt, createdAt],
    )
    if (saved === 0) throw new Error(`the API client ${id} belongs to another member`)
    return saved
  })
}
