// What every file in storage may ask of a database, whichever of the two it is: SQL text with parameters, one short
// transaction, and a typed builder for reads. `postgres.ts` and `pglite.ts` implement it; values look the same on both
// (`values.ts`), and so do faults (`fault.ts`).
import type { Kysely } from 'kysely'
import type { Param } from './values.ts'

/**
 * A statement that runs often: where the connection is ours the database parses and plans it once per connection and
 * knows it by this name. One name, one text.
 */
export interface Statement {
  readonly name: string
  readonly text: string
}

export interface Sql {
  /** Runs one statement and returns its rows. `R` is the caller's word; nothing checks it. */
  query<R extends object>(statement: string | Statement, params?: readonly Param[]): Promise<R[]>
  /** Runs one statement and returns how many rows it changed (for a `select`: found). */
  execute(statement: string | Statement, params?: readonly Param[]): Promise<number>
  /** Runs several statements in one text, without parameters. Outside a transaction they succeed or fail together. */
  script(text: string): Promise<void>
}

export interface TypedSql<Schema> extends Sql {
  /** The builder for reads and for writes that are rare. The hot write is written by hand. */
  readonly kysely: Kysely<Schema>
}

export interface TransactionOptions {
  /** How long one statement of it may run, in milliseconds, instead of the database's usual limit. */
  readonly timeoutMs?: number
}

export interface Database<Schema> extends TypedSql<Schema> {
  readonly kind: 'postgres' | 'pglite'
  /**
   * Runs `work` on one connection and commits what it did, whole or not at all. Keep it one short batch: compute
   * before, send nothing to anyone from inside. `work` may run again after a deadlock, so it only talks to `tx`,
   * and never to the database around it, which on PGlite would wait for itself.
   * @throws StorageUnavailable when the database is out of reach; its `outcome` says whether anything was written.
   * @throws SqlFault when a statement is refused, with its SQLSTATE and constraint.
   */
  transaction<T>(
    work: (tx: TypedSql<Schema>) => Promise<T>,
    options?: TransactionOptions,
  ): Promise<T>
  /** Waits for what is under way, then lets go of everything. May be called twice. */
  close(): Promise<void>
}
