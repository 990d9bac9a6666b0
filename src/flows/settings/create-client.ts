// A client of a member's API: a vendor's own system. It proves itself by a secret made here, shown once and stored as a hash only
// (256 random bits need no slow hash), or by a key of its own (`private_key_jwt`, RFC 7523). In: name, scopes, perhaps keys.
import { isScope, SCOPES } from '../../core/access/scope.ts'
import { type Check, runChecks } from '../../core/kernel/checks.ts'
import { digestOf, toBase64url } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import { KeySet, keySetChecks, usableKeys } from '../../core/members/key.ts'
import type { ApiClient } from '../member-ports.ts'
import type { Deps } from '../ports.ts'
import { besideSetting } from './setting.ts'

export type NewClient = {
  readonly name: string
  readonly scopes: readonly string[]
  /** Public keys of a client that signs its assertions; it has no secret then. */
  readonly jwks?: unknown
}
export type CreatedClient = {
  readonly client: ApiClient
  /** Shown now and never again; null for a client with keys. */
  readonly secret: string | null
}

const SECRET_BYTES = 32

type ClientDeps = Pick<Deps, 'members' | 'clock' | 'random'>

/** Refusals: `member-unknown`, `scope-unknown`, `invalid-field`. */
export async function createClient(
  deps: ClientDeps,
  member: MemberId,
  wanted: NewClient,
): Promise<CreatedClient | Refusal> {
  const entity = await deps.members.findEntity(member)
  if (entity?.role !== 'member') return new Refusal('member-unknown', `no member ${member} here`)
  const wrong = wanted.scopes.findIndex((scope) => !isScope(scope))
  if (wrong >= 0 || wanted.scopes.length === 0)
    return new Refusal(
      'scope-unknown',
      `one of ${SCOPES.join(', ')}`,
      `scopes.${Math.max(wrong, 0)}`,
    )
  const jwks = wanted.jwks === undefined ? null : await parseKeys(wanted.jwks)
  if (jwks instanceof Refusal) return jwks
  const secret = jwks === null ? toBase64url(deps.random.bytes(SECRET_BYTES)) : null
  const client: ApiClient = {
    id: deps.random.id(),
    member,
    name: wanted.name,
    secretHash: secret === null ? null : await digestOf(secret),
    jwks,
    scopes: wanted.scopes,
    disabledAt: null,
    createdAt: deps.clock.now(),
  }
  await save(deps, client)
  return { client, secret }
}

/** Its tokens end with their short life; it gets no new ones. */
export async function disableClient(
  deps: ClientDeps,
  member: MemberId,
  id: string,
): Promise<ApiClient | Refusal> {
  const client = await deps.members.findClient(id)
  if (client?.member !== member) return new Refusal('not-found')
  const disabled = { ...client, disabledAt: client.disabledAt ?? deps.clock.now() }
  await save(deps, disabled)
  return disabled
}

async function save(deps: ClientDeps, client: ApiClient): Promise<void> {
  const { id, member, scopes, disabledAt } = client
  const value = { id, member, scopes, disabledAt }
  const beside = await besideSetting(deps, { word: 'client-saved', value }, client)
  await deps.members.saveClient(client, beside)
}

/** A client names its keys as it likes; they need no thumbprint. */
const KEY_CHECKS: readonly Check<KeySet>[] = keySetChecks<KeySet>(
  'invalid-field',
  (set) => set,
).filter(({ part }) => part !== 'key-name')

async function parseKeys(jwks: unknown): Promise<ApiClient['jwks'] | Refusal> {
  const { data } = KeySet.safeParse(jwks)
  if (data === undefined)
    return new Refusal('invalid-field', 'a key set with P-256 or Ed25519 public keys', 'jwks')
  const refused = await runChecks(KEY_CHECKS, data)
  if (refused !== undefined) return new Refusal(refused.code, refused.detail, 'jwks')
  return { keys: usableKeys(data) }
}
