import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lockFolder } from '../../src/storage/folder-lock.ts'
import { FolderLocked } from '../../src/storage/folder-locked.ts'
import { freshFolder } from '../kit/folder.ts'
import { runProcess } from '../kit/processes.ts'

test('creates the folder for its owner alone', () => {
  using parent = freshFolder()
  const folder = join(parent.path, 'a', 'b')
  lockFolder(folder).release()
  expect(statSync(folder).mode & 0o777).toBe(0o700)
})

test('names the process and the folder to whoever comes second', async () => {
  using folder = freshFolder()
  await using holder = runProcess('hold-folder.ts', [folder.path])
  expect(await holder.line()).toBe('locked')
  expect(() => lockFolder(folder.path)).toThrow(
    `process ${holder.pid} is using the data folder ${folder.path}; stop it first, or choose another folder`,
  )
})

test('is free the moment its process is killed', async () => {
  using folder = freshFolder()
  await using holder = runProcess('hold-folder.ts', [folder.path])
  expect(await holder.line()).toBe('locked')
  expect(() => lockFolder(folder.path)).toThrow(FolderLocked)
  await holder.kill()
  lockFolder(folder.path).release()
})

test('goes to one of many that rush in after a killed one', async () => {
  using folder = freshFolder()
  await using dead = runProcess('hold-folder.ts', [folder.path])
  await dead.line()
  await dead.kill()
  const rush = Array.from({ length: 5 }, () => runProcess('hold-folder.ts', [folder.path]))
  const said = await Promise.all(rush.map((process) => process.line()))
  await Promise.all(rush.map((process) => process.kill()))
  expect(said.filter((line) => line === 'locked')).toHaveLength(1)
  expect(said.filter((line) => line?.startsWith('FolderLocked: '))).toHaveLength(4)
})

test('holds within one process too, and by any name of the folder', () => {
  using folder = freshFolder()
  using elsewhere = freshFolder()
  const alias = join(elsewhere.path, 'alias')
  symlinkSync(folder.path, alias)
  const lock = lockFolder(folder.path)
  expect(() => lockFolder(folder.path)).toThrow(`process ${process.pid}`)
  expect(() => lockFolder(alias)).toThrow(folder.path)
  lock.release()
  lock.release()
  lockFolder(alias).release()
})

test('does not name a process that is long gone', () => {
  using folder = freshFolder()
  const lock = lockFolder(folder.path)
  writeFileSync(join(folder.path, 'folder.lock.holder'), '4194303999\n')
  expect(() => lockFolder(folder.path)).toThrow('another process is using')
  writeFileSync(join(folder.path, 'folder.lock.holder'), 'rubbish')
  expect(() => lockFolder(folder.path)).toThrow('another process is using')
  lock.release()
})

test('says so when it cannot write there', () => {
  using folder = freshFolder()
  mkdirSync(join(folder.path, 'folder.lock'))
  chmodSync(folder.path, 0o700)
  expect(() => lockFolder(folder.path)).toThrow(
    `the data folder ${folder.path} cannot be written to`,
  )
})
