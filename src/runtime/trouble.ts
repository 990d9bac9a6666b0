// Trouble that a person must settle, as one clear sentence and an exit code in the manner of sysexits, so that scripts can tell
// a wrong setting from a database that is away. Whatever is not listed here is a bug, and says so.
import { Refusal } from '../core/kernel/refusal.ts'
import { SealFault } from '../signing/master-key.ts'
import { StorageUnavailable } from '../storage/fault.ts'
import { FolderLocked } from '../storage/folder-locked.ts'
import { SchemaFault } from '../storage/migrate.ts'

export const EXIT = {
  ok: 0,
  /** What was asked was refused, or a check found something wrong. */
  refused: 1,
  /** The command line is wrong. */
  usage: 64,
  /** A bug of ours. */
  fault: 70,
  /** A system resource is taken: port, data folder. */
  taken: 73,
  /** The database does not answer; trying again later may help. */
  unavailable: 75,
  /** Settings, keys or database schema do not go together. */
  config: 78,
} as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** For `--help`. */
export const EXIT_HELP = `Exit codes:
  0   done
  1   refused, or a check found something to do
  64  wrong command line
  70  a fault of this program
  73  port or data folder is in use
  75  the database does not answer
  78  settings, keys or database schema do not go together`

/** Something that a person must change; its message is one sentence that says what to do. */
export class Trouble extends Error {
  override readonly name = 'Trouble'
  readonly code: ExitCode

  constructor(code: ExitCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.code = code
  }
}

/** A refusal becomes trouble where there is no caller to answer. @throws Trouble */
export function granted<T>(value: T | Refusal, doing: string): T {
  if (!(value instanceof Refusal)) return value
  const field = value.field === undefined ? '' : ` (${value.field})`
  throw new Trouble(EXIT.refused, `${doing}: ${value.code}${field}: ${value.detail}`)
}

export type Explained = { readonly code: ExitCode; readonly sentence: string }

/** The exit code and the sentence for whatever ended the program. */
export function explain(error: unknown): Explained {
  if (error instanceof Trouble) return { code: error.code, sentence: error.message }
  if (error instanceof FolderLocked)
    return { code: EXIT.taken, sentence: `${error.message}, or use PostgreSQL (DATABASE_URL)` }
  if (error instanceof SchemaFault) return { code: EXIT.config, sentence: error.message }
  if (error instanceof SealFault)
    return { code: EXIT.config, sentence: `${error.message}; give the master key that sealed it` }
  if (error instanceof StorageUnavailable)
    return {
      code: EXIT.unavailable,
      sentence: `${error.message}; check DATABASE_URL and whether the server runs`,
    }
  const message = error instanceof Error ? error.message : String(error)
  return { code: EXIT.fault, sentence: `this is a fault of the program: ${message}` }
}
