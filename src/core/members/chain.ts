// A trust chain of leaf and anchor, judged at a moment (OpenID Federation 1.0 §4, §10; D2, D3). In: the statements in order and
// the anchors trusted here. Out: who the leaf is, its keys and metadata and until when, or the word of the step that failed.
import { type Check, type CheckSwitches, runChecks } from '../kernel/checks.ts'
import type { MemberId } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isSignedByTrusted, type TrustedAnchor, trustedKeys } from './anchor.ts'
import { isSameKey } from './key.ts'
import { type OpenedMember, openMember } from './member.ts'
import {
  namedKeys,
  type Signature,
  SIGNATURE_CHECKS,
  type SignatureContext,
} from './signed-token.ts'
import {
  expiryOf,
  isConfiguration,
  MAX_SUBORDINATE_SECONDS,
  readStatement,
  type Statement,
  usesNoPolicy,
} from './statement.ts'

/** Statements worth reading at all; far more than the chain that is accepted. */
const MAX_STATEMENTS = 8

export type ChainRequest = {
  /** Whom we asked about. */
  readonly member: MemberId
  /** As received: the leaf's configuration, its superior's statement about it, the anchor's configuration where fetched. */
  readonly chain: readonly string[]
  readonly anchors: readonly TrustedAnchor[]
  readonly at: Instant
}

type Chain = SignatureContext & {
  readonly member: MemberId
  readonly leaf: Statement
  /** By the leaf's superior, then by the superior's superior, and so on: at least one. */
  readonly superiors: readonly [Statement, ...Statement[]]
  /** The configuration that the chain ends with, where it was given. */
  readonly ending: Statement | undefined
  /** All of them, in order. */
  readonly statements: readonly Statement[]
  readonly anchors: readonly TrustedAnchor[]
}

export const CHAIN_CHECKS: readonly Check<Chain>[] = [
  {
    word: 'statement-subject-mismatch',
    holds: ({ leaf, member }) => leaf.claims.sub === member,
  },
  {
    word: 'statement-not-self-issued',
    holds: ({ leaf }) => isConfiguration(leaf),
  },
  {
    word: 'chain-broken',
    holds: ({ statements }) =>
      statements.every((s, i) => i === 0 || statements[i - 1]?.claims.iss === s.claims.sub),
  },
  {
    word: 'chain-too-long',
    holds: ({ superiors }) => superiors.length === 1,
  },
  {
    word: 'chain-hint-missing',
    holds: ({ leaf, superiors: [superior] }) =>
      leaf.claims.authority_hints?.includes(superior.claims.iss) ?? false,
  },
  {
    word: 'chain-policy-unsupported',
    holds: ({ statements }) => statements.every(usesNoPolicy),
  },
  {
    word: 'statement-lives-too-long',
    holds: ({ superiors }) =>
      superiors.every(({ claims }) => claims.exp - claims.iat <= MAX_SUBORDINATE_SECONDS),
  },
  {
    word: 'chain-anchor-unknown',
    holds: ({ superiors, ending, anchors }) =>
      ending === undefined
        ? trustedKeys(anchors, lastOf(superiors).claims.iss).length > 0
        : isSignedByTrusted(ending, anchors),
  },
  ...SIGNATURE_CHECKS,
  {
    // The leaf's configuration carries its own keys, so that its signature alone proves nothing.
    word: 'chain-leaf-key-unvouched',
    holds: ({ leaf, superiors: [superior] }) =>
      namedKeys(leaf, leaf.keys).some((signer) =>
        superior.keys.some((vouched) => isSameKey(vouched, signer)),
      ),
  },
]

/** Opens a chain: the member that it vouches for, or the word of the first check that fails. */
export async function openChain(
  request: ChainRequest,
  switches: CheckSwitches = {},
): Promise<OpenedMember | Refusal> {
  const chain = await readChain(request, switches)
  if (chain instanceof Refusal) return chain
  const refused = await runChecks(CHAIN_CHECKS, chain, switches)
  if (refused !== undefined) return refused
  const [superior] = chain.superiors
  const vouched = {
    configuration: chain.leaf,
    superior,
    federationKeys: superior.keys,
    anchor: lastOf(chain.superiors).claims.iss,
    expires: expiryOf(chain.statements),
  }
  return openMember(vouched, switches)
}

async function readChain(
  { member, chain, anchors, at }: ChainRequest,
  switches: CheckSwitches,
): Promise<Chain | Refusal> {
  if (chain.length > MAX_STATEMENTS) return new Refusal('chain-too-long')
  const statements: Statement[] = []
  for (const token of chain) {
    const statement = await readStatement(token, at, switches)
    if (statement instanceof Refusal) return statement
    statements.push(statement)
  }
  const [leaf, superior, ...rest] = statements
  if (leaf === undefined || superior === undefined || isConfiguration(superior))
    return new Refusal('chain-broken', 'no superior speaks about the leaf')
  const last = rest.at(-1)
  const ending = last !== undefined && isConfiguration(last) ? last : undefined
  const superiors = [superior, ...(ending === undefined ? rest : rest.slice(0, -1))] as const
  const signatures = signaturesOf(statements, trustedKeys(anchors, lastOf(superiors).claims.iss))
  return { member, leaf, superiors, ending, statements, anchors, signatures }
}

/** Who must have signed what: a configuration its own subject, any other statement the subject of the next. */
const signaturesOf = (statements: readonly Statement[], trusted: Signature['keys']): Signature[] =>
  statements.map((token, i) => ({
    token,
    keys: i === 0 || isConfiguration(token) ? token.keys : (statements[i + 1]?.keys ?? trusted),
  }))

const lastOf = (statements: readonly [Statement, ...Statement[]]): Statement =>
  statements.at(-1) ?? statements[0]
