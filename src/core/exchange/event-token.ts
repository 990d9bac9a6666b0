// A case event as a Security Event Token (RFC 8417; D6–D9). A token comes in as received; its clear claims, its texts'
// digests and its id leave, or the refusal of the first check that fails. The id is the hash of the signing input without
// the signature, so that one event has one id however its signature is spelled (D8). Signature and date are judged apart.
import type { CaseEvent } from '../cases/event.ts'
import { EVENT_TYPE_PREFIX } from '../cases/event.ts'
import { digestOf } from '../kernel/bytes.ts'
import { type Check, type CheckSwitches, runChecks, skipChecks } from '../kernel/checks.ts'
import { type CaseId, caseIdOf, type EventId, type MemberId } from '../kernel/id.ts'
import { type Instant, secondsOf } from '../kernel/instant.ts'
import { Refusal } from '../kernel/refusal.ts'
import { type RawToken, readCompact } from './compact-jws.ts'
import { caseOf, SIZE_CHECKS, TOKEN_CHECKS, typeAndBody } from './event-checks.ts'
import { ALGORITHMS, type ImportedKeys, signedByAny } from './imported-key.ts'
import { MAX_DATED_AHEAD_SECONDS } from './limits.ts'
import { textsOf } from './text-checks.ts'

/** An event that is one by its bytes; who signed it is not yet known. `body` is clear and without its texts. */
export type ParsedEvent = Omit<CaseEvent, 'at' | 'depth'> & {
  /** SHA-256 of the whole token, base64url: what the audit leaf commits to beside the id. */
  readonly tokenHash: string
  readonly jwt: string
  readonly alg: string
  readonly kid: string
  /** The token's own id, for delivery (RFC 8935, 8936). It may repeat; only `id` names the event. */
  readonly jti: string
  /** Whom the author meant; no authority (D6a). */
  readonly audience: readonly MemberId[]
  /** The event type as signed. */
  readonly typeUri: string
  readonly signingInput: string
  readonly signature: Uint8Array<ArrayBuffer>
}

/** Reads a token as a case event. Verifies no signature: `verifyEventSignature` does, once the keys in force are known. */
export async function parseEventToken(
  jwt: string,
  switches: CheckSwitches = {},
): Promise<ParsedEvent | Refusal> {
  const tooLarge = await runChecks(SIZE_CHECKS, jwt, switches)
  if (tooLarge !== undefined) return tooLarge
  const raw = readCompact(jwt)
  if (typeof raw === 'string') return new Refusal('event-malformed', raw)
  const refusal = await runChecks(TOKEN_CHECKS, raw, switches)
  return refusal ?? eventOf(raw)
}

type Signed = {
  readonly event: ParsedEvent
  readonly keys: ImportedKeys
  readonly algs: readonly string[]
  /** Tries every key when the named one is unknown: only when that check is switched off. */
  readonly anyKey: boolean
}

export const SIGNATURE_CHECKS: readonly Check<Signed>[] = [
  {
    word: 'event-algorithm-not-allowed',
    part: 'case',
    holds: ({ event, algs }) => algs.includes(event.alg) || `the case allows ${algs.join(', ')}`,
  },
  { word: 'event-key-unknown', holds: ({ event, keys }) => keys.has(event.kid) },
  {
    word: 'event-algorithm-not-allowed',
    part: 'key',
    holds: ({ event, keys }) =>
      (keys.get(event.kid)?.alg ?? event.alg) === event.alg || 'the key is for another algorithm',
  },
  { word: 'event-signature-invalid', holds: isSigned },
]

/**
 * Judges the signature by the keys in force in the event's own past, and nothing else (D5a).
 *
 * @param keys the author's keys in force there
 * @param algs the algorithms its case allows, fixed by `case-opened`
 */
export function verifyEventSignature(
  event: ParsedEvent,
  keys: ImportedKeys,
  algs: readonly string[] = ALGORITHMS,
  switches: CheckSwitches = {},
): Promise<Refusal | undefined> {
  const anyKey = switches[skipChecks]?.has('event-key-unknown') === true
  return runChecks(SIGNATURE_CHECKS, { event, keys, algs, anyKey }, switches)
}

/** Judged by whoever receives it, with the clock of the moment: such an event waits, it is never refused for good (D10d). */
export const DATE_CHECKS: readonly Check<{ readonly iat: number; readonly at: Instant }>[] = [
  { word: 'event-dated-ahead', holds: ({ iat, at }) => iat <= latestDate(at) },
]

/** `event-dated-ahead`, or undefined when the event's date has come. */
export function checkEventDate(
  { iat }: Pick<ParsedEvent, 'iat'>,
  at: Instant,
  switches: CheckSwitches = {},
): Promise<Refusal | undefined> {
  return runChecks(DATE_CHECKS, { iat, at }, switches)
}

/** The latest `iat` that is taken at this moment, whole seconds. */
export const latestDate = (at: Instant): number => secondsOf(at) + MAX_DATED_AHEAD_SECONDS

/** The kebab word of one of our types; a foreign URI stays as it is. */
export const typeOfUri = (uri: string): string =>
  uri.startsWith(EVENT_TYPE_PREFIX) ? uri.slice(EVENT_TYPE_PREFIX.length) : uri

export const uriOfType = (type: string): string =>
  type.includes(':') ? type : EVENT_TYPE_PREFIX + type

function isSigned({ event, keys, anyKey }: Signed): Promise<boolean> {
  const key = keys.get(event.kid)
  return signedByAny(key === undefined && anyKey ? [...keys.values()] : key ? [key] : [], event)
}

async function eventOf(raw: RawToken): Promise<ParsedEvent> {
  const { jwt, header, claims, signingInput, signature } = raw
  const [id, tokenHash] = await Promise.all([digestOf(signingInput), digestOf(jwt)])
  const [typeUri, body] = typeAndBody(claims) ?? ['', {}]
  const { text: _, ...clear } = body
  const { id: caseId, seq, prev, heads, incarnation } = caseOf(claims)
  return {
    id: id as EventId,
    caseId: (caseId ?? caseIdOf(id as EventId)) as CaseId,
    author: claims['iss'] as MemberId,
    incarnation: (incarnation ?? 0) as number,
    seq: seq as number,
    prev: (prev ?? null) as EventId | null,
    heads: (heads ?? []) as readonly EventId[],
    type: typeOfUri(typeUri),
    body: clear,
    texts: textsOf(claims),
    iat: claims['iat'] as number,
    tokenHash,
    jwt,
    alg: String(header['alg']),
    kid: String(header['kid']),
    jti: String(claims['jti']),
    audience: claims['aud'] as readonly MemberId[],
    typeUri,
    signingInput,
    signature,
  }
}
