// One process, one data folder. The lock is held by the operating system on an open file (through SQLite, which Node
// brings along and which locks portably), so it is gone the moment its process is, however that ended; nothing has to
// be judged stale. It holds across containers that share the folder, and within one process too.
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { FolderLocked } from './folder-locked.ts'

const LOCK = 'folder.lock'
/** Who holds it, for people. Nothing depends on it: it outlives its process. */
const HOLDER = 'folder.lock.holder'
const SQLITE_BUSY = 5

export interface FolderLock {
  /** Lets the next one in. May be called twice. */
  release(): void
}

/** Held here as well, since a handle that is collected as garbage lets go of its lock. */
const held = new Set<DatabaseSync>()

/**
 * Takes the folder, creating it (for its owner alone) if need be.
 * @throws FolderLocked at once when somebody has it.
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const real = realpathSync(folder)
  const handle = exclusively(real)
  held.add(handle)
  writeFileSync(join(real, HOLDER), `${process.pid}\n`)
  return {
    release: () => {
      if (held.delete(handle)) handle.close()
    },
  }
}

function exclusively(folder: string): DatabaseSync {
  let handle: DatabaseSync | undefined
  try {
    handle = new DatabaseSync(join(folder, LOCK))
    handle.exec('begin exclusive')
    return handle
  } catch (error) {
    handle?.close()
    if (isBusy(error)) throw new FolderLocked(folder, holderOf(folder), error)
    throw new Error(`the data folder ${folder} cannot be written to`, { cause: error })
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY

/** The pid that was written last, if such a process runs. */
function holderOf(folder: string): number | null {
  try {
    const pid = Number(readFileSync(join(folder, HOLDER), 'utf8'))
    return Number.isSafeInteger(pid) && pid > 0 && isRunning(pid) ? pid : null
  } catch {
    return null
  }
}

/** Signal 0 asks without sending; a process of another user answers EPERM. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
