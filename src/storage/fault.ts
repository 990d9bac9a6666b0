// The two faults of storage, and how a driver's error becomes one of them. Both databases speak SQLSTATE
// (PostgreSQL, appendix A); what has none is a connection that broke, or a bug of ours.

/** The database is out of reach or too busy. `outcome` says whether what was asked may have been written all the same. */
export class StorageUnavailable extends Error {
  readonly outcome: 'nothing-changed' | 'unknown'

  constructor(message: string, outcome: 'nothing-changed' | 'unknown', cause?: unknown) {
    super(message, { cause })
    this.name = 'StorageUnavailable'
    this.outcome = outcome
  }
}

/** The database refused a statement. Nothing of it was written. */
export class SqlFault extends Error {
  readonly sqlstate: string
  /** The constraint that was violated, by its name, or null. */
  readonly constraint: string | null

  constructor(message: string, sqlstate: string, constraint: string | null, cause?: unknown) {
    super(message, { cause })
    this.name = 'SqlFault'
    this.sqlstate = sqlstate
    this.constraint = constraint
  }
}

/** True when `error` says that exactly this constraint was violated. */
export const violates = (error: unknown, constraint: string): boolean =>
  error instanceof SqlFault && error.sqlstate.startsWith('23') && error.constraint === constraint

interface Reported extends Error {
  readonly code: string
  readonly constraint?: string
}

/** What the server itself said. Node's own codes may be five capitals too (`EPIPE`), but carry no severity. */
const isReported = (error: unknown): error is Reported =>
  error instanceof Error &&
  'severity' in error &&
  'code' in error &&
  typeof error.code === 'string' &&
  /^[0-9A-Z]{5}$/.test(error.code)

const SHORT_OF = /^53/ // disk, memory, connections
const CONNECTION = /^(08|57P0)/ // broken off, shutting down, starting up
const TOOK_TOO_LONG = new Set(['57014', '25P03', '25P04'])
const STANDBY = '25006' // only reads are allowed: a fail-over is under way
const STATEMENT_NAMES = new Set(['26000', '42P05']) // an unknown or a doubled prepared statement
const CHANGED_PLAN = '0A000'

/** The name of a prepared statement meant something else to the server, or a migration changed what it returns. */
const isStale = (error: Reported): boolean =>
  STATEMENT_NAMES.has(error.code) ||
  (error.code === CHANGED_PLAN && error.message.includes('cached plan'))

/** True when the connection that gave this error must not be used again. */
export const spoilsConnection = (error: unknown): boolean =>
  !isReported(error) || CONNECTION.test(error.code) || isStale(error)

/** True for a statement or transaction that lost to another one and may simply be tried again. */
export const isContention = (error: unknown): boolean =>
  error instanceof SqlFault && (error.sqlstate === '40001' || error.sqlstate === '40P01')

function reportedFault(error: Reported, onLoss: StorageUnavailable['outcome']): Error {
  const { code, message } = error
  if (CONNECTION.test(code)) {
    const outcome = code.startsWith('08') ? onLoss : 'nothing-changed'
    return new StorageUnavailable(`the database went away: ${message}`, outcome, error)
  }
  if (SHORT_OF.test(code) || code === STANDBY || TOOK_TOO_LONG.has(code)) {
    return new StorageUnavailable(
      `the database cannot take it: ${message}`,
      'nothing-changed',
      error,
    )
  }
  if (STATEMENT_NAMES.has(code)) {
    const hint = 'if a transaction-mode pooler stands before the database, say so in the settings'
    return new StorageUnavailable(`${message}; ${hint}`, 'nothing-changed', error)
  }
  if (isStale(error)) return new StorageUnavailable(message, 'nothing-changed', error)
  return new SqlFault(message, code, error.constraint ?? null, error)
}

/**
 * A driver's error → our fault. `onLoss` is what may be said about the statement if the connection broke:
 * inside a transaction nothing is written before its commit, elsewhere nobody knows.
 */
export function faultOf(error: unknown, onLoss: StorageUnavailable['outcome']): Error {
  if (error instanceof StorageUnavailable || error instanceof SqlFault) return error
  if (isReported(error)) return reportedFault(error, onLoss)
  const reason = error instanceof Error ? error.message || error.name : String(error)
  return new StorageUnavailable(`the connection to the database broke: ${reason}`, onLoss, error)
}

/** Runs `work` again when it lost to another transaction, three times in all. */
export async function againstContention<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!isContention(error)) throw error
      if (attempt < 3) continue
      throw new StorageUnavailable('the database is contended', 'nothing-changed', error)
    }
  }
}
