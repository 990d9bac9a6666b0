// The environment, read once and judged (this folder alone reads it). Every setting has a default that works for one gateway on
// one machine; `.env.example` lists them.
import { z } from 'zod'
import { reachOfHost } from '../net/address.ts'
import { EXIT, Trouble } from './trouble.ts'

const Url = z
  .url({ protocol: /^https?$/, error: 'an http or https address, such as https://gateway.example' })
  .transform((url) => url.replace(/\/+$/, ''))
const Flag = z.enum(['0', '1'], { error: '0 or 1' }).transform((flag) => flag === '1')
const Port = z
  .string()
  .regex(/^\d{1,5}$/, 'a port number from 0 to 65535')
  .transform(Number)
  .refine((port) => port <= 65_535, 'a port number from 0 to 65535')
const PostgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/./, 'an address such as postgres://user:password@host:5432/database')

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
const LogLevel = z.enum(LOG_LEVELS, { error: `one of ${LOG_LEVELS.join(', ')}` })

const Environment = z.object({
  ENTENTE_DATA: z.string().min(1).default('.entente'),
  ENTENTE_HOST: z.string().min(1).default('127.0.0.1'),
  ENTENTE_PORT: Port.default(8080),
  /** Address under which partners reach this gateway. */
  ENTENTE_URL: Url.optional(),
  DATABASE_URL: PostgresUrl.optional(),
  /** 1: connections come from a transaction-mode pooler, so no prepared statements are named. */
  ENTENTE_POOLER: Flag.default(false),
  /** 32 bytes, base64url; several with commas between, the newest first. */
  ENTENTE_MASTER_KEY: z.string().optional(),
  /** A file that holds them, one a line. */
  ENTENTE_MASTER_KEY_FILE: z.string().optional(),
  /** 1: a data folder without marks is new by intent, as in a container without a volume of its own (D23). */
  ENTENTE_TRUST_MISSING_MARK: Flag.default(false),
  /** Proxies whose X-Forwarded-For is believed. */
  ENTENTE_TRUSTED_PROXIES: z.string().default('127.0.0.0/8,::1'),
  ENTENTE_LOG: LogLevel.default('info'),
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
  readonly trustMissingMark: boolean
  readonly trustedProxies: string
  readonly log: (typeof LOG_LEVELS)[number]
}

/** Reads the settings. @throws Trouble naming the variable that is wrong, never its value */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = Environment.safeParse(given)
  if (!read.success) {
    const [issue] = read.error.issues
    throw new Trouble(EXIT.config, `${issue?.path.join('.')} must be ${issue?.message}`)
  }
  const e = read.data
  if (e.ENTENTE_MASTER_KEY !== undefined && e.ENTENTE_MASTER_KEY_FILE !== undefined)
    throw new Trouble(
      EXIT.config,
      'set ENTENTE_MASTER_KEY or ENTENTE_MASTER_KEY_FILE, not both of them',
    )
  return {
    data: e.ENTENTE_DATA,
    host: e.ENTENTE_HOST,
    port: e.ENTENTE_PORT,
    url: e.ENTENTE_URL ?? null,
    databaseUrl: e.DATABASE_URL ?? null,
    pooler: e.ENTENTE_POOLER,
    masterKey: e.ENTENTE_MASTER_KEY ?? null,
    masterKeyFile: e.ENTENTE_MASTER_KEY_FILE ?? null,
    trustMissingMark: e.ENTENTE_TRUST_MISSING_MARK,
    trustedProxies: e.ENTENTE_TRUSTED_PROXIES,
    log: e.ENTENTE_LOG,
  }
}

/**
 * Where partners reach this gateway: as set, else its own loopback address.
 * @throws Trouble when it listens to the network and nobody said under which address, or by http elsewhere than on loopback
 */
export function publicUrlOf(config: Pick<Config, 'url' | 'host' | 'port'>): string {
  const { url, host, port } = config
  if (url === null) {
    if (reachOfHost(bracketed(host)) !== 'loopback')
      throw new Trouble(
        EXIT.config,
        `set ENTENTE_URL to the https address under which partners reach this gateway, since it listens on ${host}`,
      )
    return `http://${bracketed(host)}:${port}`
  }
  if (url.startsWith('http:') && !isLoopbackUrl(url))
    throw new Trouble(
      EXIT.config,
      'ENTENTE_URL must be an https address; http is for loopback addresses only',
    )
  return url
}

/** Whether a gateway has its own address on this machine: only then may it call others here. */
export const isLoopbackUrl = (url: string): boolean =>
  reachOfHost(new URL(url).hostname) === 'loopback'

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)
