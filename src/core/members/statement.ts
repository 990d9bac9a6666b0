// Entity statements as bytes (OpenID Federation 1.0 §3; D2, D9): a compact JWS comes in, a statement whose form, header and
// dates are in order leaves, or the word of the first check it fails. Its signature is not judged here: whose key must have
// signed depends on where the statement stands (chain, pin, history).
import { z } from 'zod'
import { CLOCK_TOLERANCE_SECONDS, MAX_SECONDS } from '../exchange/limits.ts'
import { type Check, type CheckSwitches, runChecks } from '../kernel/checks.ts'
import { type Instant, instantOfSeconds, secondsOf } from '../kernel/instant.ts'
import { MemberId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isIdentifier } from './address.ts'
import { KeySet, keySetChecks, usableKeys, type VerifyingKey } from './key.ts'
import { cutToken, HEADER_CHECKS, type SignedToken } from './signed-token.ts'

export const STATEMENT_TYPE = 'entity-statement+jwt'
/** Seconds a subordinate statement may live: within a day a suspension is known everywhere (D2). */
export const MAX_SUBORDINATE_SECONDS = 24 * 60 * 60

export const Seconds = z.int().nonnegative().max(MAX_SECONDS)
const Claims = z.looseObject({
  iss: MemberId,
  sub: MemberId,
  iat: Seconds,
  exp: Seconds,
  jwks: KeySet,
  metadata: z.record(z.string(), z.looseObject({})).optional(),
  authority_hints: z.array(MemberId).min(1).max(16).optional(),
})
type Claims = z.infer<typeof Claims>

/** A statement whose form and dates are in order and whose signature was not looked at. */
export type Statement = SignedToken & {
  readonly claims: Claims
  /** The subject's federation keys, as the issuer states them. */
  readonly keys: readonly VerifyingKey[]
}
type Dated = { readonly statement: Statement; readonly at: Instant }

const CLAIM_CHECKS: readonly Check<Dated>[] = [
  {
    word: 'statement-malformed',
    part: 'identifier',
    holds: ({ statement: { claims } }) =>
      (isIdentifier(claims.iss) && isIdentifier(claims.sub)) ||
      'iss and sub must be https URLs (http on loopback only) in their plain spelling',
  },
  {
    // Only explicit registration, which we do not offer, addresses a statement (OpenID Federation 1.0 §3, §12.2).
    word: 'statement-malformed',
    part: 'audience',
    holds: ({ statement: { claims } }) =>
      !Object.hasOwn(claims, 'aud') || 'the statement was made for somebody else (aud)',
  },
  ...keySetChecks<Dated>('statement-malformed', ({ statement }) => statement.claims.jwks),
  {
    word: 'statement-not-yet-valid',
    holds: ({ statement: { claims }, at }) => claims.iat <= secondsOf(at) + CLOCK_TOLERANCE_SECONDS,
  },
  {
    word: 'statement-expired',
    holds: ({ statement: { claims }, at }) => secondsOf(at) < claims.exp,
  },
]

/** Every check of one statement, in order, for tests that switch them off. */
export const STATEMENT_CHECKS: readonly Check<never>[] = [...HEADER_CHECKS, ...CLAIM_CHECKS]

/** Reads one statement at a moment; refuses by the first check that fails. */
export async function readStatement(
  token: string,
  at: Instant,
  switches: CheckSwitches = {},
): Promise<Statement | Refusal> {
  const cut = cutToken(token)
  if (cut instanceof Refusal) return cut
  const refused = await runChecks(HEADER_CHECKS, { token: cut, type: STATEMENT_TYPE }, switches)
  if (refused !== undefined) return refused
  const shape = Claims.safeParse(cut.claims)
  if (!shape.success) return claimsRefused(shape.error)
  const statement = { ...cut, claims: shape.data, keys: usableKeys(shape.data.jwks) }
  return (await runChecks(CLAIM_CHECKS, { statement, at }, switches)) ?? statement
}

export function claimsRefused(error: z.ZodError): Refusal {
  const [issue] = error.issues
  return new Refusal(
    'statement-malformed',
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  )
}

/** An issuer speaking about itself. */
export const isConfiguration = ({ claims }: Statement): boolean => claims.iss === claims.sub

/** The moment from which on none of these statements counts any more: the earliest end. */
export const expiryOf = (statements: readonly Statement[]): Instant =>
  instantOfSeconds(Math.min(...statements.map(({ claims }) => claims.exp)))

const POLICY_CLAIMS = [
  'metadata_policy',
  'metadata_policy_crit',
  'constraints',
  'trust_marks',
  'trust_mark_issuers',
  'trust_mark_owners',
] as const

/** Claims that would restrict or extend trust in ways this version does not know; ignoring them would be unsafe (D2). */
export const usesNoPolicy = ({ claims }: Statement): boolean =>
  POLICY_CLAIMS.every((claim) => !Object.hasOwn(claims, claim))
