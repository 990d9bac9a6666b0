import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '../../src/storage/folder-lock.ts'
import { PGLITE_LIMITS, openPglite } from '../../src/storage/pglite.ts'
import { blankPglite, blankPgliteFile, freshPglite } from '../kit/database.ts'
import { freshFolder } from '../kit/folder.ts'
import { runProcess } from '../kit/processes.ts'

const reopen = async (folder: string) => openPglite({ folder, blank: await blankPglite() })

test('keeps what was written when it is closed and opened again', async () => {
  using folder = freshFolder()
  const first = await reopen(folder.path)
  await first.script('create table thing (id integer); insert into thing values (7)')
  await first.close()
  const second = await reopen(folder.path)
  expect(await second.query('select id from thing')).toEqual([{ id: 7 }])
  await second.close()
})

test('creates a folder by itself', async () => {
  using folder = freshFolder()
  const database = await openPglite({ folder: join(folder.path, 'new') })
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }])
  await database.close()
})

test('belongs to one process, and a second one is told which', async () => {
  using folder = freshFolder()
  await using writer = runProcess('write-pglite.ts', [folder.path, await blankPgliteFile()])
  await writer.line()
  await expect(reopen(folder.path)).rejects.toThrow(`process ${writer.pid} is using`)
})

test('holds everything that was acknowledged when its process is killed', async () => {
  using folder = freshFolder()
  await using writer = runProcess('write-pglite.ts', [folder.path, await blankPgliteFile()])
  let acknowledged = 0
  while (acknowledged < 150) acknowledged = Number(await writer.line())
  await writer.kill()

  const database = await reopen(folder.path)
  const [row] = await database.query<{ n: number }>('select count(*) as n from thing')
  expect(row?.n).toBeGreaterThanOrEqual(acknowledged)
  await database.close()
})

test('starts over when its process was killed while creating it', async () => {
  using folder = freshFolder()
  mkdirSync(join(folder.path, 'pglite.new', 'base'), { recursive: true })
  writeFileSync(join(folder.path, 'pglite.new', 'PG_VERSION'), '18\n')
  const database = await reopen(folder.path)
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }])
  await database.close()
  expect(readdirSync(folder.path)).not.toContain('pglite.new')
})

test('names the folder that does not open, and lets go of it', async () => {
  using folder = freshFolder()
  mkdirSync(join(folder.path, 'pglite'))
  writeFileSync(join(folder.path, 'pglite', 'PG_VERSION'), '12\n')
  await expect(reopen(folder.path)).rejects.toThrow(
    `the embedded database in ${join(folder.path, 'pglite')} (PostgreSQL 12) does not open`,
  )
  lockFolder(folder.path).release()
})

test('lets go of its folder when it is closed, also twice', async () => {
  using folder = freshFolder()
  const database = await reopen(folder.path)
  await Promise.all([database.close(), database.close()])
  lockFolder(folder.path).release()
  await expect(database.query('select 1')).rejects.toMatchObject({ name: 'StorageUnavailable' })
})

test('refuses to wait for itself inside a transaction', async () => {
  await using fresh = await freshPglite({ schema: 'none' })
  const { database } = fresh
  const says = 'inside a transaction, use the handle that it gives'
  await database.transaction(async () => {
    await expect(database.query('select 1')).rejects.toThrow(says)
    await expect(database.script('select 1')).rejects.toThrow(says)
    await expect(database.transaction(async () => {})).rejects.toThrow(says)
  })
})

test('takes statements from elsewhere while a transaction runs, and after it from its own call', async () => {
  await using fresh = await freshPglite({ schema: 'none' })
  const { database } = fresh
  const { promise: open, resolve: finish } = Promise.withResolvers<void>()
  let later: Promise<object[]> | undefined
  const transaction = database.transaction(async (tx) => {
    later = open
      .then(() => undefined)
      .then(async () => {
        await transaction
        return database.query('select 2 as two')
      })
    await open
    await tx.query('select 1')
  })
  const beside = database.query('select 3 as three')
  finish()
  expect(await beside).toEqual([{ three: 3 }])
  expect(await later).toEqual([{ two: 2 }])
})

test('says what it does not promise', () => {
  expect(PGLITE_LIMITS).toMatch(/killed process.*power cut.*one connection.*one process/)
})
