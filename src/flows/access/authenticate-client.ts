// Which API client is asking for a token (RFC 6749 §2.3, RFC 7523): by its secret or by an assertion it signed. In: what the
// request showed. Out: the client, or `client-unknown`, `token-expired`; an outsider learns nothing of which clients there are.
import { ASSERTION_TYPE, openAssertion, readAssertion } from '../../core/access/client-assertion.ts'
import type { TokenServer } from '../../core/access/access-token.ts'
import { importKey, type ImportedKey, type ImportedKeys } from '../../core/exchange/imported-key.ts'
import { digestOf, equalBytes, utf8 } from '../../core/kernel/bytes.ts'
import type { MemberId } from '../../core/kernel/id.ts'
import { Refusal } from '../../core/kernel/refusal.ts'
import type { ApiClient } from '../member-ports.ts'
import type { AccessDeps } from './token-ports.ts'

export type Credentials = {
  readonly id?: string | undefined
  readonly secret?: string | undefined
  readonly assertionType?: string | undefined
  readonly assertion?: string | undefined
}

export async function authenticateClient(
  deps: AccessDeps,
  server: TokenServer,
  shown: Credentials,
): Promise<ApiClient | Refusal> {
  const { assertion, secret, id } = shown
  if (assertion !== undefined && secret !== undefined)
    return new Refusal('malformed-request', 'send a secret or an assertion, not both')
  if (assertion !== undefined) return byAssertion(deps, server, { ...shown, assertion })
  if (id === undefined || secret === undefined) return new Refusal('client-unknown')
  return bySecret(deps, id, secret)
}

async function bySecret(
  deps: AccessDeps,
  id: string,
  secret: string,
): Promise<ApiClient | Refusal> {
  const client = await deps.members.findClient(id)
  // An unknown client costs as much time as a wrong secret.
  const expected = client?.secretHash ?? (await digestOf(`no client ${id}`))
  const right = equalBytes(utf8(await digestOf(secret)), utf8(expected))
  return right && client !== null && isUsable(client) ? client : new Refusal('client-unknown')
}

async function byAssertion(
  deps: AccessDeps,
  server: TokenServer,
  { assertion, assertionType, id }: Credentials & { readonly assertion: string },
): Promise<ApiClient | Refusal> {
  if (assertionType !== ASSERTION_TYPE)
    return new Refusal('malformed-request', `client_assertion_type must be ${ASSERTION_TYPE}`)
  const read = readAssertion(assertion)
  if (read instanceof Refusal) return read
  if (id !== undefined && id !== read.client)
    return new Refusal('client-unknown', 'client_id and the assertion name different clients')
  const client = await deps.members.findClient(read.client)
  if (client?.jwks == null || !isUsable(client)) return new Refusal('client-unknown')
  const keys = await keysByOwnName(client.jwks)
  const opened = await openAssertion(read.raw, keys, server.issuer, deps.clock.now())
  if (opened instanceof Refusal) return opened
  // Clients and members share the memory of used ids; the prefix keeps them apart.
  const issuer = `client:${client.id}` as MemberId
  const first = await deps.work.rememberJti(client.member, issuer, opened.jti, opened.until)
  return first ? client : new Refusal('client-unknown', 'the assertion was used before')
}

/** A client names its keys as it likes, and its assertions name them so. */
async function keysByOwnName({ keys }: NonNullable<ApiClient['jwks']>): Promise<ImportedKeys> {
  const named = new Map<string, ImportedKey>()
  for (const { kid, ...material } of keys) {
    const key = await importKey(material)
    if (key !== null) named.set(kid, key)
  }
  return named
}

const isUsable = (client: ApiClient): boolean => client.disabledAt === null
