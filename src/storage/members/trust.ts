// Whom a member trusts, by alliance or by comparing keys, and what it agreed with whom.
import type { PublicKey } from '../../core/cases/case.ts'
import type { CaseId, MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import type { Agreement } from '../../core/members/agreement.ts'
import type { Beside, MemberStore } from '../../flows/member-ports.ts'
import { withBeside } from '../beside.ts'
import type { Database, TypedSql } from '../database.ts'
import type { Schema } from '../schema.ts'
import { json } from '../values.ts'

type Anchor = { readonly id: MemberId; readonly keys: readonly PublicKey[] }

export const trustedAnchors = ({ kysely }: TypedSql<Schema>, member: MemberId): Promise<Anchor[]> =>
  kysely
    .selectFrom('trusted_anchor')
    .select(['anchor as id', 'keys'])
    .where('member_id', '=', member)
    .orderBy('at')
    .orderBy('anchor')
    .execute()

export async function trustAnchor(
  database: Database<Schema>,
  member: MemberId,
  { id, keys }: Anchor,
  beside: Beside,
): Promise<void> {
  await withBeside(database, member, beside, (tx) =>
    tx.execute(
      `insert into trusted_anchor (member_id, anchor, keys, at) values ($1, $2, $3, $4)
       on conflict on constraint trusted_anchor_is_trusted_once do update set keys = excluded.keys`,
      [member, id, json(keys), beside.at],
    ),
  )
}

export async function pinOf(
  { kysely }: TypedSql<Schema>,
  member: MemberId,
  partner: MemberId,
): Promise<readonly string[] | null> {
  const row = await kysely
    .selectFrom('pin')
    .select('thumbprints')
    .where('member_id', '=', member)
    .where('partner', '=', partner)
    .executeTakeFirst()
  return row?.thumbprints ?? null
}

export async function pin(
  database: Database<Schema>,
  member: MemberId,
  partner: MemberId,
  thumbprints: readonly string[],
  beside: Beside,
): Promise<void> {
  await withBeside(database, member, beside, (tx) =>
    tx.execute(
      `insert into pin (member_id, partner, thumbprints, at) values ($1, $2, $3, $4)
       on conflict on constraint pin_is_one_for_each_partner do update
       set thumbprints = excluded.thumbprints, at = excluded.at`,
      [member, partner, thumbprints, beside.at],
    ),
  )
}

export async function agreementWith(
  { kysely }: TypedSql<Schema>,
  member: MemberId,
  partner: MemberId,
): Promise<{ agreement: Agreement; version: number } | null> {
  const row = await kysely
    .selectFrom('agreement')
    .select(['agreement', 'version'])
    .where('member_id', '=', member)
    .where('partner', '=', partner)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export const listAgreements = (
  { kysely }: TypedSql<Schema>,
  member: MemberId,
): ReturnType<MemberStore['listAgreements']> =>
  kysely
    .selectFrom('agreement')
    .distinctOn('partner')
    .select(['agreement', 'version', 'at'])
    .where('member_id', '=', member)
    .orderBy('partner')
    .orderBy('version', 'desc')
    .execute()

/** The next version; the key of versions lets only one of two through. */
export async function saveAgreement(
  database: Database<Schema>,
  member: MemberId,
  agreement: Agreement,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on'> {
  const done = await withBeside(database, member, beside, async (tx) => {
    const saved = await tx.execute(
      `insert into agreement (member_id, partner, version, agreement, at)
       select $1, $2, $3::integer + 1, $4::json, $5::timestamptz
       where (select coalesce(max(version), 0) from agreement
         where member_id = $1 and partner = $2) = $3::integer
       on conflict do nothing`,
      [member, agreement.partner, expected, json(agreement), beside.at],
    )
    return saved === 0 ? null : ('done' as const)
  })
  return done ?? 'moved-on'
}

export async function countAsked(
  database: TypedSql<Schema>,
  member: MemberId,
  partner: MemberId,
  hourAgo: Instant,
  dayAgo: Instant,
): Promise<{ hour: number; day: number }> {
  const [row] = await database.query<{ hour: number; day: number }>(
    `select count(*) filter (where at > $3::timestamptz) as hour, count(*) as day
     from asked_engagement where member_id = $1 and partner = $2 and at > $4::timestamptz`,
    [member, partner, hourAgo, dayAgo],
  )
  return row ?? { hour: 0, day: 0 }
}

export async function noteAsked(
  database: TypedSql<Schema>,
  member: MemberId,
  partner: MemberId,
  caseId: CaseId,
  at: Instant,
): Promise<void> {
  await database.execute(
    'insert into asked_engagement (member_id, partner, case_id, at) values ($1, $2, $3, $4)',
    [member, partner, caseId, at],
  )
}
