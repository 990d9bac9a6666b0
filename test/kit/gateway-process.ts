// Gateways as they run: `entente serve` as processes of their own, one or several on one database behind one address, so that a test
// can kill them, stop them and start them again.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { balancer } from './balancer.ts'
import type { Balancer } from './balancer.ts'
import { freshFolder } from './folder.ts'
import { freePort } from './postgres-server.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))
/** The same for all sites, as in tests that stay in one process. */
const MASTER_KEY = Buffer.alloc(32, 7).toString('base64url')
/** As `EXIT.taken`: somebody else got the port meanwhile. */
const PORT_TAKEN = 73
/** What a process says is kept up to here, for the message of a test that fails. */
const KEPT_CHARS = 64 * 1024

export interface GatewayProcess extends AsyncDisposable {
  readonly pid: number
  /** Resolves with its exit code when it ends; null when it was killed. */
  readonly ended: Promise<number | null>
  isRunning(): boolean
  /** SIGKILL, and waits until it is gone. */
  kill(): Promise<void>
  signal(name: 'SIGINT' | 'SIGTERM'): void
  /** The last of what it logged. */
  logged(): string
}

type Settings = Readonly<Record<string, string>>

/** Resolves when it listens. @throws with what it said when it ends before */
export async function startGatewayProcess(settings: Settings): Promise<GatewayProcess> {
  const { PATH = '', HOME = '' } = process.env
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--json', '--stop-with-input'], {
    env: { PATH, HOME, ENTENTE_LOG: 'warn', ...settings },
    stdio: ['pipe', 'pipe', 'pipe'],
    // A Ctrl-C for the test run is not one for this process; it ends with its input.
    detached: true,
  })
  let log = ''
  child.stderr.on('data', (bytes: Buffer) => {
    log = (log + String(bytes)).slice(-KEPT_CHARS)
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const listening = new Promise<string>((resolve) =>
    createInterface({ input: child.stdout }).once('line', resolve),
  )
  const first = await Promise.race([listening, ended])
  if (typeof first !== 'string' || child.pid === undefined)
    throw new ProcessEnded(child.exitCode, log)
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    pid: child.pid,
    ended,
    isRunning: () => child.exitCode === null && child.signalCode === null,
    kill,
    signal: (name) => void child.kill(name),
    logged: () => log,
    [Symbol.asyncDispose]: kill,
  }
}

export class ProcessEnded extends Error {
  readonly code: number | null

  constructor(code: number | null, log: string) {
    super(`a gateway ended with ${code ?? 'a signal'}: ${log}`)
    this.code = code
  }
}

export type SiteOptions = {
  /** PostgreSQL; without it the embedded database, for one process. */
  readonly databaseUrl?: string
  /** Whether a transaction-mode pooler stands before it. */
  readonly pooler?: boolean
  readonly processes?: number
}

/** One gateway: its processes, its address, its data folders. Nothing runs before `start`. */
export class Site implements AsyncDisposable {
  readonly url: string
  readonly size: number
  readonly #balancer: Balancer
  readonly #options: SiteOptions
  readonly #folder = freshFolder()
  readonly #running = new Map<number, GatewayProcess>()
  readonly #ports = new Map<number, number>()
  #isOver = false

  private constructor(front: Balancer, options: SiteOptions) {
    this.#balancer = front
    this.#options = options
    this.url = `http://127.0.0.1:${front.port}`
    this.size = options.processes ?? 1
  }

  static async make(options: SiteOptions): Promise<Site> {
    return new Site(await balancer(), options)
  }

  /** How many connections each process was given, those that were killed included. */
  get used(): readonly number[] {
    return [...this.#balancer.used.values()]
  }

  /** What one process is told; `name` is that of its data folder. */
  settings(name: string): Settings {
    const { databaseUrl, pooler = false } = this.#options
    return {
      ENTENTE_DATA: databaseUrl === undefined ? this.#folder.path : join(this.#folder.path, name),
      ENTENTE_HOST: '127.0.0.1',
      ENTENTE_PORT: '0',
      ENTENTE_URL: this.url,
      ENTENTE_MASTER_KEY: MASTER_KEY,
      ENTENTE_POOLER: pooler ? '1' : '0',
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    }
  }

  at(index: number): GatewayProcess {
    const found = this.#running.get(index)
    if (!found) throw new Error(`process ${index} of ${this.url} was never started`)
    return found
  }

  async start(index = 0): Promise<GatewayProcess> {
    const settings = this.settings(`process-${index}`)
    for (let attempt = 1; ; attempt++) {
      const port = await freePort()
      try {
        const started = await startGatewayProcess({ ...settings, ENTENTE_PORT: String(port) })
        if (this.#isOver) await started.kill()
        this.#running.set(index, started)
        // The one before is found out by nobody answering until then.
        this.#balancer.remove(this.#ports.get(index) ?? port)
        this.#balancer.add(port)
        this.#ports.set(index, port)
        return started
      } catch (error) {
        if (!(error instanceof ProcessEnded) || error.code !== PORT_TAKEN || attempt === 3)
          throw error
      }
    }
  }

  async startAll(): Promise<void> {
    await Promise.all(Array.from({ length: this.size }, (_, index) => this.start(index)))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isOver = true
    await Promise.all([...this.#running.values()].map((running) => running.kill()))
    await this.#balancer[Symbol.asyncDispose]()
    this.#folder[Symbol.dispose]()
  }
}
