// The embedded database: PostgreSQL compiled to WebAssembly, in this process, on a folder of its own. It behaves like
// `postgres.ts` towards everything above; what it cannot promise is said in PGLITE_LIMITS.
import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import type { Transaction } from '@electric-sql/pglite'
import type { Database, TypedSql } from './database.ts'
import { faultOf } from './fault.ts'
import type { StorageUnavailable } from './fault.ts'
import { lockFolder } from './folder-lock.ts'
import { SqlOver, untilOver } from './runner.ts'
import type { Runner } from './runner.ts'
import { DECODERS, ValueFault, encode } from './values.ts'

/** For the operator, at start-up. */
export const PGLITE_LIMITS =
  'The embedded database survives a killed process, but not a power cut or a crash of the machine, because it never ' +
  'waits for the disk. It has one connection and belongs to one process. Use PostgreSQL where that is not enough.'

export interface PgliteOptions {
  /** The folder that holds everything; created if absent. */
  readonly folder: string
  /** A dump of an empty PGlite (`dumpDataDir`) to start a new folder from: 0.5 s instead of 3. */
  readonly blank?: Blob
}

const DATA = 'pglite'
const UNFINISHED = 'pglite.new'

/**
 * Opens the folder and locks it for this process.
 * @throws FolderLocked when another process, or this one, has it open.
 */
export async function openPglite<Schema>({
  folder,
  blank,
}: PgliteOptions): Promise<Database<Schema>> {
  const lock = lockFolder(folder)
  try {
    const engine = await openFolder(folder, blank)
    return new PgliteDatabase<Schema>(engine, () => lock.release())
  } catch (error) {
    lock.release()
    throw error
  }
}

/** For tests: nothing on disk, gone with the process. */
export async function openPgliteInMemory<Schema>(blank?: Blob): Promise<Database<Schema>> {
  return new PgliteDatabase<Schema>(await engineOn(undefined, blank), () => {})
}

/** A folder appears under its name only when it is complete, so a process killed while creating it leaves none. */
async function openFolder(folder: string, blank: Blob | undefined): Promise<PGlite> {
  const data = join(folder, DATA)
  if (!existsSync(data)) {
    const unfinished = join(folder, UNFINISHED)
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { mode: 0o700 })
    await (await engineOn(unfinished, blank)).close()
    renameSync(unfinished, data)
  }
  return engineOn(data, undefined).catch((error: unknown) => {
    const version = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
    throw new Error(`the embedded database in ${data} (PostgreSQL ${version}) does not open`, {
      cause: error,
    })
  })
}

const TEXT_ARRAY = 1009
const asItIs = (encoded: string): string => encoded

async function engineOn(folder: string | undefined, blank: Blob | undefined): Promise<PGlite> {
  const engine = await PGlite.create({
    ...(folder === undefined ? {} : { dataDir: folder }),
    ...(blank === undefined ? {} : { loadDataDir: blank }),
  })
  // Our parameters are encoded already, and our columns have their own readers. PGlite fills its tables while it starts.
  engine.serializers = { [TEXT_ARRAY]: asItIs }
  engine.parsers = DECODERS as typeof engine.parsers
  return engine
}

/** True while the transaction runs in whose call we are. */
interface Inside {
  running: boolean
}

class PgliteDatabase<Schema> extends SqlOver<Schema> implements Database<Schema> {
  readonly kind = 'pglite'
  readonly #engine: PGlite
  readonly #inside: AsyncLocalStorage<Inside>
  readonly #onClosed: () => void
  #closing: Promise<void> | undefined

  constructor(engine: PGlite, onClosed: () => void) {
    const inside = new AsyncLocalStorage<Inside>()
    const direct = runnerOn(engine, 'unknown')
    super({
      run: async (statement, params) => {
        refuseInside(inside)
        return direct.run(statement, params)
      },
      script: async (text) => {
        refuseInside(inside)
        return direct.script(text)
      },
    })
    this.#engine = engine
    this.#inside = inside
    this.#onClosed = onClosed
  }

  async transaction<T>(work: (tx: TypedSql<Schema>) => Promise<T>): Promise<T> {
    refuseInside(this.#inside)
    let thrown: { error: unknown } | undefined
    const attempt = this.#engine.transaction((tx) =>
      this.#within(tx, work).catch((error: unknown) => {
        thrown = { error }
        throw error
      }),
    )
    return attempt.catch((error: unknown) => {
      if (thrown !== undefined && thrown.error === error) throw error
      throw faultOf(error, 'unknown')
    })
  }

  async #within<T>(tx: Transaction, work: (tx: TypedSql<Schema>) => Promise<T>): Promise<T> {
    const { runner, end } = untilOver(runnerOn(tx, 'nothing-changed'))
    const state: Inside = { running: true }
    try {
      return await this.#inside.run(state, () => work(new SqlOver<Schema>(runner)))
    } finally {
      state.running = false
      end()
    }
  }

  close() {
    this.#closing ??= this.#engine.close().finally(this.#onClosed)
    return this.#closing
  }
}

/** There is one connection: a statement beside the open transaction would wait for ever for its end. */
function refuseInside(inside: AsyncLocalStorage<Inside>): void {
  if (inside.getStore()?.running !== true) return
  throw new Error('inside a transaction, use the handle that it gives')
}

function runnerOn(
  engine: Pick<Transaction, 'query' | 'exec'>,
  onLoss: StorageUnavailable['outcome'],
): Runner {
  return {
    run: async (statement, params) => {
      const text = typeof statement === 'string' ? statement : statement.text
      const values = params.map(encode)
      const result = await told(engine.query<object>(text, values), onLoss)
      return { rows: result.rows, count: result.rowCount ?? 0 }
    },
    script: async (text) => {
      await told(engine.exec(text), onLoss)
    },
  }
}

const told = <T>(answer: Promise<T>, onLoss: StorageUnavailable['outcome']): Promise<T> =>
  answer.catch((error: unknown) => {
    throw error instanceof ValueFault ? error : faultOf(error, onLoss)
  })
