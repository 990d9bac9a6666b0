// The anchors this gateway trusts, by keys configured beforehand (D2), and what an anchor says about itself: where it states
// who its members are. In: its configuration as received. Out: its addresses and keys, or the word of the step that failed.
import { type Check, type CheckSwitches, runChecks } from '../kernel/checks.ts'
import type { MemberId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isAddress } from './address.ts'
import { isSameKey, type KeySet, usableKeys, type VerifyingKey } from './key.ts'
import { FEDERATION_ENTITY } from './member.ts'
import { namedKeys, SIGNATURE_CHECKS, type SignatureContext } from './signed-token.ts'
import {
  expiryOf,
  isConfiguration,
  readStatement,
  type Statement,
  usesNoPolicy,
} from './statement.ts'

/** An alliance we trust and the federation keys that we were given for it by a second channel. */
export type TrustedAnchor = { readonly id: MemberId; readonly jwks: KeySet }

export type OpenedAnchor = {
  readonly anchor: MemberId
  /** Its keys, the next ones included: announced under a key that we trust. */
  readonly federationKeys: readonly VerifyingKey[]
  /** Answers `?sub=` with a subordinate statement. */
  readonly fetchAddress: string
  /** Answers with the list of members. */
  readonly listAddress: string
  readonly expires: Instant
}

/** The keys configured for an anchor; none where it is not trusted here. */
export const trustedKeys = (
  anchors: readonly TrustedAnchor[],
  id: MemberId,
): readonly VerifyingKey[] =>
  anchors.filter((anchor) => anchor.id === id).flatMap(({ jwks }) => usableKeys(jwks))

/** Whether an anchor's configuration names a key that was configured for it as the one that signed. */
export function isSignedByTrusted(
  configuration: Statement,
  anchors: readonly TrustedAnchor[],
): boolean {
  const trusted = trustedKeys(anchors, configuration.claims.iss)
  const signers = namedKeys(configuration, configuration.keys)
  return signers.some((signer) => trusted.some((key) => isSameKey(key, signer)))
}

type AnchorContext = SignatureContext & {
  readonly anchor: MemberId
  readonly configuration: Statement
  readonly anchors: readonly TrustedAnchor[]
}

const addressOf = ({ claims }: Statement, name: string): string | undefined => {
  const address = claims.metadata?.[FEDERATION_ENTITY]?.[name]
  return typeof address === 'string' && isAddress(address) ? address : undefined
}
const fetchOf = (statement: Statement) => addressOf(statement, 'federation_fetch_endpoint')
const listOf = (statement: Statement) => addressOf(statement, 'federation_list_endpoint')

export const ANCHOR_CHECKS: readonly Check<AnchorContext>[] = [
  {
    word: 'statement-subject-mismatch',
    holds: ({ configuration, anchor }) => configuration.claims.sub === anchor,
  },
  {
    word: 'statement-not-self-issued',
    holds: ({ configuration }) => isConfiguration(configuration),
  },
  {
    word: 'chain-policy-unsupported',
    holds: ({ configuration }) => usesNoPolicy(configuration),
  },
  ...SIGNATURE_CHECKS,
  {
    word: 'chain-anchor-unknown',
    holds: ({ configuration, anchors }) => isSignedByTrusted(configuration, anchors),
  },
]

/** Opens the configuration of an anchor that we trust. */
export async function openAnchor(
  request: {
    readonly anchor: MemberId
    readonly configuration: string
    readonly anchors: readonly TrustedAnchor[]
    readonly at: Instant
  },
  switches: CheckSwitches = {},
): Promise<OpenedAnchor | Refusal> {
  const configuration = await readStatement(request.configuration, request.at, switches)
  if (configuration instanceof Refusal) return configuration
  const signatures = [{ token: configuration, keys: configuration.keys }]
  const context = { ...request, configuration, signatures }
  const refused = await runChecks(ANCHOR_CHECKS, context, switches)
  if (refused !== undefined) return refused
  const [fetchAddress, listAddress] = [fetchOf(configuration), listOf(configuration)]
  if (fetchAddress === undefined || listAddress === undefined)
    return new Refusal('metadata-malformed', 'the anchor names no fetch or list endpoint')
  return {
    anchor: request.anchor,
    federationKeys: configuration.keys,
    fetchAddress,
    listAddress,
    expires: expiryOf([configuration]),
  }
}
