// What a gateway stands on: its settings, the modes of its files, the database and its schema.
import { existsSync, statSync } from 'node:fs'
import { reachOfHost } from '../../net/address.ts'
import { inspectSchema } from '../../storage/migrate.ts'
import { PGLITE_LIMITS } from '../../storage/pglite.ts'
import { standsBehindPooler } from '../../storage/postgres.ts'
import { type Config, isLoopbackUrl, publicUrlOf } from '../config.ts'
import { createLogs } from '../logs.ts'
import { looseMode, masterKeyPath, sourceOf } from '../master-keys.ts'
import { openDatabase } from '../open-gateway.ts'

export type Finding = {
  readonly level: 'ok' | 'warn' | 'error'
  readonly about: string
  readonly says: string
  /** What a person should do; null where nothing. */
  readonly todo: string | null
}

export const fine = (about: string, says: string): Finding => ({
  level: 'ok',
  about,
  says,
  todo: null,
})
export const warn = (about: string, says: string, todo: string): Finding => ({
  level: 'warn',
  about,
  says,
  todo,
})
export const wrong = (about: string, says: string, todo: string): Finding => ({
  level: 'error',
  about,
  says,
  todo,
})

export function findingsAboutSettings(config: Config): Finding[] {
  return [aboutAddress(config), ...aboutFolder(config), aboutMasterKey(config)]
}

function aboutAddress(config: Config): Finding {
  const url = publicUrlOf(config)
  if (isLoopbackUrl(url))
    return warn(
      'address',
      `partners reach this gateway at ${url}, which is on this machine only`,
      'set ENTENTE_URL to an https address before working with other companies',
    )
  const exposed = reachOfHost(config.host) !== 'loopback'
  return fine(
    'address',
    `${url}, listening on ${config.host}:${config.port}${exposed ? ' (plain http: let nobody but your TLS proxy reach it)' : ''}`,
  )
}

function aboutFolder({ data }: Config): Finding[] {
  if (!existsSync(data)) return [warn('data folder', `${data} does not exist yet`, 'entente init')]
  const mode = statSync(data).mode & 0o777
  if ((mode & 0o077) === 0) return [fine('data folder', data)]
  return [
    warn(
      'data folder',
      `${data} can be opened by other users of this machine (mode 0${mode.toString(8)})`,
      `chmod 700 ${data}`,
    ),
  ]
}

function aboutMasterKey(config: Config): Finding {
  const mode = looseMode(config)
  const path = masterKeyPath(config)
  if (mode !== null)
    return wrong(
      'master key',
      `${path} can be read by other users of this machine (mode ${mode})`,
      `chmod 600 ${path}, and rotate it if anybody may have read it: entente master-key rotate`,
    )
  return fine('master key', `from ${sourceOf(config)}`)
}

export async function findingsAboutDatabase(config: Config): Promise<Finding[]> {
  const database = await openDatabase(config, createLogs('silent'))
  try {
    const { applied, pending, unknown, fault } = await inspectSchema(database)
    const findings = [fine('database', `${database.kind} answers`)]
    if (fault !== null) return [...findings, wrong('schema', fault.message, 'see the message')]
    if (pending.length > 0)
      return [
        ...findings,
        wrong('schema', `${pending.length} migrations are pending`, 'entente migrate'),
      ]
    const newer = unknown.length === 0 ? '' : `, ${unknown.length} of a newer version`
    findings.push(fine('schema', `${applied.length} migrations applied${newer}`))
    if (config.databaseUrl === null) return [...findings, embedded]
    return [...findings, await aboutPooler(config.databaseUrl, config.pooler)]
  } finally {
    await database.close()
  }
}

const embedded = warn(
  'database',
  PGLITE_LIMITS,
  'set DATABASE_URL for anything that must survive a power cut',
)

async function aboutPooler(url: string, said: boolean): Promise<Finding> {
  const pooled = await standsBehindPooler(url)
  if (pooled && !said)
    return wrong(
      'pooler',
      'a pooler stands before the database, and the settings do not say so',
      'set ENTENTE_POOLER=1',
    )
  if (!pooled && said)
    return warn(
      'pooler',
      'no pooler stands before the database, but the settings say so; statements are slower than they need be',
      'unset ENTENTE_POOLER',
    )
  return fine('pooler', pooled ? 'one stands before the database, as set' : 'none')
}
