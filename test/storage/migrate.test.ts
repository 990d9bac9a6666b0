import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { SchemaFault, inspectSchema, migrate } from '../../src/storage/migrate.ts'
import type { Migration } from '../../src/storage/migrate.ts'
import { MIGRATIONS } from '../../src/storage/migrations.generated.ts'
import { freshDatabase, onBothDatabases } from '../kit/database.ts'

const [record] = MIGRATIONS

function migration(name: string, sql: string, breaking = false): Migration {
  return { name, sql, breaking, sha256: createHash('sha256').update(sql).digest('hex') }
}

const RECORD = record ?? migration('0001-missing.sql', '')
const TWO = migration('0002-two.sql', 'create table two (id integer); insert into two values (2);')
const THREE = migration('0003-three.sql', 'alter table two add column three text')
const FOUR = migration('0004-four.sql', 'create table four ()')
const BREAKING = migration('0004-four.sql', 'drop table two', true)

onBothDatabases('a migration', (make) => {
  test('is applied once, in order, and recorded with its hash', async () => {
    await using fresh = await make({ schema: 'none' })
    const { database } = fresh
    const names = [RECORD.name, TWO.name, THREE.name]
    expect(await migrate(database, [RECORD, TWO, THREE])).toEqual(names)
    expect(await migrate(database, [RECORD, TWO, THREE])).toEqual([])
    const recorded = await database.query('select name, sha256 from schema_migration order by name')
    expect(recorded).toEqual([RECORD, TWO, THREE].map(({ name, sha256 }) => ({ name, sha256 })))
    expect(await database.query('select * from two')).toEqual([{ id: 2, three: null }])
  })

  test('is added to those that are there', async () => {
    await using fresh = await make({ schema: 'none' })
    await migrate(fresh.database, [RECORD, TWO])
    expect(await migrate(fresh.database, [RECORD, TWO, THREE])).toEqual([THREE.name])
  })

  test('is only counted when the schema is inspected', async () => {
    await using fresh = await make({ schema: 'none' })
    const { database } = fresh
    const nothing = { applied: [], unknown: [], fault: null }
    expect(await inspectSchema(database, [RECORD, TWO])).toEqual({
      ...nothing,
      pending: [RECORD.name, TWO.name],
    })
    expect(await database.query(`select to_regclass('schema_migration') as it`)).toEqual([
      { it: null },
    ])
    await migrate(database, [RECORD])
    expect(await inspectSchema(database, [RECORD, TWO])).toEqual({
      ...nothing,
      applied: [RECORD.name],
      pending: [TWO.name],
    })
  })

  test('that was edited after it was applied is refused, and nothing after it is applied', async () => {
    await using fresh = await make({ schema: 'none' })
    const { database } = fresh
    await migrate(database, [RECORD, TWO])
    const edited = migration(TWO.name, `${TWO.sql} -- changed`)
    const attempt = migrate(database, [RECORD, edited, THREE])
    await expect(attempt).rejects.toMatchObject({ name: 'SchemaFault', reason: 'edited' })
    await expect(attempt).rejects.toThrow(TWO.name)
    expect(await inspectSchema(database, [RECORD, edited])).toMatchObject({
      fault: { reason: 'edited' },
    })
    expect(await database.query('select * from two')).toEqual([{ id: 2 }])
  })

  test('of a newer program is tolerated when it breaks nothing', async () => {
    await using fresh = await make({ schema: 'none' })
    const { database } = fresh
    await migrate(database, [RECORD, TWO, THREE, FOUR])
    expect(await migrate(database, [RECORD, TWO, THREE])).toEqual([])
    expect(await inspectSchema(database, [RECORD, TWO, THREE])).toMatchObject({
      unknown: [FOUR.name],
      fault: null,
    })
  })

  test('of a newer program that is marked breaking is refused by the older one', async () => {
    await using fresh = await make({ schema: 'none' })
    const { database } = fresh
    await migrate(database, [RECORD, TWO, THREE, BREAKING])
    const older = migrate(database, [RECORD, TWO, THREE])
    await expect(older).rejects.toMatchObject({ name: 'SchemaFault', reason: 'newer' })
    await expect(older).rejects.toThrow(/0004-four\.sql.*start the newer version/)
    expect(await migrate(database, [RECORD, TWO, THREE, BREAKING])).toEqual([])
  })

  test('that would come before an applied one is refused', async () => {
    await using fresh = await make({ schema: 'none' })
    const { database } = fresh
    await migrate(database, [RECORD, TWO, FOUR])
    const late = migrate(database, [RECORD, TWO, THREE, FOUR])
    await expect(late).rejects.toMatchObject({ name: 'SchemaFault', reason: 'out-of-order' })
    await expect(late).rejects.toThrow(THREE.name)
  })

  test('that fails is named, and leaves nothing of the whole run', async () => {
    await using fresh = await make({ schema: 'none' })
    const { database } = fresh
    await migrate(database, [RECORD])
    const wrong = migration('0003-wrong.sql', 'create table three (); select 1 / 0')
    const failed = migrate(database, [RECORD, TWO, wrong])
    await expect(failed).rejects.toThrow('the migration 0003-wrong.sql failed: division by zero')
    await expect(failed).rejects.toBeInstanceOf(SchemaFault)
    expect(await inspectSchema(database, [RECORD, TWO])).toMatchObject({ pending: [TWO.name] })
    expect(await database.query(`select to_regclass('two') as it`)).toEqual([{ it: null }])
  })
})

test('ten programs that start at once on one PostgreSQL migrate once', async () => {
  await using fresh = await freshDatabase({ schema: 'none' })
  const slow = migration('0002-slow.sql', 'create table two (); select pg_sleep(2.5)')
  const programs = Array.from({ length: 10 }, () => fresh.open({ statementTimeoutMs: 1_000 }))
  const applied = await Promise.all(programs.map((program) => migrate(program, [RECORD, slow])))
  expect(applied.filter((names) => names.length > 0)).toEqual([[RECORD.name, slow.name]])
})

test('a program that is cut off in the middle leaves the migration to the next one', async () => {
  await using fresh = await freshDatabase({ schema: 'none' })
  const suicidal = migration(
    '0002-two.sql',
    'create table two (); select pg_terminate_backend(pg_backend_pid())',
  )
  const cut = migrate(fresh.database, [RECORD, suicidal])
  await expect(cut).rejects.toMatchObject({
    name: 'StorageUnavailable',
    outcome: 'nothing-changed',
  })
  expect(await migrate(fresh.open(), [RECORD, TWO])).toEqual([RECORD.name, TWO.name])
})
