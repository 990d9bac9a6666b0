// What processes cost, and which core they may use, where the system tells (Linux); elsewhere nothing is known and nothing is set.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'

/** Milliseconds of processor time by process, all its threads together. */
export type ProcessorTimes = ReadonlyMap<number, number>

export const processorTimes = (pids: readonly number[]): ProcessorTimes =>
  new Map(pids.map((pid) => [pid, processorMs(pid)]))

/** What was spent between two looks; what a process spent that ended between them is lost. */
export const spent = (before: ProcessorTimes, after: ProcessorTimes): number =>
  [...after].reduce((sum, [pid, ms]) => sum + ms - (before.get(pid) ?? 0), 0)

function processorMs(pid: number): number {
  const threads = listed(`/proc/${pid}/task`).map((id) => `/proc/${pid}/task/${id}/schedstat`)
  return threads.reduce((sum, path) => sum + Number(read(path).split(' ')[0]), 0) / 1e6
}

/** A process and those it started. */
export function familyOf(pid: number): number[] {
  const others = listed('/proc').filter((name) => /^\d+$/.test(name))
  return [pid, ...others.filter((other) => parentOf(other) === pid).map(Number)]
}

/** Keeps processes on one core, whatever threads and children they start later too. False where that cannot be done. */
export function keepOnCore(core: number, pids: readonly number[]): boolean {
  if (cpus().length <= core) return false
  try {
    for (const pid of pids)
      execFileSync('taskset', ['-acp', String(core), String(pid)], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const parentOf = (pid: string): number =>
  Number(read(`/proc/${pid}/stat`).split(') ').at(-1)?.split(' ')[1])

function listed(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** Empty when the process is gone. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
