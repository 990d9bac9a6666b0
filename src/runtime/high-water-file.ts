// The high-water mark as a file beside the database: the event each member signed last, so that a database restored from an older
// copy is noticed before it signs a second history (D23). Written behind, a few times a second at most.
import { readFile, rename, writeFile } from 'node:fs/promises'
import type { EventId, MemberId } from '../core/kernel/id.ts'
import type { HighWater } from '../flows/ports.ts'

const WRITE_AFTER_MS = 200

export type HighWaterFile = HighWater & { readonly flush: () => Promise<void> }

export async function openHighWater(
  path: string,
  onFault: (error: unknown) => void,
): Promise<HighWaterFile> {
  const marks = new Map<MemberId, EventId>(await readMarks(path))
  let timer: NodeJS.Timeout | null = null
  let writing = Promise.resolve()
  const write = async (): Promise<void> => {
    const text = JSON.stringify(Object.fromEntries(marks))
    await writeFile(`${path}.new`, text, { mode: 0o600 })
    await rename(`${path}.new`, path)
  }
  const flush = (): Promise<void> => {
    if (timer) clearTimeout(timer)
    timer = null
    writing = writing.then(write)
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

async function readMarks(path: string): Promise<[MemberId, EventId][]> {
  try {
    return Object.entries(JSON.parse(await readFile(path, 'utf8'))) as [MemberId, EventId][]
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
