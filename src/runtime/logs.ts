// Structured logs as JSON lines to standard error, and what of an error may stand in them: its name, its message, where it came
// from, and the same of its causes. Nothing else of it, since drivers hang whole requests and their credentials on errors.
import { destination, pino } from 'pino'
import type { Logger } from 'pino'
import type { Config } from './config.ts'

export type { Logger } from 'pino'

const HIDDEN = '[hidden]'
/** Names under which a secret would travel, wherever they stand in a record. */
const NAMES =
  'authorization|cookie|set-cookie|password|secret|client_?secret|client_?assertion|token|access_?token|master_?key|d|sealed|disclosures?'
const SECRET_NAME = new RegExp(`^(${NAMES})$`, 'i')

/** What gives access, wherever it stands in a text: tokens, credentials in addresses, and secrets by their name. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, HIDDEN],
  [/\b(Bearer|Basic|Entente-Request)\s+[\w.~+/=-]+/gi, `$1 ${HIDDEN}`],
  [/([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, `$1${HIDDEN}@`],
  [new RegExp(`("(?:${NAMES})"\\s*:\\s*)"[^"]*"`, 'gi'), `$1"${HIDDEN}"`],
  [/\b(client_secret|client_assertion|password|token)=[^\s&"']+/gi, `$1=${HIDDEN}`],
]

export const scrub = (text: string): string =>
  SECRETS.reduce((clean, [pattern, by]) => clean.replace(pattern, by), text)

type LoggedError = {
  readonly name: string
  readonly message: string
  readonly code?: string
  readonly stack?: string
  readonly cause?: LoggedError
}

const DEEPEST_CAUSE = 5

/** An error as it may be logged. */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { name: typeof error, message: scrub(String(error)) }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  const stack = depth === 0 && error.stack !== undefined ? { stack: scrub(error.stack) } : {}
  const cause =
    error.cause === undefined || depth >= DEEPEST_CAUSE
      ? {}
      : { cause: loggedError(error.cause, depth + 1) }
  return { name: error.name, message: scrub(error.message), ...code, ...stack, ...cause }
}

/** A record as it may be logged: secrets hidden by their name and by their look. */
export function loggedRecord(value: unknown, name = ''): unknown {
  if (SECRET_NAME.test(name)) return HIDDEN
  if (typeof value === 'string') return scrub(value)
  if (value instanceof Error) return loggedError(value)
  if (Array.isArray(value)) return value.map((item) => loggedRecord(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, loggedRecord(v, k)]))
}

/** @param write where lines go; standard error where absent */
export function createLogs(
  level: Config['log'],
  write?: { readonly write: (line: string) => void },
): Logger {
  const to = write ?? destination({ dest: 2, sync: true })
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: (record) => loggedRecord(record) as Record<string, unknown>,
      },
      serializers: { err: (error: unknown) => error },
      hooks: {
        logMethod(args, method) {
          const shown = args.map((arg: unknown) => (typeof arg === 'string' ? scrub(arg) : arg))
          method.apply(this, shown as Parameters<typeof method>)
        },
      },
    },
    to,
  )
}
