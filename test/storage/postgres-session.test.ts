import { expect, test } from 'vitest'
import { freshDatabase } from '../kit/database.ts'
import { tcpProxy } from '../kit/tcp-proxy.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { PostgresOptions } from '../../src/storage/postgres.ts'

const THING = 'create table thing (id integer primary key)'
const INSERT = 'insert into thing values (1)'
const COUNT = 'select count(*) as n from thing'

/** A database reached over a wire that the test can cut, and directly. */
async function overAWire(options: Omit<PostgresOptions, 'url'> = {}) {
  const fresh = await freshDatabase({ schema: 'none' })
  await fresh.database.script(THING)
  const url = new URL(fresh.url)
  const wire = await tcpProxy(url.hostname, Number(url.port))
  url.port = String(wire.port)
  const far = openPostgres({ url: url.href, ...options })
  return {
    wire,
    far,
    near: fresh.database,
    [Symbol.asyncDispose]: async () => {
      await far.close()
      await wire[Symbol.asyncDispose]()
      await fresh[Symbol.asyncDispose]()
    },
  }
}

test('nothing is written when the connection breaks inside a transaction', async () => {
  await using there = await overAWire()
  there.wire.breakAt('insert', 'after')
  const lost = there.far.transaction((tx) => tx.execute(INSERT))
  await expect(lost).rejects.toMatchObject({
    name: 'StorageUnavailable',
    outcome: 'nothing-changed',
  })
  expect(await there.near.query(COUNT)).toEqual([{ n: 0 }])
})

test('nobody knows whether it is written when the answer to the commit is lost', async () => {
  await using there = await overAWire()
  there.wire.breakAt('commit', 'after')
  const lost = there.far.transaction((tx) => tx.execute(INSERT))
  await expect(lost).rejects.toMatchObject({ name: 'StorageUnavailable', outcome: 'unknown' })
  expect(await there.near.query(COUNT)).toEqual([{ n: 1 }])
})

test('nobody knows either when the commit never arrived', async () => {
  await using there = await overAWire()
  there.wire.breakAt('commit', 'before')
  const lost = there.far.transaction((tx) => tx.execute(INSERT))
  await expect(lost).rejects.toMatchObject({ name: 'StorageUnavailable', outcome: 'unknown' })
  expect(await there.near.query(COUNT)).toEqual([{ n: 0 }])
})

test('nobody knows when the connection breaks under a statement of its own', async () => {
  await using there = await overAWire()
  there.wire.breakAt('insert', 'after')
  await expect(there.far.execute(INSERT)).rejects.toMatchObject({ outcome: 'unknown' })
  expect(await there.near.query(COUNT)).toEqual([{ n: 1 }])
})

test('a wire that falls silent is given up after the limit, and the next one works', async () => {
  await using there = await overAWire({ statementTimeoutMs: 20, poolSize: 1 })
  await there.far.query('select 1')
  there.wire.silence()
  await expect(there.far.query('select 1')).rejects.toMatchObject({ outcome: 'unknown' })
})

test('a statement that takes too long is ended by the server', async () => {
  await using fresh = await freshDatabase({ schema: 'none' })
  const hasty = fresh.open({ statementTimeoutMs: 30, poolSize: 1 })
  const slow = () => hasty.query('select pg_sleep(60)')
  await expect(slow()).rejects.toMatchObject({
    outcome: 'nothing-changed',
    cause: { code: '57014' },
  })
  expect(await hasty.query('select 1 as one')).toEqual([{ one: 1 }])
})

test('a transaction may ask for more time, for itself alone', async () => {
  await using fresh = await freshDatabase({ schema: 'none' })
  const hasty = fresh.open({ statementTimeoutMs: 30, poolSize: 1 })
  const patient = hasty.transaction((tx) => tx.query(`select 1 as one from pg_sleep(0.1)`), {
    timeoutMs: 60_000,
  })
  expect(await patient).toEqual([{ one: 1 }])
  expect(await hasty.query('show statement_timeout')).toEqual([{ statement_timeout: '30ms' }])
})

test('two transactions that wait for each other both succeed in the end', async () => {
  await using fresh = await freshDatabase({ schema: 'none' })
  const { database } = fresh
  await database.script(`create table pair (id integer primary key, hits integer);
    insert into pair values (1, 0), (2, 0); alter database ${new URL(fresh.url).pathname.slice(1)} set deadlock_timeout = '10ms'`)
  const touch = 'update pair set hits = hits + 1 where id = $1'
  let attempts = 0
  const { promise: bothHold, resolve: proceed } = Promise.withResolvers<void>()
  const inOrder = (first: number, second: number) =>
    database.transaction(async (tx) => {
      await tx.execute(touch, [first])
      if (++attempts >= 2) proceed()
      await bothHold
      await tx.execute(touch, [second])
    })
  await Promise.all([inOrder(1, 2), inOrder(2, 1)])
  expect(await database.query('select hits from pair')).toEqual([{ hits: 2 }, { hits: 2 }])
  expect(attempts).toBeGreaterThan(2)
})
