// A partner without an anchor: its configuration is believed because a person compared its federation keys by a second channel
// and pinned their thumbprints (D2). In: the configuration as received and the pin. Out: the member, or the failing step's word.
import { type Check, type CheckSwitches, runChecks } from '../kernel/checks.ts'
import type { MemberId, Thumbprint } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { thumbprintOf, type VerifyingKey } from './key.ts'
import { type OpenedMember, openMember } from './member.ts'
import { namedKeys, SIGNATURE_CHECKS, type SignatureContext } from './signed-token.ts'
import {
  expiryOf,
  isConfiguration,
  readStatement,
  type Statement,
  usesNoPolicy,
} from './statement.ts'

/** The thumbprints of a partner's federation keys, as compared by people. */
export type Pin = ReadonlySet<Thumbprint>

export type PinRequest = {
  readonly member: MemberId
  readonly configuration: string
  readonly pin: Pin
  readonly at: Instant
}

export type OpenedPin = OpenedMember & {
  readonly anchor: null
  /** Keys that the partner announces under a pinned one: its next keys, to be compared and pinned before they are used. */
  readonly announced: readonly VerifyingKey[]
}

type Pinned = SignatureContext & {
  readonly member: MemberId
  readonly configuration: Statement
  readonly pin: Pin
}

export const PIN_CHECKS: readonly Check<Pinned>[] = [
  {
    word: 'statement-subject-mismatch',
    holds: ({ configuration, member }) => configuration.claims.sub === member,
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
    word: 'pin-mismatch',
    holds: async ({ configuration, pin }) => {
      const signers = namedKeys(configuration, configuration.keys)
      const thumbprints = await Promise.all(signers.map(thumbprintOf))
      return thumbprints.some((thumbprint) => pin.has(thumbprint))
    },
  },
]

/** Opens the configuration of a pinned partner. */
export async function openPinned(
  { member, configuration: token, pin, at }: PinRequest,
  switches: CheckSwitches = {},
): Promise<OpenedPin | Refusal> {
  const configuration = await readStatement(token, at, switches)
  if (configuration instanceof Refusal) return configuration
  const signatures = [{ token: configuration, keys: configuration.keys }]
  const context = { member, configuration, pin, signatures }
  const refused = await runChecks(PIN_CHECKS, context, switches)
  if (refused !== undefined) return refused
  const federationKeys = configuration.keys.filter(({ kid }) => pin.has(kid))
  const announced = configuration.keys.filter(({ kid }) => !pin.has(kid))
  const expires = expiryOf([configuration])
  const opened = await openMember(
    { configuration, federationKeys, anchor: null, expires },
    switches,
  )
  return opened instanceof Refusal ? opened : { ...opened, anchor: null, announced }
}
