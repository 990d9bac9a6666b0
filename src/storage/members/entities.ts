// The members and alliances that this gateway hosts, and their keys.
import type { Selectable } from 'kysely'
import type { MemberId } from '../../core/kernel/id.ts'
import type { Beside, Entity, EntityKey, KeyPurpose, Profile } from '../../flows/member-ports.ts'
import { withBeside } from '../beside.ts'
import type { Database, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'
import { json } from '../values.ts'
import type { EntityKeyRow, EntityRow } from './member-schema.ts'

/** What profiles written before it was thought of mean by their silence. */
const LATER_FIELDS = { supportProfile: null, shareDutyNames: false } as const

const entityOf = (row: Selectable<EntityRow>): Entity => ({
  id: row.entity_id,
  handle: row.handle,
  role: row.role,
  profile: { ...LATER_FIELDS, ...row.profile },
  authorityHints: row.authority_hints,
  version: row.version,
  createdAt: row.created_at,
})

const entities = ({ kysely }: TypedSql<Schema>) => kysely.selectFrom('entity').selectAll()

export async function findEntity(
  database: TypedSql<Schema>,
  by: { readonly entity_id: MemberId } | { readonly handle: string },
): Promise<Entity | null> {
  const [column, value] =
    'handle' in by ? (['handle', by.handle] as const) : (['entity_id', by.entity_id] as const)
  const row = await entities(database).where(column, '=', value).executeTakeFirst()
  return row ? entityOf(row) : null
}

export async function listEntities(database: TypedSql<Schema>): Promise<Entity[]> {
  const rows = await entities(database).orderBy('created_at').orderBy('entity_id').execute()
  return rows.map(entityOf)
}

export async function createEntity(
  database: Database<Schema>,
  entity: Omit<Entity, 'version'>,
  keys: readonly EntityKey[],
  beside: Beside,
): Promise<'done' | 'exists'> {
  const done = await withBeside(database, entity.id, beside, async (tx) => {
    const created = await tx.execute(
      `insert into entity (entity_id, handle, role, profile, authority_hints, created_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [
        entity.id,
        entity.handle,
        entity.role,
        json(entity.profile),
        entity.authorityHints,
        entity.createdAt,
      ],
    )
    if (created === 0) return null
    for (const key of keys) await saveKey(tx, key)
    return 'done' as const
  })
  return done ?? 'exists'
}

export async function saveProfile(
  database: Database<Schema>,
  id: MemberId,
  expected: number,
  change: { readonly profile: Profile; readonly authorityHints: readonly MemberId[] },
  beside: Beside,
): Promise<'done' | 'moved-on'> {
  const done = await withBeside(database, id, beside, async (tx) => {
    const saved = await tx.execute(
      `update entity set profile = $3, authority_hints = $4, version = version + 1
       where entity_id = $1 and version = $2`,
      [id, expected, json(change.profile), change.authorityHints],
    )
    return saved === 0 ? null : ('done' as const)
  })
  return done ?? 'moved-on'
}

const keyOf = (row: Selectable<EntityKeyRow>): EntityKey => ({
  entity: row.entity_id,
  purpose: row.purpose,
  publicKey: row.public_key,
  state: row.state,
  sealed: row.sealed,
  createdAt: row.created_at,
  activeFrom: row.active_from,
  retiredAt: row.retired_at,
  revoked:
    row.revoked_at === null || row.revoked_reason === null
      ? null
      : { at: row.revoked_at, reason: row.revoked_reason },
})

/** The newest last. */
export async function keysOf(
  { kysely }: TypedSql<Schema>,
  entity: MemberId,
  purpose?: KeyPurpose,
): Promise<EntityKey[]> {
  const keys = kysely
    .selectFrom('entity_key')
    .selectAll()
    .where('entity_id', '=', entity)
    .orderBy('created_at')
    .orderBy('kid')
  const rows = await (purpose ? keys.where('purpose', '=', purpose) : keys).execute()
  return rows.map(keyOf)
}

const SAVE_KEY = `
  insert into entity_key (entity_id, purpose, kid, public_key, state, sealed, created_at,
    active_from, retired_at, revoked_at, revoked_reason)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict on constraint entity_key_is_held_once do update
  set state = excluded.state, sealed = excluded.sealed, active_from = excluded.active_from,
    retired_at = excluded.retired_at, revoked_at = excluded.revoked_at,
    revoked_reason = excluded.revoked_reason`

/** A public key never changes under its name; everything else about it does. */
async function saveKey(tx: TypedSql<Schema>, key: EntityKey): Promise<void> {
  await tx.execute(SAVE_KEY, [
    key.entity,
    key.purpose,
    key.publicKey.kid,
    json(key.publicKey),
    key.state,
    key.sealed,
    key.createdAt,
    key.activeFrom,
    key.retiredAt,
    key.revoked?.at ?? null,
    key.revoked?.reason ?? null,
  ])
}

export async function saveKeys(
  database: Database<Schema>,
  entity: MemberId,
  keys: readonly EntityKey[],
  beside: Beside,
): Promise<void> {
  await withBeside(database, entity, beside, async (tx) => {
    for (const key of keys) await saveKey(tx, { ...key, entity })
    return keys.length
  })
}

/** All of them or none; a key that was changed meanwhile is left to its changer, who sealed it anew. */
export async function resealKeys(
  database: Database<Schema>,
  reseal: (key: EntityKey) => Promise<string>,
): Promise<number> {
  const rows = await database.kysely
    .selectFrom('entity_key')
    .selectAll()
    .where('sealed', 'is not', null)
    .execute()
  const resealed = await Promise.all(
    rows.map(async (row) => ({ row, sealed: await reseal(keyOf(row)) })),
  )
  return database.transaction(async (tx) => {
    let changed = 0
    for (const { row, sealed } of resealed)
      changed += await tx.execute(
        `update entity_key set sealed = $5
         where entity_id = $1 and purpose = $2 and kid = $3 and sealed = $4`,
        [row.entity_id, row.purpose, row.kid, row.sealed, sealed],
      )
    return changed
  })
}
