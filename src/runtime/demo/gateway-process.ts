// A gateway of the demonstration as a process of its own: `entente serve` on its own data folder and port. It ends when it is told
// to, or when the process that started it is gone.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { EXIT, Trouble } from '../trouble.ts'
import type { GatewayName } from './cast.ts'

const PROGRAM = fileURLToPath(new URL('../../../bin/entente.js', import.meta.url))
/** Milliseconds a gateway may take to listen: a slow machine, a large folder. */
const START_MS = 60_000

export type GatewayProcess = {
  readonly pid: number
  readonly ready: { readonly url: string; readonly ms: number }
  /** SIGTERM; resolves when it has drained and is gone. */
  readonly stop: () => Promise<void>
  /** Resolves when it ends, whoever ended it. */
  readonly ended: Promise<number | null>
}

/** The settings of one gateway; nothing of the surrounding environment leaks into it. */
export function gatewaySettings(
  data: string,
  name: GatewayName,
  url: string,
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const { port } = new URL(url)
  const kept = Object.entries(env).filter(
    ([key, value]) => value !== undefined && key !== 'DATABASE_URL' && !key.startsWith('ENTENTE_'),
  ) as [string, string][]
  return {
    ...Object.fromEntries(kept),
    ENTENTE_DATA: join(data, name),
    ENTENTE_HOST: '127.0.0.1',
    ENTENTE_PORT: port,
    ENTENTE_URL: url,
    ENTENTE_LOG: env['ENTENTE_LOG'] ?? 'info',
  }
}

/** @throws Trouble with what the gateway said when it does not start */
export async function startGatewayProcess(
  data: string,
  name: GatewayName,
  url: string,
): Promise<GatewayProcess> {
  const began = performance.now()
  const log = openSync(join(data, `${name}.log`), 'a', 0o600)
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--json', '--stop-with-input'], {
    env: gatewaySettings(data, name, url),
    stdio: ['pipe', 'pipe', log],
    // A process group of its own: Ctrl-C reaches us alone, and we stop it when the story allows.
    detached: true,
  })
  closeSync(log)
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const said = await firstLine(child, ended)
  if (said === null || child.pid === undefined) {
    child.kill('SIGKILL')
    const code = child.exitCode ?? EXIT.fault
    throw new Trouble(
      code === EXIT.taken ? EXIT.taken : EXIT.fault,
      `the gateway ${name} did not start (exit code ${child.exitCode ?? 'none yet'}); the end of ${join(data, `${name}.log`)} says why${code === EXIT.taken ? `: its port ${new URL(url).port} or its folder is in use` : ''}`,
    )
  }
  const stop = async (): Promise<void> => {
    if (child.exitCode === null) child.kill('SIGTERM')
    await ended
  }
  const ms = Math.round(performance.now() - began)
  return { pid: child.pid, ready: { url, ms }, stop, ended }
}

async function firstLine(child: ChildProcess, ended: Promise<unknown>): Promise<string | null> {
  if (child.stdout === null) return null
  const lines = createInterface({ input: child.stdout })
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), START_MS).unref())
  const line = new Promise<string>((resolve) => lines.once('line', resolve))
  return Promise.race([line, ended.then(() => null), late])
}
