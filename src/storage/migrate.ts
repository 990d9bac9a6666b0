// Brings a database to the schema this program was built with: plain SQL, forward only, all or nothing. What was
// applied is recorded by name and SHA-256 in `schema_migration`, the table that the first migration creates, so an
// edited past is noticed. Everything happens in one transaction behind a transaction-level advisory lock: any number
// of processes may start at once, also behind a transaction-mode pooler.
import type { Sql, TransactionOptions } from './database.ts'
import { SqlFault } from './fault.ts'
import { MIGRATIONS } from './migrations.generated.ts'

export interface Migration {
  readonly name: string
  readonly sha256: string
  /** Programs that do not know it must not run on a database that has it. */
  readonly breaking: boolean
  readonly sql: string
}

/** The schema and the program do not go together. Nothing was changed. */
export class SchemaFault extends Error {
  readonly reason: 'edited' | 'newer' | 'out-of-order' | 'failed'

  constructor(reason: SchemaFault['reason'], message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'SchemaFault'
    this.reason = reason
  }
}

export interface SchemaState {
  /** Names in the order of the migrations. `unknown` ones were applied by a newer program and break nothing. */
  readonly applied: readonly string[]
  readonly pending: readonly string[]
  readonly unknown: readonly string[]
  /** Why this program must not run on this database, if so. */
  readonly fault: SchemaFault | null
}

interface Applied {
  readonly name: string
  readonly sha256: string
  readonly breaking: boolean
}

/** What `migrate` needs of a `Database`, whatever its tables. */
interface Migratable extends Pick<Sql, 'query'> {
  transaction<T>(work: (tx: Sql) => Promise<T>, options?: TransactionOptions): Promise<T>
}

/** Any fixed number; transaction-level, so it is free when its transaction ends, whatever ends it. */
const LOCK = 7_236_837_001
const TIMEOUT_MS = 10 * 60_000

/** Compares the database with the program and changes nothing. */
export async function inspectSchema(
  db: Pick<Sql, 'query'>,
  known: readonly Migration[] = MIGRATIONS,
): Promise<SchemaState> {
  const applied = await loadApplied(db)
  const names = new Set(applied.map(({ name }) => name))
  const knownNames = new Set(known.map(({ name }) => name))
  const pending = known.filter(({ name }) => !names.has(name))
  return {
    applied: applied.map(({ name }) => name),
    pending: pending.map(({ name }) => name),
    unknown: [...names].filter((name) => !knownNames.has(name)),
    fault: judge(applied, known, pending),
  }
}

/**
 * Applies what is missing and returns the names of what it applied.
 * @throws SchemaFault when the two do not go together, or a migration fails.
 * @throws StorageUnavailable when the database is out of reach.
 */
export async function migrate(
  db: Migratable,
  known: readonly Migration[] = MIGRATIONS,
): Promise<readonly string[]> {
  const before = await inspectSchema(db, known)
  if (before.fault !== null) throw before.fault
  if (before.pending.length === 0) return []
  return db.transaction(
    async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1::bigint)', [LOCK])
      const { fault, pending } = await inspectSchema(tx, known)
      if (fault !== null) throw fault
      const missing = known.filter(({ name }) => pending.includes(name))
      for (const migration of missing) await apply(tx, migration)
      return pending
    },
    { timeoutMs: TIMEOUT_MS },
  )
}

async function loadApplied(db: Pick<Sql, 'query'>): Promise<readonly Applied[]> {
  // Not to_regclass: it may answer from a cache that has not heard yet of what another program just committed.
  const [found] = await db.query<{ there: boolean }>(
    `select exists (select from pg_tables where tablename = 'schema_migration'
       and schemaname = any (current_schemas(false))) as there`,
  )
  if (found?.there !== true) return []
  return db.query<Applied>(
    'select name, sha256, breaking from schema_migration order by name collate "C"',
  )
}

function judge(
  applied: readonly Applied[],
  known: readonly Migration[],
  pending: readonly Migration[],
): SchemaFault | null {
  for (const { name, sha256, breaking } of applied) {
    const ours = known.find((migration) => migration.name === name)
    if (ours === undefined && breaking) return newer(name)
    if (ours !== undefined && ours.sha256 !== sha256) return edited(name)
  }
  const last = applied.at(-1)?.name
  const late = pending.find(({ name }) => last !== undefined && name < last)
  return late === undefined ? null : outOfOrder(late.name, last ?? '')
}

const newer = (name: string) =>
  new SchemaFault(
    'newer',
    `a newer version of this program changed the database (${name}) so that this version cannot work with it; start the newer version`,
  )

const edited = (name: string) =>
  new SchemaFault(
    'edited',
    `the migration ${name} is not the one that was applied to this database; restore the file and put the change into a new migration`,
  )

const outOfOrder = (name: string, last: string) =>
  new SchemaFault(
    'out-of-order',
    `the migration ${name} is missing in this database, but the later ${last} was applied; give it a number after that one`,
  )

async function apply(tx: Sql, { name, sha256, breaking, sql }: Migration): Promise<void> {
  try {
    await tx.script(sql)
    await tx.execute('insert into schema_migration (name, sha256, breaking) values ($1, $2, $3)', [
      name,
      sha256,
      breaking,
    ])
  } catch (error) {
    if (!(error instanceof SqlFault)) throw error
    throw new SchemaFault('failed', `the migration ${name} failed: ${error.message}`, error)
  }
}
