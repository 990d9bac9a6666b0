// Support profiles: a member's own versions, and every document by its hash, so that an engagement finds the one it names for good.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Beside } from '../../flows/member-ports.ts'
import type { StoredSupportProfile, SupportDocument } from '../../flows/duty-ports.ts'
import { withBeside } from '../beside.ts'
import type { Database, Sql, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'

/** Versions of one partner's profile that are kept. */
const MOST_VERSIONS = 100

/** What is our own stays our own, also where a partner publishes the same text. */
const KEEP_OWN = `
  insert into support_document (member_id, digest, source, document, at)
  values ($1, $2, $1, $3, $4::timestamptz)
  on conflict on constraint support_document_is_kept_once do update set source = excluded.source`

const KEEP_THEIRS = `
  insert into support_document (member_id, digest, source, document, at)
  values ($1, $2, $3, $4, $5::timestamptz) on conflict do nothing`

const FORGET_OLDEST = `
  delete from support_document where member_id = $1 and source = $2 and entry < (
    select min(entry) from (
      select entry from support_document where member_id = $1 and source = $2
      order by entry desc limit $3::integer) as latest)`

const keepOwn = (tx: Sql, member: MemberId, own: SupportDocument, at: Instant): Promise<number> =>
  tx.execute(KEEP_OWN, [member, own.digest, own.document, at])

export async function keepSupportDocument(
  database: TypedSql<Schema>,
  member: MemberId,
  source: MemberId,
  { digest, document }: SupportDocument,
  at: Instant,
): Promise<void> {
  if (source === member) {
    await keepOwn(database, member, { digest, document }, at)
    return
  }
  const kept = await database.execute(KEEP_THEIRS, [member, digest, source, document, at])
  if (kept > 0) await database.execute(FORGET_OLDEST, [member, source, MOST_VERSIONS])
}

export async function findSupportDocument(
  { kysely }: TypedSql<Schema>,
  member: MemberId,
  digest: string,
  source?: MemberId,
): Promise<string | null> {
  const found = kysely
    .selectFrom('support_document')
    .select('document')
    .where('member_id', '=', member)
    .where('digest', '=', digest)
  const row = await (source === undefined ? found : found.where('source', '=', source))
    .limit(1)
    .executeTakeFirst()
  return row?.document ?? null
}

const profiles = ({ kysely }: TypedSql<Schema>, member: MemberId) =>
  kysely
    .selectFrom('support_profile as p')
    .innerJoin('support_document as d', (join) =>
      join.onRef('d.member_id', '=', 'p.member_id').onRef('d.digest', '=', 'p.digest'),
    )
    .select(['p.version', 'p.digest', 'd.document', 'p.created_at as createdAt'])
    .where('p.member_id', '=', member)

export const listSupportProfiles = (
  database: TypedSql<Schema>,
  member: MemberId,
): Promise<StoredSupportProfile[]> => profiles(database, member).orderBy('p.entry').execute()

export async function findSupportProfile(
  database: TypedSql<Schema>,
  member: MemberId,
  version: string,
): Promise<StoredSupportProfile | null> {
  const row = await profiles(database, member).where('p.version', '=', version).executeTakeFirst()
  return row ?? null
}

/** Once there, a version stays as it is. */
export async function saveSupportProfile(
  database: Database<Schema>,
  member: MemberId,
  profile: StoredSupportProfile,
  beside: Beside,
): Promise<'done' | 'exists'> {
  const { version, digest, createdAt } = profile
  const done = await withBeside(database, member, beside, async (tx) => {
    const there = await tx.execute(
      'select 1 from support_profile where member_id = $1 and version = $2',
      [member, version],
    )
    if (there > 0) return null
    await keepOwn(tx, member, profile, createdAt)
    const saved = await tx.execute(
      `insert into support_profile (member_id, version, digest, created_at)
       values ($1, $2, $3, $4::timestamptz) on conflict do nothing`,
      [member, version, digest, createdAt],
    )
    return saved === 0 ? null : ('done' as const)
  })
  return done ?? 'exists'
}
