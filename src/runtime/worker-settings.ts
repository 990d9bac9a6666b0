// What a Worker's bindings say: the settings of every gateway, and those that only a Worker has.
import { type Config, publicUrlOf, readConfig } from './config.ts'
import { loadMasters, type Masters } from './master-keys.ts'
import { EXIT, Trouble } from './trouble.ts'
import type { Bindings, ObjectNamespace } from './worker-platform.ts'

export type WorkerSettings = {
  readonly publicUrl: string
  readonly databaseUrl: string
  readonly pooler: boolean
  readonly masters: Masters
  /** Whether an invocation may bring the database to this program's schema. */
  readonly migrates: boolean
  /** Where marks rest; null where the operator does without them. */
  readonly marks: ObjectNamespace | null
  readonly trustMissingMark: boolean
  readonly log: Config['log']
}

/** @throws Trouble naming the binding that is wrong or missing, never its value */
export async function readSettings(bindings: Bindings): Promise<WorkerSettings> {
  const { HYPERDRIVE: hyperdrive, ENTENTE_MARKS: marks = null } = bindings
  const variables = Object.fromEntries(Object.entries(bindings).filter(isText))
  const config = readConfig({
    // Hyperdrive is a pooler in transaction mode, and so are those that hosted databases offer to short-lived clients.
    ENTENTE_POOLER: '1',
    ...variables,
    ...(hyperdrive === undefined ? {} : { DATABASE_URL: hyperdrive.connectionString }),
  })
  const { url, databaseUrl, masterKey, pooler, trustMissingMark, log } = config
  if (url === null) throw missing('the variable ENTENTE_URL, where partners reach this Worker')
  if (databaseUrl === null) throw missing('the binding HYPERDRIVE or the secret DATABASE_URL')
  if (masterKey === null) throw missing('the secret ENTENTE_MASTER_KEY')
  if (marks === null && !trustMissingMark)
    throw missing(
      'the binding ENTENTE_MARKS, or the variable ENTENTE_TRUST_MISSING_MARK as 1: a database restored from an older copy is then not noticed',
    )
  return {
    publicUrl: publicUrlOf(config),
    databaseUrl,
    pooler,
    masters: await loadMasters(config, async () => false),
    migrates: variables['ENTENTE_MIGRATE'] === '1',
    marks,
    trustMissingMark,
    log,
  }
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'

const missing = (what: string): Trouble => new Trouble(EXIT.config, `give the Worker ${what}`)
