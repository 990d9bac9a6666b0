// How a member's people are told: settings and channels. Secrets come and go sealed.
import type { AlertSettings } from '../../core/alerts/settings.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import type { AlertStore, StoredAlertSettings, StoredChannel } from '../../flows/alert-ports.ts'
import type { Beside } from '../../flows/member-ports.ts'
import { withBeside } from '../beside.ts'
import type { Database, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'
import { json } from '../values.ts'

export async function settingsOf(
  { kysely }: TypedSql<Schema>,
  member: MemberId,
): Promise<StoredAlertSettings | null> {
  const row = await kysely
    .selectFrom('alert_settings')
    .select(['version', 'settings'])
    .where('member_id', '=', member)
    .executeTakeFirst()
  return row ?? null
}

export async function saveSettings(
  database: Database<Schema>,
  member: MemberId,
  settings: AlertSettings,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on'> {
  const done = await withBeside(database, member, beside, async (tx) => {
    const saved =
      expected === 0
        ? await tx.execute(
            `insert into alert_settings (member_id, version, settings) values ($1, 1, $2)
             on conflict do nothing`,
            [member, json(settings)],
          )
        : await tx.execute(
            `update alert_settings set version = version + 1, settings = $3
             where member_id = $1 and version = $2`,
            [member, expected, json(settings)],
          )
    return saved === 0 ? null : ('done' as const)
  })
  return done ?? 'moved-on'
}

const channelsQuery = ({ kysely }: TypedSql<Schema>, member: MemberId) =>
  kysely
    .selectFrom('alert_channel')
    .select(['channel_id as id', 'version', 'channel', 'secret'])
    .where('member_id', '=', member)

export const channels = (sql: TypedSql<Schema>, member: MemberId): Promise<StoredChannel[]> =>
  channelsQuery(sql, member).orderBy('created_at').orderBy('channel_id').execute()

export async function findChannel(
  sql: TypedSql<Schema>,
  member: MemberId,
  id: string,
): Promise<StoredChannel | null> {
  return (await channelsQuery(sql, member).where('channel_id', '=', id).executeTakeFirst()) ?? null
}

export async function saveChannel(
  database: Database<Schema>,
  member: MemberId,
  { id, channel, secret }: Omit<StoredChannel, 'version'>,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on'> {
  const done = await withBeside(database, member, beside, async (tx) => {
    const saved =
      expected === 0
        ? await tx.execute(
            `insert into alert_channel (member_id, channel_id, version, channel, secret, created_at)
             values ($1, $2, 1, $3, $4, $5::timestamptz) on conflict do nothing`,
            [member, id, json(channel), secret, beside.at],
          )
        : await tx.execute(
            `update alert_channel set version = version + 1, channel = $4, secret = $5
             where member_id = $1 and channel_id = $2 and version = $3`,
            [member, id, expected, json(channel), secret],
          )
    return saved === 0 ? null : ('done' as const)
  })
  return done ?? 'moved-on'
}

export async function removeChannel(
  database: Database<Schema>,
  member: MemberId,
  id: string,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on'> {
  const done = await withBeside(database, member, beside, async (tx) => {
    const removed = await tx.execute(
      'delete from alert_channel where member_id = $1 and channel_id = $2 and version = $3',
      [member, id, expected],
    )
    return removed === 0 ? null : ('done' as const)
  })
  return done ?? 'moved-on'
}

export async function resealSecrets(
  database: Database<Schema>,
  reseal: Parameters<AlertStore['resealSecrets']>[0],
): Promise<number> {
  const rows = await database.kysely
    .selectFrom('alert_channel')
    .select(['member_id as member', 'channel_id as name', 'secret'])
    .execute()
  const held = rows.flatMap(({ secret, ...of }) => (secret ? [{ ...of, sealed: secret }] : []))
  const resealed = await Promise.all(held.map(async (of) => ({ of, next: await reseal(of) })))
  return database.transaction(async (tx) => {
    let changed = 0
    for (const { of, next } of resealed)
      changed += await tx.execute(
        `update alert_channel set secret = $4
         where member_id = $1 and channel_id = $2 and secret = $3`,
        [of.member, of.name, of.sealed, next],
      )
    return changed
  })
}
