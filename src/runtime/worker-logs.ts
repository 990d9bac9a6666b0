// Logs of a Worker: one object a line to the console, where the platform collects them; hidden is what is hidden everywhere.
import type { Telemetry } from '../http/telemetry.ts'
import { LOG_LEVELS, type Config } from './config.ts'
import { loggedError, loggedRecord } from './logs.ts'

type Say = (record: Readonly<Record<string, unknown>>, message: string) => void
export type WorkerLogs = { readonly info: Say; readonly warn: Say; readonly error: Say }

export function createWorkerLogs(least: Config['log']): WorkerLogs {
  const at =
    (level: 'info' | 'warn' | 'error'): Say =>
    (record, message) => {
      if (LOG_LEVELS.indexOf(level) < LOG_LEVELS.indexOf(least)) return
      const line = { level, ...(loggedRecord(record) as object), msg: message }
      console[level](JSON.stringify(line))
    }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/** No metrics: an isolate sees a part of the requests only, and may be gone before anybody asks. */
export const workerTelemetry = (logs: WorkerLogs): Telemetry => ({
  request: (record) => logs.info(record, 'request'),
  fault: ({ error, ...record }) => logs.error({ ...record, error: loggedError(error) }, 'fault'),
  metrics: async () => null,
})
