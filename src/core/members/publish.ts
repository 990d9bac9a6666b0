// What we state ourselves, as claims for signing/ to sign: our entity configuration, an anchor's configuration, a subordinate
// statement of at most 24 hours, and the keys that retired (OpenID Federation 1.0 §3, §8.7; D2, D3, D5). Times are arguments.
import type { MemberId } from '../kernel/id.ts'
import { type Instant, secondsOf } from '../kernel/instant.ts'
import { HISTORY_TYPE, type HistoricalKey } from './historical-keys.ts'
import type { VerifyingKey } from './key.ts'
import { FEDERATION_ENTITY, HISTORY_ADDRESS } from './member.ts'
import { type CaseGatewayMetadata, ENTITY_TYPE } from './metadata.ts'
import { MAX_SUBORDINATE_SECONDS, STATEMENT_TYPE } from './statement.ts'

/** Claims and the `typ` to sign them under; the header needs `alg` and `kid` besides. */
export type Unsigned = { readonly type: string; readonly claims: Readonly<Record<string, unknown>> }

type Life = { readonly at: Instant; readonly lifeSeconds: number }

/** The configuration of a member: its federation keys, its superiors (none where it is only pinned), its metadata. */
export function memberConfiguration(
  member: MemberId,
  keys: readonly VerifyingKey[],
  says: {
    readonly superiors: readonly MemberId[]
    readonly metadata: CaseGatewayMetadata
    readonly historyAddress: string
  },
  life: Life,
): Unsigned {
  const hints = says.superiors.length === 0 ? {} : { authority_hints: says.superiors }
  const metadata = {
    [FEDERATION_ENTITY]: {
      organization_name: says.metadata.organization_name,
      [HISTORY_ADDRESS]: says.historyAddress,
    },
    [ENTITY_TYPE]: says.metadata,
  }
  return statement(member, member, keys, { ...hints, metadata }, life)
}

/** The configuration of an anchor: its keys, the next ones included, and where it answers about its members. */
export function anchorConfiguration(
  anchor: MemberId,
  keys: readonly VerifyingKey[],
  says: {
    readonly name: string
    readonly fetchAddress: string
    readonly listAddress: string
    readonly historyAddress: string
  },
  life: Life,
): Unsigned {
  const metadata = {
    [FEDERATION_ENTITY]: {
      organization_name: says.name,
      federation_fetch_endpoint: says.fetchAddress,
      federation_list_endpoint: says.listAddress,
      [HISTORY_ADDRESS]: says.historyAddress,
    },
  }
  return statement(anchor, anchor, keys, { metadata }, life)
}

/**
 * An anchor's word that these are the federation keys of its member.
 * @throws RangeError above 24 hours: nobody would accept it
 */
export function subordinateStatement(
  anchor: MemberId,
  member: MemberId,
  keys: readonly VerifyingKey[],
  life: Life,
): Unsigned {
  if (life.lifeSeconds > MAX_SUBORDINATE_SECONDS)
    throw new RangeError(`a subordinate statement lives at most ${MAX_SUBORDINATE_SECONDS} s`)
  return statement(anchor, member, keys, {}, life)
}

/** The list of an entity's retired keys, for ever (D5). */
export function historicalKeys(
  entity: MemberId,
  keys: readonly HistoricalKey[],
  at: Instant,
): Unsigned {
  const claims = { iss: entity, iat: secondsOf(at), keys: keys.map(publishedKey) }
  return { type: HISTORY_TYPE, claims }
}

function statement(
  iss: MemberId,
  sub: MemberId,
  keys: readonly VerifyingKey[],
  says: Readonly<Record<string, unknown>>,
  { at, lifeSeconds }: Life,
): Unsigned {
  const iat = secondsOf(at)
  const claims = { iss, sub, iat, exp: iat + lifeSeconds, jwks: { keys }, ...says }
  return { type: STATEMENT_TYPE, claims }
}

function publishedKey({ key, signs, retired, revoked }: HistoricalKey): Record<string, unknown> {
  const entityType = signs === 'events' ? { entity_type: ENTITY_TYPE } : {}
  const revocation =
    revoked === undefined
      ? {}
      : { revoked: { revoked_at: secondsOf(revoked.at), reason: revoked.reason } }
  return { ...key, exp: secondsOf(retired), ...entityType, ...revocation }
}
