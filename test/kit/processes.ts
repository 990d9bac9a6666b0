// Real processes for tests: runs a TypeScript file as this project runs its own, and listens to what it says.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export interface Process extends AsyncDisposable {
  readonly pid: number
  /** The next line it prints, or null when it has ended. */
  line(): Promise<string | null>
  /** Ends it without warning (SIGKILL) and waits until it is gone. */
  kill(): Promise<void>
}

/** `file` is relative to test/kit. Disposing of it kills it. */
export function runProcess(file: string, args: readonly string[]): Process {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (child.pid === undefined) throw new Error(`${file} did not start`)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return {
    pid: child.pid,
    line: async () => {
      const next = await lines.next()
      return next.done === true ? null : next.value
    },
    kill,
    [Symbol.asyncDispose]: kill,
  }
}
