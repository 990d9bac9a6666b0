// A whole gateway on this machine: database opened, locked and migrated, master keys, network, mark. `serve` puts doors and loops
// on it; the other commands act on it directly and close it again.
import { mkdirSync } from 'node:fs'
import type { AppOptions } from '../http/context.ts'
import type { Net, Nudge } from '../flows/ports.ts'
import { allowLoopback, createNet } from '../net/fetch.ts'
import { createNodeTransport } from '../net/node-fetch.ts'
import { createMailer } from '../net/smtp.ts'
import type { Database } from '../storage/database.ts'
import { migrate } from '../storage/migrate.ts'
import { openPglite } from '../storage/pglite.ts'
import { openPostgres } from '../storage/postgres.ts'
import type { Schema } from '../storage/schema.ts'
import { createStores } from '../storage/stores.ts'
import { composeGateway, type Gateway } from './compose.ts'
import { type Config, isLoopbackUrl, publicUrlOf } from './config.ts'
import { openHighWater } from './high-water-file.ts'
import { type Logger, loggedError } from './logs.ts'
import { checkMasters, loadMasters, sourceOf } from './master-keys.ts'
import { pause, systemClock, systemRandom } from './system.ts'
import { EXIT, Trouble } from './trouble.ts'

export type OpenGateway = {
  readonly gateway: Gateway
  readonly database: Database<Schema>
  /** Migrations applied by this start. */
  readonly migrated: readonly string[]
  /** After the marks were judged. */
  readonly adoptMarks: () => Promise<void>
  /** Writes the mark and lets go of everything. */
  readonly close: () => Promise<void>
}

export type Beside = {
  /** The name of this process among those of its site that share a data folder; commands have one together. */
  readonly instance?: string
  readonly nudge?: Nudge
  readonly app?: AppOptions
  /** Another network than this machine's. */
  readonly net?: Net
}

/** @throws FolderLocked, SchemaFault, StorageUnavailable, Trouble: each one sentence that says what to do */
export async function openGateway(
  config: Config,
  logs: Logger,
  beside: Beside = {},
): Promise<OpenGateway> {
  const publicUrl = publicUrlOf(config)
  const database = await openDatabase(config, logs)
  try {
    const migrated = await migrate(database)
    const { members } = createStores(database)
    const isNew = async (): Promise<boolean> => (await members.listEntities()).length === 0
    const masters = await loadMasters(config, isNew)
    await checkMasters(members, masters, sourceOf(config))
    const instance = config.databaseUrl === null ? null : (beside.instance ?? 'command')
    const highWater = await openHighWater(config.data, instance, (error) =>
      logs.error({ error: loggedError(error) }, 'the high-water mark could not be written'),
    )
    const transport = createNodeTransport()
    const reach = isLoopbackUrl(publicUrl) ? { [allowLoopback]: true as const } : {}
    const net = createNet({ transport, ...reach })
    const gateway = composeGateway({
      database,
      net,
      mailer: createMailer(reach),
      masters,
      highWater,
      pause,
      clock: systemClock,
      random: systemRandom,
      site: { publicUrl },
      ...beside,
    })
    const close = async (): Promise<void> => {
      await highWater.flush()
      transport.close()
      await database.close()
    }
    return { gateway, database, migrated, adoptMarks: highWater.adopt, close }
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Opens the database that the settings name; the embedded one is locked for this process. */
export async function openDatabase(config: Config, logs: Logger): Promise<Database<Schema>> {
  makeFolder(config.data)
  const { databaseUrl: url, pooler } = config
  if (url === null) return openPglite<Schema>({ folder: config.data })
  return openPostgres<Schema>({
    url,
    pooler: pooler ? 'transaction' : 'none',
    onIdleError: (error) =>
      logs.warn({ error: loggedError(error) }, 'an idle database connection broke'),
  })
}

function makeFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new Trouble(
      EXIT.config,
      `the data folder ${data} cannot be made; check ENTENTE_DATA`,
      error,
    )
  }
}
