// `entente client …`: the API clients of a member's own systems. A secret is shown once, when it is made.
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { USUAL_SCOPES } from '../../core/access/scope.ts'
import { createClient, disableClient } from '../../flows/settings/create-client.ts'
import { EXIT, granted, Trouble } from '../trouble.ts'
import { answer, command, type Common, hosted, settings, table, withGateway } from './kit.ts'

type CreateOptions = Common & {
  readonly name: string
  readonly scopes: string
  readonly jwks?: string
}

export function addClient(program: Command): void {
  const client = program.command('client').description('API clients of a member’s own systems.')
  command(client, 'create <member>', 'Create an API client; its secret is shown once.', [
    'client create basalt --name crm',
    'client create basalt --name dashboard --scopes cases:read,partners:read',
    'client create basalt --name crm --jwks public-keys.json',
    'client create basalt --name runbook --scopes cases:read,fences:force',
  ])
    .requiredOption('--name <name>', 'what it is, for people')
    .option('--scopes <words>', 'what it may do, with commas between', USUAL_SCOPES.join(','))
    .option('--jwks <file>', 'its public keys, instead of a secret (private_key_jwt)')
    .action(create)
  command(client, 'list <member>', 'API clients of a member.', ['client list basalt']).action(list)
  command(client, 'disable <member> <client>', 'Disable a client; it is out within seconds.', [
    'client disable basalt 8e03978e-40d5-43dd-bc93-6894a57f9324',
  ]).action(disable)
}

async function create(name: string, options: CreateOptions): Promise<void> {
  const jwks = options.jwks === undefined ? undefined : readJson(options.jwks)
  await withGateway(settings(options), async ({ gateway: { deps, site } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const scopes = options.scopes.split(',').map((scope) => scope.trim())
    const wanted = { name: options.name, scopes, ...(jwks === undefined ? {} : { jwks }) }
    const made = granted(await createClient(deps, member, wanted), 'no client was created')
    const { client, secret } = made
    const tokenUrl = `${site.publicUrl}/api/oauth/token`
    answer(options, { clientId: client.id, clientSecret: secret, member, scopes, tokenUrl }, [
      `Client ${client.name} of ${name}`,
      `  client_id      ${client.id}`,
      secret === null
        ? '  signs with its own key (private_key_jwt)'
        : `  client_secret  ${secret}   (shown now and never again)`,
      `  token          curl -u '${client.id}:<secret>' -d grant_type=client_credentials ${tokenUrl}`,
    ])
  })
}

async function list(name: string, options: Common): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const all = (await deps.members.listClients(member)).map((client) => ({
      id: client.id,
      name: client.name,
      scopes: client.scopes,
      by: client.jwks === null ? 'secret' : 'key',
      createdAt: client.createdAt,
      disabledAt: client.disabledAt,
    }))
    const rows = all.map((c) => [c.id, c.name, c.by, c.disabledAt ?? 'in use', c.scopes.join(' ')])
    answer(options, all, table(['ID', 'NAME', 'BY', 'DISABLED', 'SCOPES'], rows))
  })
}

async function disable(name: string, id: string, options: Common): Promise<void> {
  await withGateway(settings(options), async ({ gateway: { deps } }) => {
    const { id: member } = await hosted(deps, name, 'member')
    const client = granted(await disableClient(deps, member, id), `${id} is no client of ${name}`)
    const { disabledAt } = client
    answer(options, { id, disabledAt }, [`${client.name} gets no more tokens since ${disabledAt}.`])
  })
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    throw new Trouble(EXIT.usage, `${path} is not a file with JSON in it`, error)
  }
}
