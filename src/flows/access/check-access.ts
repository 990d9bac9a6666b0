// Who asks, on every request: the bearer token judged by its member's token keys, and the client looked up, so that one that was
// disabled is out within seconds. In: the token. Out: the caller, or `unauthenticated`, `token-expired`.
import {
  type Access,
  openAccessToken,
  readAccessToken,
  type TokenServer,
} from '../../core/access/access-token.ts'
import { type ImportedKeys, importKeys } from '../../core/exchange/imported-key.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { millisOf } from '../../core/kernel/instant.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { ApiClient, MemberStore } from '../member-ports.ts'
import { ShortMemory } from '../members/partner-memory.ts'
import type { AccessDeps } from './token-ports.ts'

export type Caller = Access & {
  /** The client's name, as its operator gave it. */
  readonly name: string
}

/** Milliseconds until a disabled client or a new key is noticed by a process that remembers the old. */
const REMEMBERED_MILLIS = 5_000

class AccessMemory {
  readonly keys = new ShortMemory<ImportedKeys>(REMEMBERED_MILLIS, 1_000)
  readonly clients = new ShortMemory<ApiClient>(REMEMBERED_MILLIS, 5_000)
}

const memories = new WeakMap<MemberStore, AccessMemory>()

export async function checkAccess(
  deps: Pick<AccessDeps, 'clock' | 'members'>,
  server: TokenServer,
  token: string,
): Promise<Caller | Refusal> {
  const read = readAccessToken(token)
  if (read instanceof Refusal) return read
  const keys = await tokenKeysOf(deps, read.member, String(read.raw.header['kid']))
  const access = await openAccessToken(read, keys, server, deps.clock.now())
  if (access instanceof Refusal) return access
  const client = await clientOf(deps, access.client)
  if (client?.member !== access.member || client.disabledAt !== null)
    return new Refusal('unauthenticated', 'this client is disabled or gone')
  return { ...access, name: client.name }
}

/** A key that is not remembered is looked for once more, so that the first token under a new key is taken. */
export async function tokenKeysOf(
  deps: Pick<AccessDeps, 'clock' | 'members'>,
  member: MemberId,
  kid: string,
): Promise<ImportedKeys> {
  const memory = memoryOf(deps)
  const now = millisOf(deps.clock.now())
  const known = memory.keys.recall(member, now)
  if (known?.has(kid)) return known
  const rows = await deps.members.keysOf(member, 'token')
  const keys = await importKeys({
    keys: rows.filter((row) => row.revoked === null).map((row) => row.publicKey),
  })
  if (keys.size > 0) memory.keys.keep(member, keys, now)
  return keys
}

export async function clientOf(
  deps: Pick<AccessDeps, 'clock' | 'members'>,
  id: string,
): Promise<ApiClient | null> {
  const { clients } = memoryOf(deps)
  const now = millisOf(deps.clock.now())
  const known = clients.recall(id, now)
  if (known !== undefined) return known
  const client = await deps.members.findClient(id)
  if (client !== null) clients.keep(id, client, now)
  return client
}

function memoryOf({ members }: Pick<AccessDeps, 'members'>): AccessMemory {
  const memory = memories.get(members) ?? new AccessMemory()
  memories.set(members, memory)
  return memory
}
