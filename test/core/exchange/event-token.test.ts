import { describe, expect, it } from 'vitest'
import {
  latestDate,
  parseEventToken,
  type ParsedEvent,
  typeOfUri,
  uriOfType,
  verifyEventSignature,
} from '../../../src/core/exchange/event-token.ts'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import {
  asDer,
  craft,
  hashOf,
  kidOf,
  publicOf,
  seal,
  twinOf,
  withSpareBits,
} from '../../vectors/exchange/craft.ts'
import { body, claims, header, honest, id, opening } from '../../vectors/exchange/event-kit.ts'

const keys = await importKeys({ keys: [publicOf('atlas-event')] })
const parse = async (jwt: string): Promise<ParsedEvent> => {
  const event = await parseEventToken(jwt)
  if (event instanceof Refusal) throw new Error(`${event.code}: ${event.detail}`)
  return event
}
const wordOf = async (jwt: string): Promise<string | undefined> => {
  const event = await parseEventToken(jwt)
  return event instanceof Refusal ? event.code : (await verifyEventSignature(event, keys))?.code
}

describe('parseEventToken', () => {
  it('gives the clear claims, the texts’ digests, the id and the hash of the token', async () => {
    const event = await parse(honest)
    const signingInput = honest.slice(0, honest.lastIndexOf('.'))
    expect(event).toEqual({
      id: hashOf(signingInput),
      tokenHash: hashOf(honest),
      jwt: honest,
      caseId: id(0),
      author: 'https://atlas.example',
      audience: ['https://borealis.example'],
      incarnation: 0,
      seq: 3,
      prev: id(1),
      heads: [id(2)],
      type: 'note-added',
      typeUri: 'urn:entente:event:note-added',
      body: { kind: 'update', re: null },
      texts: { note: { readers: 'case', digest: hashOf('note') } },
      iat: 1795255200,
      jti: 'b1946ac9-2492-4d23-9f65-000000000001',
      alg: 'ES256',
      kid: kidOf('atlas-event'),
      signingInput,
      signature: event.signature,
    })
  })

  it('names a case by the id of the event that opens it', async () => {
    const event = await parse(craft(header(), opening(), 'atlas-event'))
    expect(event.caseId).toBe(event.id)
    expect([event.prev, event.heads, event.incarnation]).toEqual([null, [], 0])
  })

  it('keeps the whole URI of a type of another vocabulary', async () => {
    const uri = 'https://vendor.example/telemetry'
    const event = await parse(craft(header(), body({ a: 1 }, uri), 'atlas-event'))
    expect([event.type, event.typeUri, event.body]).toEqual([uri, uri, { a: 1 }])
  })

  it('finds no text under a name that every object has', async () => {
    const { texts } = await parse(honest)
    expect(texts['constructor']).toBeUndefined()
    expect(texts['toString']).toBeUndefined()
  })

  it('does not look at the signature', async () => {
    const event = await parse(`${honest.slice(0, honest.lastIndexOf('.'))}.`)
    expect(event.id).toBe((await parse(honest)).id)
  })
})

describe('one event in several spellings of its signature', () => {
  const signature = honest.split('.')[2] ?? ''
  const respelled = (other: string): string => honest.replace(signature, other)

  it('is one event by its id, of which the n−s twin verifies too', async () => {
    const [event, twin] = [await parse(honest), await parse(twinOf(honest))]
    expect(twin.jwt).not.toBe(event.jwt)
    expect(twin.id).toBe(event.id)
    expect(twin.tokenHash).not.toBe(event.tokenHash)
    expect(await verifyEventSignature(twin, keys)).toBeUndefined()
  })

  it.each([
    ['spare bits', respelled(withSpareBits(signature)), 'event-not-canonical'],
    ['padding', `${honest}==`, 'event-not-canonical'],
    ['DER', asDer(honest), 'event-signature-invalid'],
    ['a byte more', respelled(`${signature.slice(0, -1)}AAA`), 'event-signature-invalid'],
  ])('is refused when spelled with %s', async (_, jwt, word) => {
    expect(await wordOf(jwt)).toBe(word)
  })

  it('is another event when its payload is spelled otherwise', async () => {
    const spaced = JSON.stringify(claims(), null, 1)
    const event = await parse(craft(header(), spaced, 'atlas-event'))
    expect(await verifyEventSignature(event, keys)).toBeUndefined()
    expect(event.id).not.toBe((await parse(honest)).id)
  })
})

describe('verifyEventSignature', () => {
  it('asks for a key in force and for nothing that the token says', async () => {
    const event = await parse(honest)
    const none = await verifyEventSignature(event, await importKeys({ keys: [] }))
    const other = await importKeys({ keys: [publicOf('borealis-event')] })
    expect(none?.code).toBe('event-key-unknown')
    expect((await verifyEventSignature(event, other))?.code).toBe('event-key-unknown')
  })

  it('refuses an algorithm that the case does not allow', async () => {
    const event = await parse(honest)
    expect((await verifyEventSignature(event, keys, ['Ed25519']))?.code).toBe(
      'event-algorithm-not-allowed',
    )
  })

  it('refuses a signature moved to other bytes', async () => {
    const [head, , signature] = honest.split('.')
    const other = seal(
      `${head}.${craft(header(), claims({ jti: 'x' }), 'stranger').split('.')[1]}`,
      'stranger',
    )
    expect(await wordOf(`${other.slice(0, other.lastIndexOf('.'))}.${signature}`)).toBe(
      'event-signature-invalid',
    )
  })
})

describe('latestDate', () => {
  it('is five minutes ahead of the moment, in whole seconds', () => {
    expect(latestDate(Instant.parse('2026-11-21T10:00:00.999Z'))).toBe(1795255500)
  })
})

describe('type names', () => {
  it('turn into URIs and back', () => {
    expect(uriOfType('note-added')).toBe('urn:entente:event:note-added')
    expect(typeOfUri(uriOfType('note-added'))).toBe('note-added')
    expect(uriOfType('https://vendor.example/x')).toBe('https://vendor.example/x')
    expect(typeOfUri('https://vendor.example/x')).toBe('https://vendor.example/x')
  })
})
