// The high-water mark as a file beside the database: the event each member signed last, so that a database restored from an older
// copy is noticed before it signs a second history (D23). Written behind, a few times a second at most.
import { readFile, rename, writeFile } from 'node:fs/promises'
import { z } from 'zod'
import { EventId, MemberId } from '../core/kernel/id.ts'
import type { HighWater } from '../flows/ports.ts'
import { EXIT, Trouble } from './trouble.ts'

const WRITE_AFTER_MS = 200

const Marks = z.record(MemberId, EventId)

export type HighWaterFile = HighWater & {
  /** Writes what was raised since the last time. */
  readonly flush: () => Promise<void>
}

/** @param onFault told when writing failed; the next raise tries again */
export async function openHighWater(
  path: string,
  onFault: (error: unknown) => void,
): Promise<HighWaterFile> {
  const marks = await readMarks(path)
  let timer: NodeJS.Timeout | null = null
  let writing = Promise.resolve()
  const write = async (): Promise<void> => {
    // Processes that share a data folder must not write into each other's unfinished file.
    const unfinished = `${path}.${process.pid}.new`
    await writeFile(unfinished, JSON.stringify(Object.fromEntries(marks)), { mode: 0o600 })
    await rename(unfinished, path)
  }
  const flush = (): Promise<void> => {
    if (timer === null) return writing
    clearTimeout(timer)
    timer = null
    writing = writing.catch(() => undefined).then(write)
    return writing
  }
  return {
    read: async (member) => marks.get(member) ?? null,
    raise: async (member, last) => {
      marks.set(member, last)
      timer ??= setTimeout(() => void flush().catch(onFault), WRITE_AFTER_MS).unref()
    },
    flush,
  }
}

async function readMarks(path: string): Promise<Map<MemberId, EventId>> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '{}'
    throw error
  })
  try {
    return new Map(Object.entries(Marks.parse(JSON.parse(text))) as [MemberId, EventId][])
  } catch (error) {
    throw new Trouble(
      EXIT.config,
      `${path} cannot be read; delete it, and shared cases are compared with partners before anything is signed in them`,
      error,
    )
  }
}
