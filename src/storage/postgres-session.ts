// One borrowed connection to PostgreSQL: runs statements and at most one transaction on it, remembers whether it is
// still fit for use, and gives it back to its pool or has it thrown away.
import type pg from 'pg'
import type { Statement } from './database.ts'
import { SqlFault, faultOf, spoilsConnection } from './fault.ts'
import type { StorageUnavailable } from './fault.ts'
import { untilOver } from './runner.ts'
import type { Answer, Runner } from './runner.ts'
import { ValueFault, encode } from './values.ts'
import type { Encoded } from './values.ts'

export interface SessionSettings {
  readonly pooler: 'none' | 'transaction'
  readonly statementTimeoutMs: number
}

/** The server ends a statement at its limit; if it stays silent this much longer, the connection is given up. */
const GRACE_MS = 2_000

interface SentStatement extends pg.QueryConfig<Encoded[]> {
  readonly queryMode: 'extended' | 'simple'
  readonly query_timeout: number
}

export class PostgresSession {
  readonly #client: pg.PoolClient
  readonly #settings: SessionSettings
  readonly #onError: (error: Error) => void
  #limitMs: number
  /** What may be said of a statement if the connection breaks under it. */
  #onLoss: StorageUnavailable['outcome'] = 'unknown'
  #spoilt = false

  constructor(client: pg.PoolClient, settings: SessionSettings) {
    this.#client = client
    this.#settings = settings
    this.#limitMs = settings.statementTimeoutMs
    // While a client is borrowed its pool does not listen, and an 'error' that nobody hears ends the process.
    this.#onError = () => {
      this.#spoilt = true
    }
    client.on('error', this.#onError)
  }

  giveBack(): void {
    this.#client.release(this.#spoilt)
    this.#client.removeListener('error', this.#onError)
  }

  /** Runs one statement by the extended protocol, which takes no second statement in the same text. */
  async run(statement: string | Statement, params: readonly unknown[]): Promise<Answer> {
    const { name, text } =
      typeof statement === 'string' ? { name: undefined, text: statement } : statement
    const result = await this.#send({
      text,
      values: params.map(encode),
      queryMode: 'extended',
      query_timeout: this.#limitMs + GRACE_MS,
      ...(name !== undefined && this.#settings.pooler === 'none' ? { name } : {}),
    })
    return { rows: result.rows, count: result.rowCount ?? 0 }
  }

  /** Runs a text of several statements by the simple protocol. */
  async script(text: string): Promise<void> {
    await this.#send({ text, queryMode: 'simple', query_timeout: this.#limitMs + GRACE_MS })
  }

  /** Begin, `work`, commit; rolls back and passes on whatever `work` throws. */
  async transact<T>(work: (runner: Runner) => Promise<T>, timeoutMs?: number): Promise<T> {
    this.#limitMs = timeoutMs ?? this.#limitMs
    this.#onLoss = 'nothing-changed'
    await this.#begin(timeoutMs)
    const { runner, end } = untilOver(this)
    try {
      const result = await work(runner)
      end()
      await this.#commit()
      return result
    } catch (error) {
      end()
      await this.#rollBack()
      throw error
    }
  }

  async #begin(timeoutMs: number | undefined): Promise<void> {
    const usual = timeoutMs === undefined && this.#settings.pooler === 'none'
    const limit = `set local statement_timeout = ${Math.ceil(this.#limitMs)}`
    try {
      await this.script(usual ? 'begin' : `begin; ${limit}`)
    } catch (error) {
      this.#spoilt = true // whether a transaction is open is anybody's guess
      throw error
    }
  }

  /** PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and calls it a success. */
  async #commit(): Promise<void> {
    this.#onLoss = 'unknown'
    const { command } = await this.#send({
      text: 'commit',
      queryMode: 'simple',
      query_timeout: this.#limitMs + GRACE_MS,
    })
    if (command === 'COMMIT') return
    throw new SqlFault('a statement failed, so the transaction wrote nothing', '25P02', null)
  }

  async #rollBack(): Promise<void> {
    if (this.#spoilt || this.#client.getTransactionStatus() === 'I') return
    await this.script('rollback').catch(() => {
      this.#spoilt = true
    })
  }

  async #send(statement: SentStatement): Promise<pg.QueryResult<object>> {
    try {
      return await this.#client.query<object, Encoded[]>(statement)
    } catch (error) {
      if (error instanceof ValueFault) throw error
      if (spoilsConnection(error)) this.#spoilt = true
      throw faultOf(error, this.#onLoss)
    }
  }
}
