// PostgreSQL through `pg`: a pool, one client a statement or transaction. Nothing is connected before the first use, so
// a gateway starts and answers 503 while its database is away, and works again by itself when it is back.
// Only `pg` is imported, which also runs under workerd.
import pg from 'pg'
import type { Database, TransactionOptions, TypedSql } from './database.ts'
import { againstContention, faultOf } from './fault.ts'
import { PostgresSession } from './postgres-session.ts'
import { SqlOver } from './runner.ts'
import type { Runner } from './runner.ts'
import { DECODERS } from './values.ts'

export interface PostgresOptions {
  readonly url: string
  /**
   * What stands between us and the server. Behind a transaction-mode pooler (pgbouncer, Hyperdrive) every transaction
   * may meet another connection, so no statement is named and no setting outlives its transaction.
   */
  readonly pooler?: 'none' | 'transaction'
  /** As the server lists us in pg_stat_activity. */
  readonly applicationName?: string
  /** Connections held at most. */
  readonly poolSize?: number
  /** How long to wait for a connection, new or free, in milliseconds. */
  readonly connectTimeoutMs?: number
  /** How long one statement may run, in milliseconds. */
  readonly statementTimeoutMs?: number
  /** Told when a connection breaks while nobody uses it. It is replaced by itself. */
  readonly onIdleError?: (error: Error) => void
}

const DEFAULTS = {
  pooler: 'none',
  applicationName: 'entente',
  poolSize: 10,
  connectTimeoutMs: 5_000,
  statementTimeoutMs: 15_000,
  onIdleError: () => {},
} as const satisfies Omit<PostgresOptions, 'url'>

const IDLE_IN_TRANSACTION_MS = 60_000

/** Opens a pool on `url`. It connects on first use. */
export const openPostgres = <Schema>(options: PostgresOptions): Database<Schema> =>
  new PostgresDatabase<Schema>({ ...DEFAULTS, ...options })

class PostgresDatabase<Schema> extends SqlOver<Schema> implements Database<Schema> {
  readonly kind = 'postgres'
  readonly #connections: Connections
  #closing: Promise<void> | undefined

  constructor(settings: Required<PostgresOptions>) {
    const connections = new Connections(settings)
    const runner: Runner = {
      run: (statement, params) =>
        againstContention(() => connections.borrow((session) => session.run(statement, params))),
      script: (text) => connections.borrow((session) => session.script(text)),
    }
    super(runner)
    this.#connections = connections
  }

  transaction<T>(
    work: (tx: TypedSql<Schema>) => Promise<T>,
    { timeoutMs }: TransactionOptions = {},
  ) {
    return againstContention(() =>
      this.#connections.borrow((session) =>
        session.transact((runner) => work(new SqlOver<Schema>(runner)), timeoutMs),
      ),
    )
  }

  close() {
    this.#closing ??= this.#connections.end()
    return this.#closing
  }
}

class Connections {
  readonly #pool: pg.Pool
  readonly #settings: Required<PostgresOptions>

  constructor(settings: Required<PostgresOptions>) {
    this.#settings = settings
    this.#pool = new pg.Pool(poolConfig(settings))
    this.#pool.on('error', (error) => settings.onIdleError(error))
  }

  async borrow<T>(work: (session: PostgresSession) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect().catch((error: unknown) => {
      throw faultOf(error, 'nothing-changed')
    })
    const session = new PostgresSession(client, this.#settings)
    try {
      return await work(session)
    } finally {
      session.giveBack()
    }
  }

  end() {
    return this.#pool.end()
  }
}

function poolConfig(settings: Required<PostgresOptions>): pg.PoolConfig {
  // Settings of a session: a transaction-mode pooler refuses them at the start, or leaks them to the next client.
  const ours: pg.PoolConfig = {
    statement_timeout: settings.statementTimeoutMs,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  }
  return {
    connectionString: settings.url,
    application_name: settings.applicationName,
    max: settings.poolSize,
    connectionTimeoutMillis: settings.connectTimeoutMs,
    keepAlive: true,
    types: { getTypeParser: (oid: number) => DECODERS[oid] ?? String },
    ...(settings.pooler === 'none' ? ours : {}),
  }
}

/**
 * True when something stands between us and the server: the process that greeted us is not the one that answers.
 * A session-mode pooler is reported too, which is harmless: unnamed statements work everywhere.
 * @throws StorageUnavailable when nobody answers.
 */
export async function standsBehindPooler(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    return !('processID' in client) || client.processID !== rows[0]?.pid
  } catch (error) {
    throw faultOf(error, 'nothing-changed')
  } finally {
    await client.end().catch(() => {})
  }
}
