import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matchDisclosures } from '../../src/core/exchange/disclosure.ts'
import { parseEventToken, verifyEventSignature } from '../../src/core/exchange/event-token.ts'
import { importKeys } from '../../src/core/exchange/imported-key.ts'
import {
  EMPTY_BODY_HASH,
  openRequestToken,
  parseRequestToken,
} from '../../src/core/exchange/request-token.ts'
import { CaseId, EventId, MemberId } from '../../src/core/kernel/id.ts'
import { Instant } from '../../src/core/kernel/instant.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import type { EventDraft, SealedEvent } from '../../src/flows/sealing.ts'
import { importSigningKey } from '../../src/signing/keys.ts'
import { isStatementType, sealEvent, sealRequest, signToken } from '../../src/signing/sign.ts'
import { hashOf, jwkOf, kidOf, publicOf } from '../vectors/exchange/craft.ts'

const ATLAS = MemberId.parse('https://atlas.example')
const BOREALIS = MemberId.parse('https://borealis.example')
const key = await importSigningKey(jwkOf('atlas-event') as JsonWebKey)
const keys = await importKeys({ keys: [publicOf('atlas-event')] })
const id = (n: number): string => hashOf(`event ${n}`)
function counting(): (length: number) => Uint8Array<ArrayBuffer> {
  let n = 0
  return (length) => new Uint8Array(length).fill(++n)
}
const DRAFT: EventDraft = {
  author: ATLAS,
  audience: [BOREALIS],
  iat: 1795255200,
  jti: 'j-1',
  caseId: CaseId.parse(id(0)),
  incarnation: 0,
  seq: 3,
  prev: EventId.parse(id(1)),
  heads: [EventId.parse(id(2))],
  type: 'note-added',
  body: { kind: 'update', re: null },
  texts: {
    note: { readers: [BOREALIS], value: 'Path failover takes 40 s — see “multipath”' },
    reason: { readers: 'case', value: { code: 'x', list: [1, 'zwei'] } },
  },
}
const seal = async (draft: EventDraft): Promise<SealedEvent> => {
  const sealed = await sealEvent(draft, key, counting())
  if (sealed instanceof Refusal) throw new Error(`${sealed.code}: ${sealed.detail}`)
  return sealed
}
const refusalOf = async (draft: Partial<EventDraft>): Promise<Refusal | undefined> => {
  const sealed = await sealEvent({ ...DRAFT, ...draft }, key, counting())
  return sealed instanceof Refusal ? sealed : undefined
}

describe('sealEvent', () => {
  it('seals what a partner reads as it was drafted', async () => {
    const { event } = await seal(DRAFT)
    const read = await parseEventToken(event.jwt)
    if (read instanceof Refusal) throw new Error(read.detail)
    expect(read).toEqual(event)
    expect(await verifyEventSignature(read, keys)).toBeUndefined()
    const { author, audience, caseId, incarnation, seq, prev, heads, type, body, iat, jti } = read
    const { texts: _, ...drafted } = DRAFT
    expect({
      author,
      audience,
      caseId,
      incarnation,
      seq,
      prev,
      heads,
      type,
      body,
      iat,
      jti,
    }).toEqual(drafted)
    expect(read.texts['note']?.readers).toEqual([BOREALIS])
    expect(read.texts['reason']?.readers).toBe('case')
  })

  it('puts no text into the token, and gives back every one with a salt of its own', async () => {
    const { event, disclosures } = await seal(DRAFT)
    const payload = Buffer.from(event.jwt.split('.')[1] ?? '', 'base64url').toString()
    expect(payload).not.toMatch(/multipath|zwei/)
    const all = Object.values(disclosures).map(({ disclosure }) => disclosure)
    const { matched, dropped } = await matchDisclosures(event.texts, all)
    expect(dropped).toEqual([])
    expect(matched['note']?.value).toBe(DRAFT.texts['note']?.value)
    expect(matched['reason']?.value).toEqual(DRAFT.texts['reason']?.value)
    const same = await seal({
      ...DRAFT,
      texts: { note: { readers: 'case', value: 'a' }, reason: { readers: 'case', value: 'a' } },
    })
    expect(same.event.texts['note']?.digest).not.toBe(same.event.texts['reason']?.digest)
  })

  it('seals an opening, whose case is itself', async () => {
    const { event } = await seal({
      ...DRAFT,
      type: 'case-opened',
      caseId: null,
      seq: 1,
      prev: null,
      heads: [],
      texts: {},
    })
    expect(event.caseId).toBe(event.id)
    expect(event.body).toEqual(DRAFT.body)
  })

  it('seals under another incarnation and a type of another vocabulary', async () => {
    const { event } = await seal({ ...DRAFT, incarnation: 2, type: 'https://vendor.example/x' })
    expect([event.incarnation, event.typeUri]).toEqual([2, 'https://vendor.example/x'])
  })

  it('seals any text that is I-JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (value) => {
        const { event, disclosures } = await seal({
          ...DRAFT,
          texts: { note: { readers: 'case', value } },
        })
        const given = Object.values(disclosures).map(({ disclosure }) => disclosure)
        expect((await matchDisclosures(event.texts, given)).matched['note']?.value).toBe(value)
      }),
      { numRuns: 50 },
    )
  })

  it.each([
    ['event-too-large', { body: { kind: 'x'.repeat(50_000) } }],
    ['event-too-large', { texts: { note: { readers: 'case', value: 'x'.repeat(50_000) } } }],
    ['event-text-malformed', { texts: { note: { readers: 'case', value: '\ud800' } } }],
    ['event-text-malformed', { texts: { note: { readers: [], value: 'x' } } }],
    ['event-text-malformed', { texts: { Note: { readers: 'case', value: 'x' } } }],
    ['event-text-malformed', { body: { _sd: [] } }],
    ['event-json-invalid', { body: { n: 2 ** 53 } }],
    ['event-json-invalid', { body: { kind: '\udfff' } }],
    ['event-claims-invalid', { audience: [] }],
    ['event-claims-invalid', { iat: 1795255200.5 }],
    ['event-claims-invalid', { type: 'case-opened' }],
  ] as [string, Partial<EventDraft>][])(
    'refuses by %s what a partner would: %j',
    async (word, draft) => {
      expect((await refusalOf(draft))?.code).toBe(word)
    },
  )
})

describe('sealRequest', () => {
  it('gives the right to one request', async () => {
    const request = {
      audience: BOREALIS,
      method: 'GET',
      url: 'https://borealis.example/exchange/heads?page=2',
      bodyHash: EMPTY_BODY_HASH,
      at: Instant.parse('2026-11-21T10:00:00.000Z'),
    }
    const parsed = await parseRequestToken(await sealRequest(ATLAS, request, 'j-1', key))
    if (parsed instanceof Refusal) throw new Error(parsed.detail)
    expect(await openRequestToken(parsed, keys, request)).toEqual({
      iss: ATLAS,
      jti: 'j-1',
      iat: 1795255200,
    })
  })
})

describe('signToken', () => {
  it('writes alg, kid and typ into the header and nothing else', async () => {
    const jwt = await signToken('entity-statement+jwt', { a: 1 }, key)
    const header: unknown = JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString())
    expect(header).toEqual({ alg: 'ES256', kid: kidOf('atlas-event'), typ: 'entity-statement+jwt' })
  })
})

describe('isStatementType', () => {
  it('keeps federation keys away from events, requests and access tokens', () => {
    expect(['secevent+jwt', 'entente-request+jwt', 'at+jwt', 'JWT'].map(isStatementType)).toEqual([
      false,
      false,
      false,
      false,
    ])
    expect(isStatementType('jwk-set+jwt')).toBe(true)
  })
})
