import { chmodSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  addMaster,
  dropOldMasters,
  loadMasters,
  looseMode,
  masterKeyPath,
} from '../../src/runtime/master-keys.ts'
import { freshFolder } from '../kit/folder.ts'

const isNew = async (): Promise<boolean> => true
const isOld = async (): Promise<boolean> => false
const KEY = 'A'.repeat(43)
const OTHER = `${'B'.repeat(42)}A`
const inFolder = (data: string) => ({ data, masterKey: null, masterKeyFile: null })

describe('the master key', () => {
  it('is made for a new database, readable by its owner alone, and the same ever after', async () => {
    using folder = freshFolder()
    const where = inFolder(folder.path)
    const [made] = await loadMasters(where, isNew)
    expect(statSync(masterKeyPath(where)).mode & 0o777).toBe(0o600)
    expect((await loadMasters(where, isOld))[0].id).toBe(made.id)
    expect(looseMode(where)).toBeNull()
  })

  it('is never made anew for a database that has sealed keys', async () => {
    using folder = freshFolder()
    const where = inFolder(folder.path)
    await expect(loadMasters(where, isOld)).rejects.toThrow('bring it back')
    expect(existsSync(masterKeyPath(where))).toBe(false)
  })

  it('comes from the environment, the newest first', async () => {
    const where = { data: '/nowhere', masterKey: `${KEY}, ${OTHER}`, masterKeyFile: null }
    const both = await loadMasters(where, isOld)
    const [first] = await loadMasters({ ...where, masterKey: KEY }, isOld)
    expect(both).toHaveLength(2)
    expect(both[0].id).toBe(first.id)
  })

  it.each(['', 'short', 'A'.repeat(44), `${KEY},nonsense`])('is refused as %j', async (text) => {
    const where = { data: '/nowhere', masterKey: text, masterKeyFile: null }
    await expect(loadMasters(where, isOld)).rejects.toThrow('ENTENTE_MASTER_KEY')
  })

  it('in a file that others may read is noticed', async () => {
    using folder = freshFolder()
    const where = inFolder(folder.path)
    await loadMasters(where, isNew)
    chmodSync(masterKeyPath(where), 0o640)
    expect(looseMode(where)).toBe('0640')
  })

  it('is rotated in two steps, and an interrupted rotation makes no third key', async () => {
    using folder = freshFolder()
    const path = join(folder.path, 'key')
    writeFileSync(path, `${KEY}\n`)
    const where = { data: folder.path, masterKey: null, masterKeyFile: path }
    const [old] = await loadMasters(where, isOld)
    addMaster(where)
    addMaster(where)
    const both = await loadMasters(where, isOld)
    expect(both.map(({ id }) => id)).toContain(old.id)
    expect(both).toHaveLength(2)
    expect(both[0].id).not.toBe(old.id)
    dropOldMasters(where)
    expect((await loadMasters(where, isOld)).map(({ id }) => id)).toEqual([both[0].id])
    expect(readFileSync(path, 'utf8')).not.toContain(KEY)
    rmSync(path)
  })
})
