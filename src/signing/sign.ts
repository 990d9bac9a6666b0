// The one place that signs. Every kind of token has its own `typ` (D9); its header holds `alg`, `kid`, `typ` and nothing
// else. What is signed is read back by the same checks that judge a partner's, so that nothing leaves that others refuse.
import { CompactSign } from 'jose'
import type { ConsoleType } from '../core/access/console-token.ts'
import { parseEventToken, uriOfType } from '../core/exchange/event-token.ts'
import { EVENT_TYP } from '../core/exchange/event-checks.ts'
import {
  type Disclosure,
  fitsLimits,
  makeDisclosure,
  openDisclosure,
  SALT_BYTES,
} from '../core/exchange/disclosure.ts'
import { REQUEST_TYP, type ExpectedRequest } from '../core/exchange/request-checks.ts'
import { requestClaims } from '../core/exchange/request-token.ts'
import { utf8 } from '../core/kernel/bytes.ts'
import type { MemberId } from '../core/kernel/id.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import type { EventDraft, SealedEvent } from '../flows/sealing.ts'
import type { RandomBytes } from './master-key.ts'
import type { SigningKey } from './keys.ts'

/** What an entity says about itself or others under its federation key. */
export const STATEMENT_TYPES = [
  'entity-statement+jwt',
  'jwk-set+jwt',
  'resolve-response+jwt',
] as const
export type StatementType = (typeof STATEMENT_TYPES)[number]
/** The kinds of token signed here; `at+jwt` is an access token (RFC 9068). */
export type TokenType =
  StatementType | typeof EVENT_TYP | typeof REQUEST_TYP | 'at+jwt' | ConsoleType

export const isStatementType = (typ: string): typ is StatementType =>
  STATEMENT_TYPES.some((known) => known === typ)

/** Signs claims as a JWT of one kind. */
export function signToken(
  typ: TokenType,
  claims: Readonly<Record<string, unknown>>,
  { kid, alg, key }: SigningKey,
): Promise<string> {
  return new CompactSign(utf8(JSON.stringify(claims)))
    .setProtectedHeader({ alg, kid, typ })
    .sign(key)
}

/** Signs an event, its texts becoming disclosures with fresh salts; refused when a partner would refuse it. */
export async function sealEvent(
  draft: EventDraft,
  key: SigningKey,
  random: RandomBytes,
): Promise<SealedEvent | Refusal> {
  const disclosures = await discloseTexts(draft.texts, random)
  if (disclosures instanceof Refusal) return disclosures
  const text = Object.entries(disclosures).map(([slot, { digest }]) => [
    slot,
    { readers: draft.texts[slot]?.readers, value: [{ '...': digest }] },
  ])
  const jwt = await signToken(EVENT_TYP, eventClaims(draft, Object.fromEntries(text)), key)
  const event = await parseEventToken(jwt)
  return event instanceof Refusal ? event : { event, disclosures }
}

/** Signs the right to one request (D22). @param jti fresh for every attempt */
export function sealRequest(
  caller: MemberId,
  request: ExpectedRequest,
  jti: string,
  key: SigningKey,
): Promise<string> {
  return signToken(REQUEST_TYP, requestClaims(caller, request, jti), key)
}

async function discloseTexts(
  texts: EventDraft['texts'],
  random: RandomBytes,
): Promise<SealedEvent['disclosures'] | Refusal> {
  const made: [string, Disclosure][] = []
  for (const [slot, { value }] of Object.entries(texts)) {
    const disclosure = await makeDisclosure(random(SALT_BYTES), value)
    if (openDisclosure(disclosure.disclosure) === null)
      return new Refusal('event-text-malformed', `the text ${slot} is not I-JSON`, slot)
    made.push([slot, disclosure])
  }
  if (!fitsLimits(made.map(([, { disclosure }]) => disclosure)))
    return new Refusal('event-too-large', 'the texts of the event are too long')
  return Object.fromEntries(made)
}

function eventClaims(draft: EventDraft, text: Readonly<Record<string, unknown>>) {
  const { caseId, incarnation, seq, prev, heads, type } = draft
  const hasTexts = Object.keys(text).length > 0
  return {
    iss: draft.author,
    aud: draft.audience,
    iat: draft.iat,
    jti: draft.jti,
    case: {
      ...(caseId === null ? {} : { id: caseId }),
      ...(incarnation === 0 ? {} : { incarnation }),
      seq,
      ...(prev === null ? {} : { prev }),
      heads,
    },
    events: { [uriOfType(type)]: { ...draft.body, ...(hasTexts ? { text } : {}) } },
  }
}
