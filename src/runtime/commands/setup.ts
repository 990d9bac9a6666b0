// `entente init`, `migrate` and `console-link`: getting a gateway ready, and a person into it.
import type { Command } from 'commander'
import { CaseId, type MemberId } from '../../core/kernel/id.ts'
import { tokenServerOf } from '../../core/access/access-token.ts'
import { makeConsoleLink } from '../../flows/access/make-console-link.ts'
import { inspectSchema, migrate as migrateDatabase } from '../../storage/migrate.ts'
import { PGLITE_LIMITS } from '../../storage/pglite.ts'
import type { GatewayDeps } from '../compose.ts'
import { masterKeyPath } from '../master-keys.ts'
import { openDatabase } from '../open-gateway.ts'
import { EXIT, granted, Trouble } from '../trouble.ts'
import { answer, command, type Common, hosted, quietLogs, settings, withGateway } from './kit.ts'

export function addSetup(program: Command): void {
  command(program, 'init', 'Prepare data folder, database and master key; change nothing else.', [
    'init --data /var/lib/entente',
  ]).action(init)
  command(program, 'migrate', 'Bring the database to this version of the program.', [
    'migrate',
    'migrate --check',
  ])
    .option('--check', 'change nothing; exit code 1 when something is pending')
    .action(migrate)
  command(
    program,
    'console-link <member>',
    'Make a link into the console for one person; good once, for five minutes.',
    ['console-link basalt --name "Ines Prado"'],
  )
    .requiredOption('--name <person>', 'who opens it; stands beside what is written')
    .option('--case <id>', 'where the console opens')
    .option('--client <id>', 'the API client that vouches for the person; else the first that may')
    .action(consoleLink)
}

async function init(options: Common): Promise<void> {
  const config = settings(options)
  await withGateway(config, async ({ database, migrated, gateway: { site, deps } }) => {
    const entities = (await deps.members.listEntities()).length
    const value = {
      data: config.data,
      database: database.kind,
      migrated,
      masterKey: config.masterKey === null ? masterKeyPath(config) : 'ENTENTE_MASTER_KEY',
      url: site.publicUrl,
      entities,
    }
    answer(options, value, [
      `Data folder  ${value.data}`,
      `Database     ${value.database}, ${migrated.length} migrations applied now`,
      `Master key   ${value.masterKey} (keep a copy apart from the database)`,
      `Address      ${value.url}`,
      ...(value.database === 'pglite' ? [PGLITE_LIMITS] : []),
      'Next: entente member create <handle> --name <name>, then: entente serve',
    ])
  })
}

async function migrate(options: Common & { readonly check?: boolean }): Promise<void> {
  const config = settings(options)
  const database = await openDatabase(config, quietLogs(config))
  try {
    const before = await inspectSchema(database)
    if (before.fault !== null) throw before.fault
    const applied = options.check === true ? [] : await migrateDatabase(database)
    const pending = options.check === true ? before.pending : []
    if (pending.length > 0) process.exitCode = EXIT.refused
    const value = { applied, pending, unknown: before.unknown }
    answer(options, value, [
      ...applied.map((name) => `applied  ${name}`),
      ...pending.map((name) => `pending  ${name}`),
      ...(applied.length + pending.length === 0 ? ['The database is up to date.'] : []),
    ])
  } finally {
    await database.close()
  }
}

async function consoleLink(
  name: string,
  options: Common & { readonly name: string; readonly case?: string; readonly client?: string },
): Promise<void> {
  const caseId = options.case === undefined ? null : parseCaseId(options.case)
  await withGateway(settings(options), async ({ gateway: { deps, site } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const server = tokenServerOf(site.publicUrl)
    const client = await vouchingClient(deps, member, options.client)
    const link = granted(
      await makeConsoleLink(deps, server, { member, client, name: options.name, caseId }),
      'no link was made',
    )
    const url = `${server.issuer}/console/sign-in?token=${link.token}`
    answer(options, { url, expiresAt: link.until }, [url, `Good once, until ${link.until}.`])
  })
}

/** A link ends with the API client that vouched for the person. */
async function vouchingClient(
  { members }: Pick<GatewayDeps, 'members'>,
  member: MemberId,
  wanted: string | undefined,
): Promise<string> {
  const able = (await members.listClients(member)).filter(
    ({ scopes, disabledAt }) => disabledAt === null && scopes.includes('console:open'),
  )
  const client = able.find(({ id }) => wanted === undefined || id === wanted)
  if (client !== undefined) return client.id
  throw new Trouble(
    EXIT.refused,
    `no ${wanted ?? 'API client'} with the scope console:open vouches for a person; make one with: entente client create`,
  )
}

function parseCaseId(text: string): CaseId {
  const id = CaseId.safeParse(text)
  if (!id.success) throw new Trouble(EXIT.usage, `${text} is no case id: it has 43 characters`)
  return id.data
}
