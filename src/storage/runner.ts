// Builds the shared surface (`Sql`) over the one thing a driver must do: run a statement. Kysely gets a dialect whose
// only connection is that runner, so its queries meet the same values, the same faults and the same timeouts.
import { Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely'
import type { Statement, TypedSql } from './database.ts'
import type { Param } from './values.ts'

export interface Answer {
  readonly rows: readonly object[]
  readonly count: number
}

export interface Runner {
  run(statement: string | Statement, params: readonly unknown[]): Promise<Answer>
  script(text: string): Promise<void>
}

export class SqlOver<Schema> implements TypedSql<Schema> {
  readonly #runner: Runner
  #kysely: Kysely<Schema> | undefined

  constructor(runner: Runner) {
    this.#runner = runner
  }

  async query<R extends object>(statement: string | Statement, params: readonly Param[] = []) {
    return (await this.#runner.run(statement, params)).rows as R[]
  }

  async execute(statement: string | Statement, params: readonly Param[] = []) {
    return (await this.#runner.run(statement, params)).count
  }

  async script(text: string) {
    await this.#runner.script(text)
  }

  get kysely(): Kysely<Schema> {
    this.#kysely ??= kyselyOver<Schema>(this.#runner)
    return this.#kysely
  }
}

/** A runner that stops working when its transaction is over, so that a handle that escaped cannot write elsewhere. */
export function untilOver(runner: Runner): { runner: Runner; end: () => void } {
  let over = false
  const check = () => {
    if (over) throw new Error('the transaction is over; its handle cannot be used any more')
  }
  return {
    runner: {
      run: async (statement, params) => {
        check()
        return runner.run(statement, params)
      },
      script: async (text) => {
        check()
        return runner.script(text)
      },
    },
    end: () => {
      over = true
    },
  }
}

const notHere = (): Promise<never> =>
  Promise.reject(new Error('transactions are opened by Database.transaction'))

function kyselyOver<Schema>(runner: Runner): Kysely<Schema> {
  const connection: DatabaseConnection = {
    executeQuery: async <R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows, count } = await runner.run(sql, parameters)
      return { rows: rows as R[], numAffectedRows: BigInt(count) }
    },
    streamQuery: () => {
      throw new Error('read in pages; a stream would hold its connection')
    },
  }
  const driver: Driver = {
    init: async () => {},
    acquireConnection: async () => connection,
    releaseConnection: async () => {},
    beginTransaction: notHere,
    commitTransaction: notHere,
    rollbackTransaction: notHere,
    destroy: async () => {},
  }
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
}
