// What every database promises to the rest of storage, as tests: run for PostgreSQL, for PGlite, and through a pooler.
import { expect, test } from 'vitest'
import { sql } from 'kysely'
import { SqlFault, violates } from '../../src/storage/fault.ts'
import { ValueFault } from '../../src/storage/values.ts'
import type { Fresh } from './database.ts'

const THING = `
  create table thing (
    id integer constraint thing_id_unique primary key,
    name text not null,
    parent integer constraint thing_has_parent references thing (id) deferrable initially deferred
  )`

const COUNT = { name: 'count_things', text: 'select count(*) as n from thing' }

const insert = (id: number) => [`insert into thing (id, name) values ($1, 'x')`, [id]] as const

export function databaseSuite(make: (options: { schema: 'none' }) => Promise<Fresh>): void {
  const withThings = async () => {
    const fresh = await make({ schema: 'none' })
    await fresh.database.script(THING)
    return fresh
  }

  test('answers rows, and counts what a statement changed', async () => {
    await using fresh = await withThings()
    const { database } = fresh
    expect(await database.execute(...insert(1))).toBe(1)
    expect(await database.execute('update thing set name = $1 where id < $2', ['y', 9])).toBe(1)
    expect(await database.execute('delete from thing where id = 7')).toBe(0)
    expect(await database.query('select id, name from thing')).toEqual([{ id: 1, name: 'y' }])
    expect(await database.query('select id from thing where false')).toEqual([])
  })

  test('takes one statement at a time with parameters, several in a script', async () => {
    await using fresh = await withThings()
    const { database } = fresh
    await expect(database.query('select 1; select 2')).rejects.toThrow(SqlFault)
    await database.script(`insert into thing values (1, 'a'); insert into thing values (2, 'b')`)
    expect(await database.query(COUNT)).toEqual([{ n: 2 }])
  })

  test('takes a script whole or not at all', async () => {
    await using fresh = await withThings()
    const twice = `insert into thing values (1, 'a'); insert into thing values (1, 'a')`
    await expect(fresh.database.script(twice)).rejects.toThrow(SqlFault)
    expect(await fresh.database.query(COUNT)).toEqual([{ n: 0 }])
  })

  test('runs a named statement any number of times', async () => {
    await using fresh = await withThings()
    for (let id = 1; id <= 20; id++) {
      await fresh.database.execute(...insert(id))
      expect(await fresh.database.query(COUNT)).toEqual([{ n: id }])
    }
  })

  test('commits a transaction', async () => {
    await using fresh = await withThings()
    const result = await fresh.database.transaction(async (tx) => {
      await tx.execute(...insert(1))
      await tx.script(`insert into thing values (2, 'b'); insert into thing values (3, 'c')`)
      return tx.query(COUNT)
    })
    expect(result).toEqual([{ n: 3 }])
    expect(await fresh.database.query(COUNT)).toEqual([{ n: 3 }])
  })

  test('rolls back what a transaction did before it threw, and passes on what it threw', async () => {
    await using fresh = await withThings()
    const why = new Error('changed my mind')
    const abandoned = fresh.database.transaction(async (tx) => {
      await tx.execute(...insert(1))
      throw why
    })
    await expect(abandoned).rejects.toBe(why)
    expect(await fresh.database.query(COUNT)).toEqual([{ n: 0 }])
  })

  test('does not call a transaction committed in which a statement failed', async () => {
    await using fresh = await withThings()
    const swallowed = fresh.database.transaction(async (tx) => {
      await tx.execute(...insert(1))
      await tx.execute(...insert(1)).catch(() => {})
      return 'all is well'
    })
    await expect(swallowed).rejects.toMatchObject({ name: 'SqlFault', sqlstate: '25P02' })
    expect(await fresh.database.query(COUNT)).toEqual([{ n: 0 }])
  })

  test('names the constraint that a commit violates', async () => {
    await using fresh = await withThings()
    const orphan = fresh.database.transaction((tx) =>
      tx.execute(`insert into thing values (1, 'x', 99)`),
    )
    await expect(orphan).rejects.toMatchObject({
      sqlstate: '23503',
      constraint: 'thing_has_parent',
    })
    expect(await fresh.database.query(COUNT)).toEqual([{ n: 0 }])
  })

  test('names the constraint that a statement violates, and goes on', async () => {
    await using fresh = await withThings()
    const { database } = fresh
    await database.execute(...insert(1))
    const error: unknown = await database.execute(...insert(1)).catch((thrown: unknown) => thrown)
    expect(violates(error, 'thing_id_unique')).toBe(true)
    expect(await database.query(COUNT)).toEqual([{ n: 1 }])
  })

  test('refuses text that no database can hold', async () => {
    await using fresh = await withThings()
    const { database } = fresh
    const named = (name: string) => database.execute('insert into thing values (1, $1)', [name])
    await expect(named('a\0b')).rejects.toMatchObject({ sqlstate: '22021' })
    await expect(named('a\ud800')).rejects.toThrow(ValueFault)
    expect(await database.query(COUNT)).toEqual([{ n: 0 }])
  })

  test('rolls back when a value cannot be sent', async () => {
    await using fresh = await withThings()
    const broken = fresh.database.transaction(async (tx) => {
      await tx.execute(...insert(1))
      await tx.query('select $1::float8', [Number.NaN])
    })
    await expect(broken).rejects.toThrow(ValueFault)
    expect(await fresh.database.query(COUNT)).toEqual([{ n: 0 }])
  })

  test('lets nobody use the handle of a transaction that is over', async () => {
    await using fresh = await withThings()
    const escaped = await fresh.database.transaction(async (tx) => ({ tx }))
    await expect(escaped.tx.query('select 1')).rejects.toThrow('is over')
    await expect(escaped.tx.script('select 1')).rejects.toThrow('is over')
  })

  test('runs many transactions at once, each whole', async () => {
    await using fresh = await withThings()
    const { database } = fresh
    await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        database
          .transaction(async (tx) => {
            await tx.execute(...insert(2 * i))
            await tx.execute(...insert(2 * i + 1))
            if (i % 3 === 0) throw new Error('not this one')
          })
          .catch(() => {}),
      ),
    )
    expect(await database.query(COUNT)).toEqual([{ n: 40 }])
  })

  test('runs what kysely builds, with the same values and faults', async () => {
    await using fresh = await withThings()
    const { database } = fresh
    await database.execute(...insert(1))
    const built = sql<{ id: number; at: string }>`
      select id, to_timestamp(${0}::int) as at from thing where id = any(${[1, 2]}::int[])`
    expect((await built.execute(database.kysely)).rows).toEqual([
      { id: 1, at: '1970-01-01T00:00:00.000Z' },
    ])
    const changed = await sql`update thing set name = ${'z'}`.execute(database.kysely)
    expect(changed.numAffectedRows).toBe(1n)
    await expect(sql`select ${1} / 0`.execute(database.kysely)).rejects.toMatchObject({
      sqlstate: '22012',
    })
    await expect(
      database.transaction(async (tx) => {
        await sql`delete from thing`.execute(tx.kysely)
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await database.query(COUNT)).toEqual([{ n: 1 }])
  })

  test('does not open transactions through kysely', async () => {
    await using fresh = await withThings()
    const { kysely } = fresh.database
    await expect(kysely.transaction().execute(async () => {})).rejects.toThrow(
      'Database.transaction',
    )
  })
}
