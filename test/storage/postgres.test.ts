import { describe, expect, test } from 'vitest'
import { migrate } from '../../src/storage/migrate.ts'
import { MIGRATIONS } from '../../src/storage/migrations.generated.ts'
import { openPostgres, standsBehindPooler } from '../../src/storage/postgres.ts'
import { freshDatabase } from '../kit/database.ts'
import { freshPooled, noPgbouncer } from '../kit/pgbouncer.ts'
import { freePort, startPostgres } from '../kit/postgres-server.ts'

const NAMED = { name: 'one', text: 'select 1 as one' }
const ONE = [{ one: 1 }]

describe('a pool', () => {
  test('answers with unavailability while the server is away, and works again when it is back', async () => {
    await using server = await startPostgres()
    const broken: Error[] = []
    const database = openPostgres({ url: server.url, onIdleError: (error) => broken.push(error) })
    await Promise.all([database.query(NAMED), database.query(NAMED)])

    await server.crash()
    const away = { name: 'StorageUnavailable', outcome: 'nothing-changed' }
    await expect(database.query(NAMED)).rejects.toMatchObject(away)
    await expect(database.transaction((tx) => tx.query(NAMED))).rejects.toMatchObject(away)
    expect(broken.length).toBeGreaterThan(0)

    await server.start()
    expect(await database.query(NAMED)).toEqual(ONE)
    expect(await database.transaction((tx) => tx.query(NAMED))).toEqual(ONE)
    await database.close()
  })

  test('opens without a server, and says that it cannot be reached when it is asked', async () => {
    const url = `postgres://nobody@127.0.0.1:${await freePort()}/nothing`
    const database = openPostgres({ url })
    await expect(database.query('select 1')).rejects.toMatchObject({ outcome: 'nothing-changed' })
    await expect(standsBehindPooler(url)).rejects.toMatchObject({ name: 'StorageUnavailable' })
    await database.close()
  })

  test('is unavailable, not hanging, when every connection is taken', async () => {
    await using fresh = await freshDatabase({ schema: 'none' })
    const small = fresh.open({ poolSize: 1, connectTimeoutMs: 50 })
    const inside = small.transaction(() => small.query('select 1'))
    await expect(inside).rejects.toMatchObject({ outcome: 'nothing-changed' })
    expect(await small.query(NAMED)).toEqual(ONE)
  })

  test('replaces a connection that somebody ended, at rest and at work', async () => {
    await using fresh = await freshDatabase({ schema: 'none' })
    const broken: Error[] = []
    const single = fresh.open({ poolSize: 1, onIdleError: (error) => broken.push(error) })
    const pid = async () =>
      (await single.query<{ pid: number }>('select pg_backend_pid() as pid'))[0]?.pid

    const first = await pid()
    await fresh.database.query('select pg_terminate_backend($1, 5000)', [first ?? 0])
    await expect.poll(() => broken.length).toBe(1)
    const second = await pid()
    expect(second).not.toBe(first)

    const killed = single.transaction(async (tx) => {
      await fresh.database.query('select pg_terminate_backend($1, 5000)', [second ?? 0])
      return tx.query('select 1')
    })
    await expect(killed).rejects.toMatchObject({ outcome: 'nothing-changed' })
    expect(await pid()).not.toBe(second)
  })

  test('keeps its connection when a statement is refused', async () => {
    await using fresh = await freshDatabase({ schema: 'none' })
    const single = fresh.open({ poolSize: 1 })
    const pid = () => single.query('select pg_backend_pid() as pid')
    const before = await pid()
    await expect(single.query('select 1 / 0')).rejects.toMatchObject({ sqlstate: '22012' })
    expect(await pid()).toEqual(before)
  })

  test('tells the server who it is', async () => {
    await using fresh = await freshDatabase({ schema: 'none' })
    const rows = await fresh.open({ applicationName: 'gateway-7' }).query(`show application_name`)
    expect(rows).toEqual([{ application_name: 'gateway-7' }])
  })

  test('closes twice, and is unavailable from then on', async () => {
    await using fresh = await freshDatabase({ schema: 'none' })
    const { database } = fresh
    await database.query('select 1')
    await Promise.all([database.close(), database.close()])
    await expect(database.query('select 1')).rejects.toMatchObject({ outcome: 'nothing-changed' })
  })
})

describe('where the connection is ours', () => {
  test('the server keeps a named statement prepared', async () => {
    await using fresh = await freshDatabase({ schema: 'none' })
    const single = fresh.open({ poolSize: 1 })
    await single.query(NAMED)
    expect(await single.query('select name, statement from pg_prepared_statements')).toEqual([
      { name: NAMED.name, statement: NAMED.text },
    ])
  })

  test('a migration under a prepared statement costs one attempt', async () => {
    await using fresh = await freshDatabase({ schema: 'none' })
    await fresh.database.script('create table thing (id integer); insert into thing values (1)')
    const single = fresh.open({ poolSize: 1 })
    const all = { name: 'all', text: 'select * from thing' }
    await single.query(all)
    await fresh.database.script('alter table thing add column note text')
    await expect(single.query(all)).rejects.toMatchObject({ outcome: 'nothing-changed' })
    expect(await single.query(all)).toEqual([{ id: 1, note: null }])
  })

  test('no pooler is seen', async () => {
    await using fresh = await freshDatabase({ schema: 'none' })
    expect(await standsBehindPooler(fresh.url)).toBe(false)
  })
})

describe.skipIf(noPgbouncer)('behind a transaction-mode pooler', () => {
  test('the pooler is seen', async () => {
    await using fresh = await freshPooled({ schema: 'none' })
    expect(await standsBehindPooler(fresh.url)).toBe(true)
  })

  test('named statements that are not meant to be there say what to set', async () => {
    await using fresh = await freshPooled({ schema: 'none' })
    const wrong = fresh.open({ pooler: 'none', poolSize: 20 })
    const results = await Promise.allSettled(Array.from({ length: 200 }, () => wrong.query(NAMED)))
    const reasons = results.flatMap((result) =>
      result.status === 'rejected' ? [String(result.reason)] : [],
    )
    expect(reasons.length).toBeGreaterThan(0)
    expect(reasons.join('\n')).toMatch(/pooler|unsupported startup parameter/)
  })

  test('hundreds of statements and transactions at once share three connections', async () => {
    await using fresh = await freshPooled()
    const { database } = fresh
    await database.script('create table thing (id integer primary key)')
    const insert = { name: 'insert_thing', text: 'insert into thing values ($1)' }
    await Promise.all(
      Array.from({ length: 200 }, (_, id) =>
        id % 2 === 0
          ? database.execute(insert, [id])
          : database.transaction((tx) => tx.execute(insert, [id])),
      ),
    )
    expect(await database.query('select count(*) as n from thing')).toEqual([{ n: 200 }])
  })

  test('ten programs that start at once migrate once', async () => {
    await using fresh = await freshPooled({ schema: 'none' })
    const programs = Array.from({ length: 10 }, () => fresh.open())
    const slow = { name: '9999-slow.sql', sql: 'select pg_sleep(0.2)', breaking: false }
    const migrations = [...MIGRATIONS, { ...slow, sha256: '0'.repeat(64) }]
    const applied = await Promise.all(programs.map((program) => migrate(program, migrations)))
    expect(applied.filter((names) => names.length > 0)).toHaveLength(1)
  })

  test('a statement limit holds for its transaction and not beyond', async () => {
    await using fresh = await freshPooled({ schema: 'none' })
    const { database } = fresh
    const limit = async () =>
      database.transaction((tx) => tx.query('show statement_timeout'), { timeoutMs: 77_000 })
    expect(await limit()).toEqual([{ statement_timeout: '77s' }])
    expect(await database.query('show statement_timeout')).toEqual([{ statement_timeout: '0' }])
  })
})
