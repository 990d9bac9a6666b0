// What makes bytes a case event (D9a), as named checks: size, spelling, I-JSON, header, claims, the one place and form of
// texts (D7a). They read the token alone, so every gateway comes to the same answer, for ever. A check never relies on an
// earlier one for more than not to throw. Chains, parents and authorship are judged elsewhere, on the event's past.
import { EVENT_TYPE_PREFIX } from '../cases/event.ts'
import type { Check, Finding } from '../kernel/checks.ts'
import { EventId, MemberId } from '../kernel/id.ts'
import type { RawToken } from './compact-jws.ts'
import { isAlgorithm } from './imported-key.ts'
import {
  MAX_AUDIENCE,
  MAX_EVENT_BYTES,
  MAX_HEADS,
  MAX_JTI_LENGTH,
  MAX_SECONDS,
  MAX_TYPE_LENGTH,
} from './limits.ts'
import {
  flawDetail,
  isJsonObject,
  JSON_FLAWS,
  type JsonFlaw,
  type JsonObject,
} from './strict-json.ts'
import { TEXT_CHECKS } from './text-checks.ts'

export const EVENT_TYP = 'secevent+jwt'

/** Header parameters a token may carry. No other: none is needed, and `crit`, `jku`, `jwk`, `x5u`, `x5c` are ways in. */
export const HEADER_PARAMETERS: ReadonlySet<string> = new Set(['alg', 'kid', 'typ'])

const TYPE_URI = /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/
/** Poll answers use it as a member name (RFC 8936), so the one name that objects treat apart is out. */
const JTI = new RegExp(`^(?!__proto__$)[A-Za-z0-9._~-]{1,${MAX_JTI_LENGTH}}$`)
const NOTHING: JsonObject = {}

/** Judged before the token is taken apart, so that nobody makes us parse megabytes. */
export const SIZE_CHECKS: readonly Check<string>[] = [
  { word: 'event-too-large', holds: (jwt) => jwt.length <= MAX_EVENT_BYTES },
]

const withoutFlaw = (flaw: JsonFlaw): Check<RawToken> => ({
  word: 'event-json-invalid',
  part: flaw,
  holds: ({ flaws }) => !flaws.includes(flaw) || flawDetail(flaw),
})

const claim = (part: string, holds: (claims: JsonObject) => Finding): Check<RawToken> => ({
  word: 'event-claims-invalid',
  part,
  holds: ({ claims }) => holds(claims),
})

export const TOKEN_CHECKS: readonly Check<RawToken>[] = [
  { word: 'event-not-canonical', holds: ({ canonical }) => canonical },
  ...JSON_FLAWS.map(withoutFlaw),
  { word: 'event-wrong-type', holds: ({ header }) => header['typ'] === EVENT_TYP },
  {
    word: 'event-algorithm-not-allowed',
    part: 'unknown',
    holds: ({ header }) => isAlgorithm(header['alg']) || 'alg must be ES256 or Ed25519',
  },
  { word: 'event-header-not-allowed', holds: ({ header }) => foreignParameter(header) },
  claim('issuer', ({ iss }) => isMember(iss) || 'iss must be a member identifier'),
  claim(
    'audience',
    ({ aud }) =>
      isListOf(aud, isMember, 1, MAX_AUDIENCE) ||
      `aud must list 1 to ${MAX_AUDIENCE} member identifiers, each once`,
  ),
  claim(
    'issued-at',
    ({ iat }) => isWhole(iat, 0, MAX_SECONDS) || 'iat must be whole seconds since 1970',
  ),
  claim(
    'token-id',
    ({ jti }) =>
      (typeof jti === 'string' && JTI.test(jti)) ||
      `jti must be 1 to ${MAX_JTI_LENGTH} of A-Z a-z 0-9 . _ ~ -`,
  ),
  claim(
    'lifetime',
    ({ exp, nbf }) =>
      (exp === undefined && nbf === undefined) || 'an event carries no exp and no nbf',
  ),
  claim('subject', ({ sub }) => sub === undefined || 'an event carries no sub'),
  claim(
    'events',
    (claims) => typeAndBody(claims) !== null || 'events must map one type URI to one object',
  ),
  claim(
    'case',
    (claims) => isAbsentOr(caseOf(claims)['id'], isEventId) || 'case.id must be an event id',
  ),
  claim(
    'sequence',
    (claims) => isWhole(caseOf(claims)['seq'], 1) || 'case.seq must be 1 or a greater integer',
  ),
  claim(
    'previous',
    (claims) => isAbsentOr(caseOf(claims)['prev'], isEventId) || 'case.prev must be an event id',
  ),
  claim(
    'heads',
    (claims) =>
      isListOf(caseOf(claims)['heads'], isEventId, 0, MAX_HEADS) ||
      `case.heads must list at most ${MAX_HEADS} event ids, each once`,
  ),
  claim(
    'incarnation',
    (claims) =>
      isAbsentOr(caseOf(claims)['incarnation'], (n) => isWhole(n, 1)) ||
      'case.incarnation must be absent (for 0) or 1 or a greater integer',
  ),
  claim('opening', opensRightly),
  ...TEXT_CHECKS,
]

/** The `case` claim, or an empty object where it has another shape. */
export function caseOf({ case: given }: JsonObject): JsonObject {
  return isJsonObject(given) ? given : NOTHING
}

/** The one event type and its body; null unless there is exactly one and both have their shape. */
export function typeAndBody({ events }: JsonObject): readonly [string, JsonObject] | null {
  if (!isJsonObject(events)) return null
  const [entry, ...others] = Object.entries(events)
  if (entry === undefined || others.length > 0) return null
  const [uri, body] = entry
  if (uri.length > MAX_TYPE_LENGTH || !TYPE_URI.test(uri) || !isJsonObject(body)) return null
  return [uri, body]
}

/** Finds a header parameter that is not allowed; for every kind of token alike. */
export function foreignParameter(header: JsonObject): Finding {
  const foreign = Object.keys(header).find((name) => !HEADER_PARAMETERS.has(name))
  return foreign === undefined || `the header carries ${foreign.slice(0, 40)}`
}

/** An event without `case.id` opens a case: it has nothing before it; and only an opening has no `case.id`. */
function opensRightly(claims: JsonObject): Finding {
  const { id, seq, prev, heads, incarnation } = caseOf(claims)
  const opens = typeAndBody(claims)?.[0] === `${EVENT_TYPE_PREFIX}case-opened`
  if (id !== undefined) return !opens || 'case-opened must not carry case.id'
  if (!opens) return 'only case-opened may lack case.id'
  const first = seq === 1 && prev === undefined && incarnation === undefined
  return (
    (first && Array.isArray(heads) && heads.length === 0) ||
    'case-opened must have seq 1, no heads, no prev and no incarnation'
  )
}

const isMember = (value: unknown): boolean => MemberId.safeParse(value).success
const isEventId = (value: unknown): boolean => EventId.safeParse(value).success

function isWhole(value: unknown, min: number, max: number = Number.MAX_SAFE_INTEGER): boolean {
  return Number.isInteger(value) && Number(value) >= min && Number(value) <= max
}

function isAbsentOr(value: unknown, holds: (value: unknown) => boolean): boolean {
  return value === undefined || holds(value)
}

/** A list of distinct values that all hold, between the two lengths. */
export function isListOf(
  value: unknown,
  holds: (element: unknown) => boolean,
  min: number,
  max: number,
): boolean {
  return (
    Array.isArray(value) &&
    value.length >= min &&
    value.length <= max &&
    new Set(value).size === value.length &&
    value.every(holds)
  )
}
