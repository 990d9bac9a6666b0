// Runs one job for ever: at once when it is nudged, otherwise after its rest; a pass that did work is followed by another. A fault
// ends the pass, is handed to whoever logs, and never ends the loop.
import type { Pause } from '../flows/ports.ts'

export type Job = {
  readonly name: string
  /** Milliseconds of rest after a pass that found nothing to do. */
  readonly restMs: number
  readonly run: (signal: AbortSignal) => Promise<number>
}

export type Loop = { readonly wake: () => void; readonly done: Promise<void> }

/** Milliseconds of rest after a fault. */
const FAULT_REST_MS = 1_000

export function startLoop(
  job: Job,
  pause: Pause,
  signal: AbortSignal,
  onFault: (job: string, error: unknown) => void,
): Loop {
  let resting = new AbortController()
  let woken = false
  const wake = (): void => {
    if (woken) return // who writes often wakes often, and to abort is dear
    woken = true
    resting.abort()
  }
  const rest = async (ms: number): Promise<void> => {
    if (woken) return
    resting = new AbortController()
    await pause(ms, AbortSignal.any([resting.signal, signal]))
  }
  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      woken = false
      try {
        if ((await job.run(signal)) === 0) await rest(job.restMs)
      } catch (error) {
        onFault(job.name, error)
        await rest(FAULT_REST_MS)
      }
    }
  }
  return { wake, done: run() }
}
