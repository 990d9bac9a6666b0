// The keys an entity has retired, as it lists them for ever (OpenID Federation 1.0 §8.7; D5). In: the signed list as received and
// the federation keys vouched for its author. Out: each key, until when it was in use, and whether it was revoked.
import { z } from 'zod'
import { CLOCK_TOLERANCE_SECONDS } from '../exchange/limits.ts'
import { type Check, type CheckSwitches, runChecks } from '../kernel/checks.ts'
import { MemberId } from '../kernel/id.ts'
import { type Instant, instantOfSeconds, secondsOf } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { keySetChecks, PublishedKey, usableKeys, type VerifyingKey } from './key.ts'
import { ENTITY_TYPE } from './metadata.ts'
import { cutToken, HEADER_CHECKS, SIGNATURE_CHECKS, type SignatureContext } from './signed-token.ts'
import { claimsRefused, Seconds } from './statement.ts'

export const HISTORY_TYPE = 'jwk-set+jwt'
/** Keys in one list: one a week for twenty years. */
const MAX_HISTORICAL_KEYS = 1024

const REASONS = ['unspecified', 'compromised', 'superseded'] as const
export type RevocationReason = (typeof REASONS)[number]

export type HistoricalKey = {
  readonly key: VerifyingKey
  /** Event keys and federation keys stand in one list; `entity_type` tells them apart. */
  readonly signs: 'events' | 'statements'
  /** From then on it signs nothing. */
  readonly retired: Instant
  readonly revoked?: { readonly at: Instant; readonly reason: RevocationReason }
}

const Entry = z.intersection(
  PublishedKey,
  z.looseObject({
    exp: Seconds,
    entity_type: z.string().max(255).optional(),
    revoked: z
      .looseObject({ revoked_at: Seconds, reason: z.string().max(255).optional() })
      .optional(),
  }),
)
const Claims = z.looseObject({
  iss: MemberId,
  iat: Seconds,
  keys: z.array(Entry).max(MAX_HISTORICAL_KEYS),
})
type Listed = SignatureContext & {
  readonly claims: z.infer<typeof Claims>
  readonly entity: MemberId
  readonly at: Instant
}

export const LIST_CHECKS: readonly Check<Listed>[] = [
  {
    word: 'statement-subject-mismatch',
    holds: ({ claims, entity }) => claims.iss === entity,
  },
  {
    word: 'statement-not-yet-valid',
    holds: ({ claims, at }) => claims.iat <= secondsOf(at) + CLOCK_TOLERANCE_SECONDS,
  },
  ...keySetChecks<Listed>('statement-malformed', ({ claims }) => claims),
  ...SIGNATURE_CHECKS,
]

/**
 * Opens a list of retired keys.
 * @param request.federationKeys the keys that a chain or a pin vouches for now
 */
export async function openHistoricalKeys(
  request: {
    readonly entity: MemberId
    readonly list: string
    readonly federationKeys: readonly VerifyingKey[]
    readonly at: Instant
  },
  switches: CheckSwitches = {},
): Promise<readonly HistoricalKey[] | Refusal> {
  const token = cutToken(request.list)
  if (token instanceof Refusal) return token
  const refused = await runChecks(HEADER_CHECKS, { token, type: HISTORY_TYPE }, switches)
  if (refused !== undefined) return refused
  const shape = Claims.safeParse(token.claims)
  if (!shape.success) return claimsRefused(shape.error)
  const signatures = [{ token, keys: request.federationKeys }]
  const context = { ...request, claims: shape.data, signatures }
  const failed = await runChecks(LIST_CHECKS, context, switches)
  return failed ?? shape.data.keys.flatMap(historicalKey)
}

function historicalKey(entry: z.infer<typeof Entry>): HistoricalKey[] {
  const { revoked, entity_type, exp } = entry
  const revocation =
    revoked === undefined
      ? {}
      : { revoked: { at: instantOfSeconds(revoked.revoked_at), reason: reasonOf(revoked.reason) } }
  return usableKeys({ keys: [entry] }).map((key) => ({
    key,
    signs: entity_type === ENTITY_TYPE ? 'events' : 'statements',
    retired: instantOfSeconds(exp),
    ...revocation,
  }))
}

/** Reasons of later days, and none, count as unspecified. */
const reasonOf = (text: string | undefined): RevocationReason =>
  REASONS.find((reason) => reason === text) ?? 'unspecified'
