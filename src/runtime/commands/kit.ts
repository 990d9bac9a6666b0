// What all commands share: their common options, a gateway opened for one command, and an answer for people or for programs.
import type { Command } from 'commander'
import type { Entity } from '../../flows/member-ports.ts'
import type { GatewayDeps } from '../compose.ts'
import { type Config, readConfig } from '../config.ts'
import { listen } from '../http-server.ts'
import { createLogs, type Logger } from '../logs.ts'
import { type OpenGateway, openGateway } from '../open-gateway.ts'
import { EXIT, Trouble } from '../trouble.ts'

export type Common = { readonly data?: string; readonly json?: boolean }

/** A command with the options that all have, and examples below its help. */
export function command(
  parent: Command,
  usage: string,
  description: string,
  examples: readonly string[],
): Command {
  const shown = examples.map((example) => `  $ entente ${example}`).join('\n')
  return parent
    .command(usage)
    .description(description)
    .option('--data <folder>', 'data folder (ENTENTE_DATA, else .entente)')
    .option('--json', 'answer as JSON, for programs')
    .addHelpText('after', `\n${examples.length === 1 ? 'Example' : 'Examples'}:\n${shown}`)
}

/** Settings from the environment; what the command line says goes before. */
export function settings({ data }: Common, env = process.env): Config {
  const config = readConfig(env)
  return data === undefined ? config : { ...config, data }
}

/** Commands talk to people; only what goes wrong is logged. */
export const quietLogs = ({ log }: Pick<Config, 'log'>): Logger =>
  createLogs(log === 'debug' ? log : 'error')

export async function withGateway<T>(
  config: Config,
  work: (opened: OpenGateway) => Promise<T>,
): Promise<T> {
  const opened = await openGateway(config, quietLogs(config))
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

/**
 * For what partners answer by asking back: this gateway is served while the command runs. Where its port is taken already, it
 * is served by another process on the same database.
 */
export async function withServing<T>(
  config: Config,
  work: (opened: OpenGateway) => Promise<T>,
): Promise<T> {
  return withGateway(config, async (opened) => {
    const server = await listen(config.host, config.port).catch((error: unknown) => {
      if (error instanceof Trouble && error.code === EXIT.taken) return null
      throw error
    })
    server?.answerWith((request) => opened.gateway.app.fetch(request))
    try {
      return await work(opened)
    } finally {
      await server?.close()
    }
  })
}

/** The answer of a command: a value for programs, lines for people. */
export function answer({ json }: Common, value: unknown, lines: readonly string[]): void {
  process.stdout.write(json ? `${JSON.stringify(value, null, 2)}\n` : `${lines.join('\n')}\n`)
}

/** Rows under headings, as wide as they need to be. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((name, i) =>
    Math.max(name.length, ...rows.map((row) => (row[i] ?? '').length)),
  )
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)]
}

/** An entity hosted here, by its handle or its identifier. @throws Trouble */
export async function hosted(
  { members }: Pick<GatewayDeps, 'members'>,
  name: string,
  role?: Entity['role'],
): Promise<Entity> {
  const all = await members.listEntities()
  const found = all.find(({ id, handle }) => id === name || handle === name)
  if (found !== undefined && (role === undefined || found.role === role)) return found
  const fitting = all.filter((entity) => role === undefined || entity.role === role)
  const here = fitting.map(({ handle }) => handle).join(', ') || 'none'
  throw new Trouble(
    EXIT.refused,
    `${name} is no ${role ?? 'entity'} of this gateway; there are: ${here}`,
  )
}
