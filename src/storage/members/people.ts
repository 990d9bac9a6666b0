// People of ours and their rotas. Whoever stands in a rota is known: the database holds each to the other.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Rota } from '../../core/support/rota.ts'
import type { Beside } from '../../flows/member-ports.ts'
import type { StoredPerson, StoredRota } from '../../flows/duty-ports.ts'
import { withBeside } from '../beside.ts'
import type { Database, TypedSql } from '../database.ts'
import { violates } from '../fault.ts'
import type { Schema } from '../schema.ts'
import { json } from '../values.ts'

const people = ({ kysely }: TypedSql<Schema>, member: MemberId) =>
  kysely
    .selectFrom('person')
    .select(['person_id as id', 'version', 'person'])
    .where('member_id', '=', member)

export const listPeople = (database: TypedSql<Schema>, member: MemberId): Promise<StoredPerson[]> =>
  people(database, member).orderBy('created_at').orderBy('person_id').execute()

export async function findPerson(
  database: TypedSql<Schema>,
  member: MemberId,
  id: string,
): Promise<StoredPerson | null> {
  const row = await people(database, member).where('person_id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function savePerson(
  database: Database<Schema>,
  member: MemberId,
  { id, person }: Omit<StoredPerson, 'version'>,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on'> {
  const done = await withBeside(database, member, beside, async (tx) => {
    const saved =
      expected === 0
        ? await tx.execute(
            `insert into person (member_id, person_id, version, person, created_at)
             values ($1, $2, 1, $3, $4::timestamptz) on conflict do nothing`,
            [member, id, json(person), beside.at],
          )
        : await tx.execute(
            `update person set version = version + 1, person = $4
             where member_id = $1 and person_id = $2 and version = $3`,
            [member, id, expected, json(person)],
          )
    return saved === 0 ? null : ('done' as const)
  })
  return done ?? 'moved-on'
}

export async function removePerson(
  database: Database<Schema>,
  member: MemberId,
  id: string,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on' | 'in-rota'> {
  try {
    return await remove(database, 'person', member, id, expected, beside)
  } catch (error) {
    if (violates(error, 'rota_person_is_a_person')) return 'in-rota'
    throw error
  }
}

const rotas = ({ kysely }: TypedSql<Schema>, member: MemberId) =>
  kysely.selectFrom('rota').select(['version', 'rota']).where('member_id', '=', member)

export const listRotas = (database: TypedSql<Schema>, member: MemberId): Promise<StoredRota[]> =>
  rotas(database, member).orderBy('created_at').orderBy('rota_id').execute()

export async function findRota(
  database: TypedSql<Schema>,
  member: MemberId,
  id: string,
): Promise<StoredRota | null> {
  const row = await rotas(database, member).where('rota_id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function saveRota(
  database: Database<Schema>,
  member: MemberId,
  rota: Rota,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on' | 'person-unknown'> {
  try {
    const done = await withBeside(database, member, beside, async (tx) => {
      const saved = await writeRota(tx, member, rota, expected, beside)
      if (saved === 0) return null
      await tx.execute('delete from rota_person where member_id = $1 and rota_id = $2', [
        member,
        rota.id,
      ])
      await tx.execute(
        `insert into rota_person (member_id, rota_id, person_id)
         select $1, $2, person_id from unnest($3::text[]) as person_id`,
        [member, rota.id, peopleIn(rota)],
      )
      return 'done' as const
    })
    return done ?? 'moved-on'
  } catch (error) {
    if (violates(error, 'rota_person_is_a_person')) return 'person-unknown'
    throw error
  }
}

const writeRota = (
  tx: TypedSql<Schema>,
  member: MemberId,
  rota: Rota,
  expected: number,
  beside: Beside,
): Promise<number> =>
  expected === 0
    ? tx.execute(
        `insert into rota (member_id, rota_id, version, rota, created_at)
         values ($1, $2, 1, $3, $4::timestamptz) on conflict do nothing`,
        [member, rota.id, json(rota), beside.at],
      )
    : tx.execute(
        `update rota set version = version + 1, rota = $4
         where member_id = $1 and rota_id = $2 and version = $3`,
        [member, rota.id, expected, json(rota)],
      )

/** Everybody named anywhere in it, once. */
const peopleIn = ({ people: shifts, overrides, escalateTo }: Rota): string[] => [
  ...new Set([...shifts, ...overrides.map(({ person }) => person), ...escalateTo]),
]

export const removeRota = (
  database: Database<Schema>,
  member: MemberId,
  id: string,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on'> => remove(database, 'rota', member, id, expected, beside)

async function remove(
  database: Database<Schema>,
  table: 'person' | 'rota',
  member: MemberId,
  id: string,
  expected: number,
  beside: Beside,
): Promise<'done' | 'moved-on'> {
  const done = await withBeside(database, member, beside, async (tx) => {
    const removed = await tx.execute(
      `delete from ${table} where member_id = $1 and ${table}_id = $2 and version = $3`,
      [member, id, expected],
    )
    return removed === 0 ? null : ('done' as const)
  })
  return done ?? 'moved-on'
}
