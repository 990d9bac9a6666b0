// The master keys: from the environment, from a file, or made at the first start. They seal the private keys that rest in the
// database; whoever has both has everything, so they are kept apart from it and never logged.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fromBase64url, toBase64url } from '../core/kernel/bytes.ts'
import type { MemberStore } from '../flows/member-ports.ts'
import {
  importMasterKey,
  MASTER_KEY_BYTES,
  masterKeyOf,
  type MasterKey,
  type SealedKey,
} from '../signing/master-key.ts'
import type { Config } from './config.ts'
import { EXIT, Trouble } from './trouble.ts'

/** The newest first: it seals; all of them open. */
export type Masters = readonly [MasterKey, ...MasterKey[]]

type Where = Pick<Config, 'data' | 'masterKey' | 'masterKeyFile'>

export const masterKeyPath = ({ data, masterKeyFile }: Where): string =>
  masterKeyFile ?? join(data, 'master.key')

/**
 * Loads the master keys, and makes the first one for a database that holds no sealed keys yet.
 * @param isNew whether nothing was sealed yet
 * @throws Trouble when there is none for what was sealed, or it is not a key
 */
export async function loadMasters(config: Where, isNew: () => Promise<boolean>): Promise<Masters> {
  if (config.masterKey !== null) return imported(config.masterKey.split(','), 'ENTENTE_MASTER_KEY')
  const path = masterKeyPath(config)
  if (!existsSync(path)) {
    if (!(await isNew()))
      throw new Trouble(
        EXIT.config,
        `the master key ${path} is gone, but private keys were sealed with it; bring it back from where you keep it`,
      )
    saveMasters(path, [newKey()])
  }
  return imported(readFile(path), path)
}

/** Who else may read the file of the master keys, in words; null where nobody may, or there is no file. */
export function looseMode(config: Where): string | null {
  const path = masterKeyPath(config)
  if (config.masterKey !== null || !existsSync(path)) return null
  const mode = statSync(path).mode & 0o777
  return (mode & 0o077) === 0 ? null : `0${mode.toString(8)}`
}

/** Puts a new key before those in the file, unless an interrupted change left one there already. @returns where */
export function addMaster(config: Where): string {
  if (config.masterKey !== null)
    throw new Trouble(
      EXIT.config,
      'the master key comes from ENTENTE_MASTER_KEY; put a new one before it, with a comma between, and run this again with --reseal',
    )
  const path = masterKeyPath(config)
  const keys = existsSync(path) ? readFile(path) : []
  if (keys.length < 2) saveMasters(path, [newKey(), ...keys])
  return path
}

/** Leaves the newest key only, after everything was sealed with it. */
export function dropOldMasters(config: Where): void {
  const path = masterKeyPath(config)
  saveMasters(path, readFile(path).slice(0, 1))
}

/**
 * Every sealed key must open with one of the master keys: better said now than when a partner waits for a signature.
 * @throws Trouble naming whose key does not
 */
export async function checkMasters(
  members: Pick<MemberStore, 'listEntities' | 'keysOf'>,
  masters: Masters,
  source: string,
): Promise<void> {
  const ids = new Set(masters.map(({ id }) => id))
  for (const { id } of await members.listEntities())
    for (const { sealed } of await members.keysOf(id))
      if (sealed !== null && !ids.has(masterKeyOf(sealed as SealedKey)))
        throw new Trouble(
          EXIT.config,
          `the master key in ${source} is not the one that sealed the keys of ${id}; give the one that did`,
        )
}

export const sourceOf = (config: Where): string =>
  config.masterKey === null ? masterKeyPath(config) : 'ENTENTE_MASTER_KEY'

const newKey = (): string => toBase64url(new Uint8Array(randomBytes(MASTER_KEY_BYTES)))

function saveMasters(path: string, keys: readonly string[]): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, `${keys.join('\n')}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

function readFile(path: string): string[] {
  try {
    return lines(readFileSync(path, 'utf8').split('\n'))
  } catch (error) {
    throw new Trouble(EXIT.config, `the master key ${path} cannot be read`, error)
  }
}

const lines = (texts: readonly string[]): string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '')

async function imported(texts: readonly string[], source: string): Promise<Masters> {
  const [first, ...rest] = lines(texts).map((text) => {
    const bytes = fromBase64url(text)
    if (bytes?.length !== MASTER_KEY_BYTES)
      throw new Trouble(
        EXIT.config,
        `${source} must hold ${MASTER_KEY_BYTES} random bytes in base64url (43 characters)`,
      )
    return bytes
  })
  if (first === undefined) throw new Trouble(EXIT.config, `${source} holds no key`)
  return [await importMasterKey(first), ...(await Promise.all(rest.map(importMasterKey)))]
}
