// Lends databases to the whole test run, each started when the first test asks: one PostgreSQL with a migrated
// template, one dump of an empty PGlite. A run that needs neither pays for neither. `TEST_DATABASE_URL` names another
// PostgreSQL to use instead. Tests run in workers, so they ask over a socket (`database.ts`).
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/storage/migrate.ts'
import { openPostgres } from '../../src/storage/postgres.ts'
import { startPostgres } from './postgres-server.ts'
import type { PostgresServer } from './postgres-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    lender: number
  }
}

/** What the lender answers: where the server is, and the database to copy. */
export interface LentPostgres {
  readonly url: string
  readonly template: string
}

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const lender = new Lender()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (asked) => {
      lender
        .lend(String(asked).trim())
        .then((lent) => socket.end(JSON.stringify({ lent })))
        .catch((error: unknown) => socket.end(JSON.stringify({ error: String(error) })))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('the lender has no port')
  project.provide('lender', address.port)
  return async () => {
    server.close()
    await lender.close()
  }
}

class Lender {
  #postgres: Promise<{ lent: LentPostgres; takeBack: () => Promise<void> }> | undefined
  #pglite: Promise<string> | undefined

  async lend(what: string): Promise<LentPostgres | string> {
    if (what === 'pglite') return (this.#pglite ??= blankPglite())
    this.#postgres ??= lendPostgres()
    return (await this.#postgres).lent
  }

  async close() {
    const lent = await this.#postgres?.catch(() => undefined)
    await lent?.takeBack()
  }
}

async function lendPostgres() {
  const named = process.env['TEST_DATABASE_URL']
  const own: PostgresServer | null = named === undefined ? await startPostgres() : null
  const url = own?.url ?? named ?? ''
  const template = `entente_template_${randomBytes(4).toString('hex')}`
  await command(url, `create database ${template}`)
  const db = openPostgres({ url: databaseUrl(url, template) })
  await migrate(db)
  await db.close()
  const takeBack = () => own?.stop() ?? command(url, `drop database ${template} with (force)`)
  return { lent: { url, template }, takeBack }
}

/** The same server, another database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}

/** Runs one statement in the maintenance database. */
export async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/** The path of a dump of a PGlite just created. It depends on PGlite's version alone, so it is kept between runs. */
async function blankPglite(): Promise<string> {
  const root = new URL('../../node_modules/', import.meta.url)
  const manifest = readFileSync(new URL('@electric-sql/pglite/package.json', root), 'utf8')
  const { version } = JSON.parse(manifest) as { version: string }
  const cache = new URL('.cache/entente/', root)
  const path = fileURLToPath(new URL(`pglite-${version}.tar`, cache))
  try {
    readFileSync(path)
    return path
  } catch {
    mkdirSync(cache, { recursive: true })
    const engine = await PGlite.create()
    const dump = await engine.dumpDataDir('none')
    await engine.close()
    writeFileSync(`${path}.${process.pid}`, new Uint8Array(await dump.arrayBuffer()))
    renameSync(`${path}.${process.pid}`, path)
    return path
  }
}
