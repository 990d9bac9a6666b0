// A transaction-mode pooler before the PostgreSQL of the test run: Debian's pgbouncer, which must be installed in CI.
// Each transaction may meet another server connection, and three of them serve everybody.
import { spawn } from 'node:child_process'
import { accessSync, constants, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openPostgres } from '../../src/storage/postgres.ts'
import type { Schema } from '../../src/storage/schema.ts'
import { freshDatabase } from './database.ts'
import type { FreshPostgres } from './database.ts'
import { NOBODY, freePort, handOver } from './postgres-server.ts'

const BINARY = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer'].find(
  (path) => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  },
)

/** True where a missing pgbouncer may be passed over. In CI nothing is skipped. */
export const noPgbouncer = BINARY === undefined && process.env['CI'] === undefined

/** A fresh database like `freshDatabase`, reached through a pooler of its own. `direct` is the way around it. */
export async function freshPooled({ schema = 'migrated' } = {}): Promise<
  Omit<FreshPostgres, 'copy'> & { readonly direct: string }
> {
  const fresh = await freshDatabase({ schema })
  const pooler = await startPgbouncer(fresh.url)
  const opened: { close(): Promise<void> }[] = []
  const open: FreshPostgres['open'] = (options = {}) => {
    const database = openPostgres<Schema>({ url: pooler.url, pooler: 'transaction', ...options })
    opened.push(database)
    return database
  }
  return {
    url: pooler.url,
    direct: fresh.url,
    database: open(),
    open,
    [Symbol.asyncDispose]: async () => {
      await Promise.all(opened.map((database) => database.close()))
      await pooler.stop()
      await fresh[Symbol.asyncDispose]()
    },
  }
}

const SUPERVISOR = `
dir=$1; bin=$2
"$bin" -q "$dir/pgbouncer.ini" >"$dir/log" 2>&1 </dev/null &
pid=$!
cat >/dev/null
kill -TERM $pid; wait $pid
rm -rf "$dir"
`

async function startPgbouncer(upstream: string) {
  if (BINARY === undefined) throw new Error('pgbouncer is not installed: apt-get install pgbouncer')
  const { hostname, port, username, password, pathname } = new URL(upstream)
  const dir = mkdtempSync(join(tmpdir(), 'entente-test-pgbouncer-'))
  const listen = await freePort()
  writeFileSync(
    join(dir, 'pgbouncer.ini'),
    `[databases]
* = host=${hostname} port=${port || '5432'} user=${username} password=${decodeURIComponent(password)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listen}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
max_client_conn = 200
`,
  )
  handOver(dir, [join(dir, 'pgbouncer.ini')])
  const shell = spawn('sh', ['-c', SUPERVISOR, 'sh', dir, BINARY], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...NOBODY,
  })
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
  const url = `postgres://${username}@127.0.0.1:${listen}${pathname}`
  await answers(url)
  return {
    url,
    stop: () => {
      shell.stdin.end()
      return ended
    },
  }
}

async function answers(url: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch (error) {
      if (attempt === 500) throw error
      await wait(10)
    } finally {
      await client.end().catch(() => {})
    }
  }
}
