// The environment, read once and judged (this folder alone reads it). Every setting has a default that works for one gateway on
// one machine; `.env.example` lists them.
import { z } from 'zod'

const Url = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))
const Flag = z.enum(['0', '1']).transform((flag) => flag === '1')

const Environment = z.object({
  ENTENTE_DATA: z.string().min(1).default('.entente'),
  ENTENTE_HOST: z.string().min(1).default('127.0.0.1'),
  ENTENTE_PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** Address under which partners reach this gateway. */
  ENTENTE_URL: Url.optional(),
  DATABASE_URL: z.string().min(1).optional(),
  /** 1: connections come from a transaction-mode pooler, so no prepared statements are named. */
  ENTENTE_POOLER: Flag.default(false),
  /** 32 bytes, base64url; or a file that holds them. */
  ENTENTE_MASTER_KEY: z.string().optional(),
  ENTENTE_MASTER_KEY_FILE: z.string().optional(),
  ENTENTE_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
})

export type Config = {
  readonly data: string
  readonly host: string
  readonly port: number
  readonly url: string | null
  readonly databaseUrl: string | null
  readonly pooler: boolean
  readonly masterKey: string | null
  readonly masterKeyFile: string | null
  readonly log: z.infer<typeof Environment>['ENTENTE_LOG']
}

/** Reads the settings; what is wrong is named with its variable. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new ConfigFault(`${issue?.path.join('.')}: ${issue?.message}`)
  }
  const e = read.data
  return {
    data: e.ENTENTE_DATA,
    host: e.ENTENTE_HOST,
    port: e.ENTENTE_PORT,
    url: e.ENTENTE_URL ?? null,
    databaseUrl: e.DATABASE_URL ?? null,
    pooler: e.ENTENTE_POOLER,
    masterKey: e.ENTENTE_MASTER_KEY ?? null,
    masterKeyFile: e.ENTENTE_MASTER_KEY_FILE ?? null,
    log: e.ENTENTE_LOG,
  }
}

/** Something about the settings or the machine that a person must change; its message says what. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
}
