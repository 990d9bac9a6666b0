// Runs the program as a person does: a process of its own, arguments and environment in, exit code and words out.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const PROGRAM = fileURLToPath(new URL('../../bin/entente.js', import.meta.url))

export type Env = Readonly<Record<string, string>>
export type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

/** The environment without settings of ours, so that nothing of the machine leaks into a test. */
function clean(env: Env): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => name !== 'DATABASE_URL' && !name.startsWith('ENTENTE_'),
  )
  return { ...Object.fromEntries(kept), ...env }
}

const start = (args: readonly string[], env: Env): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], { env: clean(env), stdio: ['pipe', 'pipe', 'pipe'] })

/** Runs one command to its end. */
export async function run(args: readonly string[], env: Env = {}): Promise<Ended> {
  const child = start(args, env)
  child.stdin?.end()
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [out, err, code] = await Promise.all([said(child.stdout), said(child.stderr), ended])
  return { code, out, err }
}

/** Runs one command with --json and reads its answer. */
export async function answerOf<T>(args: readonly string[], env: Env = {}): Promise<T> {
  const { code, out, err } = await run([...args, '--json'], env)
  if (code !== 0) throw new Error(`entente ${args.join(' ')} ended with ${code}: ${err}`)
  return JSON.parse(out) as T
}

export type Serving = {
  readonly url: string
  readonly pid: number
  /** Sends the signal and waits for the end. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | null>
  /** What it logged, line by line, so far. */
  readonly logs: readonly string[]
}

/** `entente serve` until the test ends. @throws with what it said when it does not listen */
export async function serve(env: Env, args: readonly string[] = []): Promise<Serving> {
  const child = start(['serve', '--json', ...args], env)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const logs: string[] = []
  if (child.stderr) createInterface({ input: child.stderr }).on('line', (line) => logs.push(line))
  const first = await Promise.race([lineOf(child), ended])
  if (typeof first !== 'string') throw new Error(`serve ended with ${first}: ${logs.join('\n')}`)
  const { url, pid } = JSON.parse(first) as { url: string; pid: number }
  const end = (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal)
    return ended
  }
  return { url, pid, end, logs }
}

const said = async (stream: ChildProcess['stdout']): Promise<string> => (stream ? text(stream) : '')

const lineOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    if (child.stdout) createInterface({ input: child.stdout }).once('line', resolve)
  })
