// A member as opened: who it is, which keys speak for it, where to reach it, who vouches and until when (D1, D3). In: its
// configuration, already found genuine, and what its superior states about it. Out: the member, or what its metadata lacks.
import type { JsonObject } from '../exchange/strict-json.ts'
import { type Check, type CheckSwitches, runChecks } from '../kernel/checks.ts'
import type { MemberId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isAddress } from './address.ts'
import { usableKeys, type VerifyingKey } from './key.ts'
import { type CaseGatewayMetadata, ENTITY_TYPE, openMetadata } from './metadata.ts'
import type { Statement } from './statement.ts'

export const FEDERATION_ENTITY = 'federation_entity'
export const HISTORY_ADDRESS = 'federation_historical_keys_endpoint'

export type OpenedMember = {
  readonly member: MemberId
  /** The keys that may sign its next configuration and its historical keys. */
  readonly federationKeys: readonly VerifyingKey[]
  readonly metadata: CaseGatewayMetadata
  /** The keys that sign its events now. */
  readonly eventKeys: readonly VerifyingKey[]
  /** Where its retired keys are listed, if it says so. */
  readonly historyAddress: string | undefined
  /** Who vouches; null where the member is pinned. */
  readonly anchor: MemberId | null
  /** From this moment on nothing of this counts any more. */
  readonly expires: Instant
}

export type Vouched = {
  readonly configuration: Statement
  /** The immediate superior's statement; absent where the member is pinned. */
  readonly superior?: Statement
  readonly federationKeys: readonly VerifyingKey[]
  readonly anchor: MemberId | null
  readonly expires: Instant
}

export const MEMBER_CHECKS: readonly Check<Vouched>[] = [
  {
    word: 'metadata-missing',
    holds: ({ configuration }) => configuration.claims.metadata?.[ENTITY_TYPE] !== undefined,
  },
  {
    word: 'metadata-malformed',
    part: 'history-address',
    holds: (vouched) => {
      const address = metadataOf(vouched, FEDERATION_ENTITY)[HISTORY_ADDRESS]
      return address === undefined || (typeof address === 'string' && isAddress(address))
    },
  },
]

/** One entity type's metadata: what the superior states takes precedence, member by member (OpenID Federation 1.0 §3). */
function metadataOf({ configuration, superior }: Vouched, type: string): JsonObject {
  return { ...configuration.claims.metadata?.[type], ...superior?.claims.metadata?.[type] }
}

/** Judges what a genuine configuration says; refuses by `metadata-…`. */
export async function openMember(
  vouched: Vouched,
  switches: CheckSwitches,
): Promise<OpenedMember | Refusal> {
  const refused = await runChecks(MEMBER_CHECKS, vouched, switches)
  if (refused !== undefined) return refused
  const { configuration, federationKeys, anchor, expires } = vouched
  const metadata = await openMetadata(
    metadataOf(vouched, ENTITY_TYPE),
    [...configuration.keys, ...federationKeys],
    switches,
  )
  if (metadata instanceof Refusal) return metadata
  const address = metadataOf(vouched, FEDERATION_ENTITY)[HISTORY_ADDRESS]
  return {
    member: configuration.claims.sub,
    federationKeys,
    metadata,
    eventKeys: usableKeys(metadata.jwks),
    historyAddress: typeof address === 'string' ? address : undefined,
    anchor,
    expires,
  }
}
