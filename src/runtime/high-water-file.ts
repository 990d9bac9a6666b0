// The high-water mark as files beside the database: the events each member signed last, so that a database restored from an older copy
// is noticed before it signs a second history (D23). Each process of a site keeps a file of its own, since it knows only what it
// signed itself; all files of a folder are read at the start, wherever their processes are. Written behind, a few times a second at most.
import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { EventId, MemberId } from '../core/kernel/id.ts'
import type { HighWater } from '../flows/ports.ts'
import { EXIT, Trouble } from './trouble.ts'

const WRITE_AFTER_MS = 200
/** Steps that end side by side are told in any order, so that the last few are kept, and all of them asked for. */
const KEPT = 8
/** Marks taken over from processes that are gone. */
const MOST_ADOPTED = 64
/** The file of a process that wrote nothing for so long is removed once its marks were taken over. */
const STALE_MS = 7 * 24 * 3_600_000
const NAME = /^high-water(?:\.[\w-]+)?\.json$/

/** A version before this one kept a single mark. */
const Marks = z.record(
  MemberId,
  z.union([EventId.transform((one) => [one]), z.array(EventId).max(MOST_ADOPTED)]),
)
type Marks = Map<MemberId, readonly EventId[]>

export type HighWaterFile = HighWater & {
  /** Writes what was raised since the last time. */
  readonly flush: () => Promise<void>
  /** After the marks were judged: takes those of all files into its own, so that the folder is known and old files may go. */
  readonly adopt: () => Promise<void>
}

/**
 * @param instance tells the files of processes apart that share a folder; null where one process alone has it
 * @param onFault told when writing failed; the next raise tries again
 */
export async function openHighWater(
  folder: string,
  instance: string | null,
  onFault: (error: unknown) => void,
): Promise<HighWaterFile> {
  const name = instance === null ? 'high-water.json' : `high-water.${instance}.json`
  const path = join(folder, name)
  const files = await readFolder(folder)
  const own: Marks = new Map(files.get(name))
  const found = union([...files.values()])
  let timer: NodeJS.Timeout | null = null
  let writing = Promise.resolve()
  const write = async (): Promise<void> => {
    const unfinished = `${path}.${process.pid}.new`
    await writeFile(unfinished, JSON.stringify(Object.fromEntries(own)), { mode: 0o600 })
    await rename(unfinished, path)
  }
  const writeNext = (): Promise<void> => (writing = writing.catch(() => undefined).then(write))
  const flush = (): Promise<void> => {
    if (timer === null) return writing
    clearTimeout(timer)
    timer = null
    return writeNext()
  }
  return {
    read: async (member) => (files.size === 0 ? null : (found.get(member) ?? [])),
    raise: async (member, last) => {
      own.set(
        member,
        [last, ...(own.get(member) ?? []).filter((one) => one !== last)].slice(0, KEPT),
      )
      timer ??= setTimeout(() => void flush().catch(onFault), WRITE_AFTER_MS).unref()
    },
    flush,
    adopt: async () => {
      for (const [member, marks] of found)
        own.set(member, [...new Set([...(own.get(member) ?? []), ...marks])].slice(0, MOST_ADOPTED))
      await writeNext()
      for (const other of files.keys())
        if (other !== name && (await isStale(join(folder, other))))
          await rm(join(folder, other), { force: true })
    },
  }
}

function union(all: readonly Marks[]): Marks {
  const marks: Marks = new Map()
  for (const one of all)
    for (const [member, events] of one)
      marks.set(member, [...new Set([...(marks.get(member) ?? []), ...events])])
  return marks
}

async function readFolder(folder: string): Promise<ReadonlyMap<string, Marks>> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).toSorted()
  const files = new Map<string, Marks>()
  for (const name of names) {
    const marks = await readMarks(join(folder, name))
    if (marks !== null) files.set(name, marks)
  }
  return files
}

/** Null where another process removed it meanwhile. */
async function readMarks(path: string): Promise<Marks | null> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  try {
    return new Map(Object.entries(Marks.parse(JSON.parse(text))) as [MemberId, EventId[]][])
  } catch (error) {
    throw new Trouble(
      EXIT.config,
      `${path} cannot be read; delete it, and shared cases are compared with partners before anything is signed in them`,
      error,
    )
  }
}

const isStale = async (path: string): Promise<boolean> => {
  const written = await stat(path).catch(() => null)
  return written !== null && Date.now() - written.mtimeMs > STALE_MS
}
