// What a member says about itself under the entity type `case_gateway` (D3): where to reach it, which keys sign its events,
// its limits and how to call it. Open to members we do not know, strict about those we use; the input is a partner's word.
import { z } from 'zod'
import { type Check, type CheckSwitches, runChecks } from '../kernel/checks.ts'
import { Digest } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import { isAddress, MAX_ADDRESS_LENGTH } from './address.ts'
import { isSameKey, KeySet, keySetChecks, usableKeys, type VerifyingKey } from './key.ts'

export const ENTITY_TYPE = 'case_gateway'

/** No control characters and no marks that turn the direction of what follows: these texts stand on other people's screens. */
const LINE = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*$/u
const LINES = /^[^\p{Cc}\u202a-\u202e\u2066-\u2069]*(?:\n[^\p{Cc}\u202a-\u202e\u2066-\u2069]*)*$/u
const line = (max: number) => z.string().min(1).max(max).regex(LINE, 'one line of plain text')
const Address = z.string().max(MAX_ADDRESS_LENGTH)
const Document = z.looseObject({ uri: Address, sha256: Digest })
const Count = z.int().positive().max(Number.MAX_SAFE_INTEGER)
const Contact = z.looseObject({
  name: line(120),
  phone: line(40).optional(),
  email: z.email().max(254).optional(),
})

/** The shape of the `case_gateway` metadata. A value of this shape is not yet judged: see `openMetadata`. */
export const CaseGatewayMetadata = z.looseObject({
  organization_name: line(120),
  /** Single push, RFC 8935. */
  events_endpoint: Address,
  /** Several events in one push; absent where a member takes them one by one. */
  batch_endpoint: Address.optional(),
  /** RFC 8936. */
  poll_endpoint: Address,
  /** `poll`: it cannot be reached and comes for what waits for it; anything else, or nothing: events are pushed. */
  delivery: line(40).optional(),
  missing_endpoint: Address,
  heads_endpoint: Address,
  /** The keys that sign its events: never federation keys. */
  jwks: KeySet,
  /** Signature algorithms it can verify. */
  algs: z.array(line(40)).min(1).max(16),
  /** The highest version of the rules of a case that it knows (D10c). */
  rules: Count,
  limits: z.looseObject({ event_bytes: Count, batch_events: Count }),
  /** Its audit log: the origin line and the verifier key of its checkpoints (D26, D27). */
  log: z
    .looseObject({
      origin: z.string().regex(/^[^\s+]{1,255}$/, 'an origin without blanks or plus'),
      key: z.string().regex(/^[^\s+]{1,255}\+[0-9a-f]{8}\+[A-Za-z0-9+/]{43,64}={0,2}$/, 'a vkey'),
    })
    .optional(),
  severity_scheme: Document.optional(),
  /** When it is open, who answers and how soon it acts. */
  support_profile: Document.optional(),
  /** Where a partner asks who answers now. */
  duty_endpoint: Address.optional(),
  support_hours: z.string().min(1).max(1000).regex(LINES, 'plain text').optional(),
  products: z
    .array(z.looseObject({ code: line(80), name: line(200) }))
    .max(1000)
    .optional(),
  departments: z.array(Contact).max(50).optional(),
  contacts: z.array(Contact).max(50).optional(),
  intake_form: Document.optional(),
})
export type CaseGatewayMetadata = z.infer<typeof CaseGatewayMetadata>

/** Whether a member comes for its events by itself, so that nobody pushes them (D18). */
export const comesForEvents = (metadata: Pick<CaseGatewayMetadata, 'delivery'> | null): boolean =>
  metadata?.delivery === 'poll'

export type MetadataContext = {
  readonly metadata: CaseGatewayMetadata
  readonly federationKeys: readonly VerifyingKey[]
}

const addressesOf = (m: CaseGatewayMetadata): string[] =>
  [
    m.events_endpoint,
    m.batch_endpoint,
    m.poll_endpoint,
    m.missing_endpoint,
    m.heads_endpoint,
    m.duty_endpoint,
    m.severity_scheme?.uri,
    m.support_profile?.uri,
    m.intake_form?.uri,
  ].filter((address) => address !== undefined)

export const METADATA_CHECKS: readonly Check<MetadataContext>[] = [
  {
    word: 'metadata-malformed',
    part: 'address',
    holds: ({ metadata }) =>
      addressesOf(metadata).every(isAddress) ||
      'an address is neither an absolute https URL nor http on a loopback host',
  },
  {
    word: 'metadata-malformed',
    part: 'algorithms',
    holds: ({ metadata }) => metadata.algs.includes('ES256') || 'algs must contain ES256',
  },
  ...keySetChecks<MetadataContext>('metadata-malformed', ({ metadata }) => metadata.jwks),
  {
    word: 'metadata-key-shared',
    holds: ({ metadata, federationKeys }) =>
      !usableKeys(metadata.jwks).some((key) => federationKeys.some((f) => isSameKey(key, f))),
  },
]

/**
 * A partner's `case_gateway` metadata, judged: `metadata-malformed` (with the field's path), `metadata-key-shared`, or the value.
 * @param federationKeys every federation key of the same member: none of them may sign events (D3)
 */
export async function openMetadata(
  value: unknown,
  federationKeys: readonly VerifyingKey[],
  switches: CheckSwitches = {},
): Promise<CaseGatewayMetadata | Refusal> {
  const shape = CaseGatewayMetadata.safeParse(value)
  if (!shape.success) return malformed(shape.error)
  const context = { metadata: shape.data, federationKeys }
  return (await runChecks(METADATA_CHECKS, context, switches)) ?? shape.data
}

function malformed(error: z.ZodError): Refusal {
  const [issue] = error.issues
  const path = issue?.path.join('.') ?? ''
  return new Refusal('metadata-malformed', `${path}: ${issue?.message ?? ''}`, path)
}
