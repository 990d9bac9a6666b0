// `entente serve`: a gateway that runs until it is told to stop.
import type { Command } from 'commander'
import { PGLITE_LIMITS } from '../../storage/pglite.ts'
import { createLogs, type Logger, loggedError } from '../logs.ts'
import { type RunningGateway, startGateway } from '../node.ts'
import { EXIT } from '../trouble.ts'
import { command, type Common, settings } from './kit.ts'

type Options = Common & {
  readonly host?: string
  readonly port?: string
  readonly stopWithInput?: boolean
}

export function addServe(program: Command): void {
  command(program, 'serve', 'Run a gateway until Ctrl-C or SIGTERM; nothing accepted is lost.', [
    'serve',
    'serve --port 8443 --data /var/lib/entente',
    'DATABASE_URL=postgres://… ENTENTE_URL=https://gateway.example entente serve',
  ])
    .option('--host <address>', 'address to listen on (ENTENTE_HOST, else 127.0.0.1)')
    .option('--port <number>', 'port to listen on, 0 for a free one (ENTENTE_PORT, else 8080)')
    .option('--stop-with-input', 'stop when standard input ends, as when the parent process dies')
    .action(serve)
}

async function serve(options: Options): Promise<void> {
  const given = { ENTENTE_HOST: options.host, ENTENTE_PORT: options.port }
  const overrides = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined))
  const config = settings(options, { ...process.env, ...overrides })
  const logs = createLogs(config.log)
  const stopping = untilTold(options.stopWithInput ?? false)
  const running = await startGateway(config, logs)
  announce(options, running, logs)
  const ended = await Promise.race([stopping, running.failed.then((error) => ({ error }))])
  logs.info('why' in ended ? { why: ended.why } : {}, 'draining')
  try {
    await running.stop()
    if ('error' in ended) throw ended.error
    logs.info('stopped')
    process.exitCode = ended.code
  } finally {
    // An input that is still open would keep the process; so might something that a failed stop left open.
    process.stdin.destroy()
    setTimeout(() => process.exit(), 2_000).unref()
  }
}

function announce({ json }: Options, running: RunningGateway, logs: Logger): void {
  const { url, kind, migrated } = running
  logs.info({ url, database: kind, migrated }, 'listening')
  if (json) {
    process.stdout.write(`${JSON.stringify({ url, database: kind, pid: process.pid })}\n`)
    return
  }
  const lines = [`Entente listens at ${url}  (API reference: ${url}/api/docs)`]
  if (kind === 'pglite') lines.push(PGLITE_LIMITS)
  process.stdout.write(`${lines.join('\n')}\n`)
}

type Told = { readonly why: string; readonly code: number }

/** Waits for a signal, or for a fault that nobody caught. A second signal does not wait for the drain. */
function untilTold(withInput: boolean): Promise<Told> {
  return new Promise((resolve) => {
    let told = 0
    // Whoever read what we say may be gone: a fault about that must not end in the next one.
    process.stderr.on('error', () => undefined)
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (++told > 1) process.exit(signal === 'SIGINT' ? 130 : 143)
        resolve({ why: signal, code: EXIT.ok })
      })
    for (const kind of ['uncaughtException', 'unhandledRejection'] as const)
      process.on(kind, (error: unknown) => {
        process.stderr.write(
          `${JSON.stringify({ level: 'fatal', kind, error: loggedError(error) })}\n`,
        )
        resolve({ why: kind, code: EXIT.fault })
      })
    if (!withInput) return
    process.stdin.on('close', () => resolve({ why: 'input ended', code: EXIT.ok }))
    process.stdin.resume()
  })
}
