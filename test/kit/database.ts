// Databases for tests, migrated and empty, one for each: `freshDatabase` on PostgreSQL (a copy of a template, 40 ms),
// `freshPglite` in memory, and `onBothDatabases`, which runs one suite on both.
//
//   await using fresh = await freshDatabase()
//   await fresh.database.query('select 1')
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, inject } from 'vitest'
import type { Database } from '../../src/storage/database.ts'
import { migrate } from '../../src/storage/migrate.ts'
import { openPgliteInMemory } from '../../src/storage/pglite.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { PostgresOptions } from '../../src/storage/postgres.ts'
import type { Schema } from '../../src/storage/schema.ts'
import { command, databaseUrl } from './global-setup.ts'
import type { LentPostgres } from './global-setup.ts'

export interface Fresh extends AsyncDisposable {
  readonly database: Database<Schema>
}

export interface FreshPostgres extends Fresh {
  readonly url: string
  /** A copy as it stands now, as a backup would be: a database of its own. */
  copy(): Promise<FreshPostgres>
  /** Another pool on the same database, as another process would have. Closed together with the first. */
  open(options?: Omit<PostgresOptions, 'url'>): Database<Schema>
}

/** A PostgreSQL database of its own; `schema: 'none'` leaves it without tables. */
export async function freshDatabase({ schema = 'migrated' } = {}): Promise<FreshPostgres> {
  const { url: server, template } = (await lend('postgres')) as LentPostgres
  const name = `entente_test_${randomBytes(8).toString('hex')}`
  const copied = schema === 'none' ? 'template0' : template
  await command(server, `create database ${name} template ${copied} strategy file_copy`)
  return lentDatabase(server, name)
}

function lentDatabase(server: string, name: string): FreshPostgres {
  const url = databaseUrl(server, name)
  const opened: Database<Schema>[] = []
  const open: FreshPostgres['open'] = (options = {}) => {
    const database = openPostgres<Schema>({ url, ...options })
    opened.push(database)
    return database
  }
  return {
    url,
    database: open(),
    open,
    copy: async () => {
      const copy = `entente_test_${randomBytes(8).toString('hex')}`
      await command(
        server,
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
      )
      await command(server, `create database ${copy} template ${name} strategy file_copy`)
      return lentDatabase(server, copy)
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(opened.map((database) => database.close()))
      await command(server, `drop database ${name} with (force)`)
    },
  }
}

/** Engines whose test is over, swept and waiting for the next one: starting one takes 0.4 s, sweeping 20 ms. */
const swept: Database<Schema>[] = []

/** A PGlite in memory; `schema: 'none'` leaves it without tables. */
export async function freshPglite({ schema = 'migrated' } = {}): Promise<Fresh> {
  const database = swept.pop() ?? (await openPgliteInMemory<Schema>(await blankPglite()))
  if (schema === 'migrated') await migrate(database)
  return {
    database: lentOut(database),
    [Symbol.asyncDispose]: async () => {
      await database.script('discard all')
      await database.script('drop schema public cascade; create schema public')
      swept.push(database)
    },
  }
}

/** A test may close its database; the engine behind goes on to the next test. */
const lentOut = (database: Database<Schema>): Database<Schema> =>
  new Proxy(database, {
    get: (target, property) => {
      if (property === 'close') return async () => {}
      const value: unknown = Reflect.get(target, property, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })

/** A dump of an empty PGlite, which a new one starts from faster: its bytes, and the path of its file. */
export const blankPglite = async (): Promise<Blob> =>
  new Blob([readFileSync(await blankPgliteFile())])
export const blankPgliteFile = async (): Promise<string> => (await lend('pglite')) as string

/** One suite, two databases. `make` gives a fresh one of the kind under test. */
export function onBothDatabases(
  name: string,
  suite: (make: (options?: { schema?: 'migrated' | 'none' }) => Promise<Fresh>) => void,
): void {
  describe(`${name}, on PostgreSQL`, () => suite(freshDatabase))
  describe(`${name}, on PGlite`, () => suite(freshPglite))
}

/** Asks the lender of the test run (`global-setup.ts`). */
async function lend(what: 'postgres' | 'pglite'): Promise<LentPostgres | string> {
  const socket = connect(inject('lender'), '127.0.0.1')
  socket.write(`${what}\n`)
  const { lent, error } = JSON.parse(await text(socket)) as {
    lent?: LentPostgres | string
    error?: string
  }
  if (lent === undefined) throw new Error(`no ${what} to be had: ${error ?? 'no answer'}`)
  return lent
}
