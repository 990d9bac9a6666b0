// What we sign is read by others, and what others sign is read here: node-jose for ES256, Node's own crypto for Ed25519,
// @sd-jwt/core for texts. None of them shares code with jose or with this gateway.
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { createRequire } from 'node:module'
import { SDJwtInstance } from '@sd-jwt/core'
import { describe, expect, it } from 'vitest'
import { matchDisclosures } from '../../src/core/exchange/disclosure.ts'
import { parseEventToken, verifyEventSignature } from '../../src/core/exchange/event-token.ts'
import { importKeys } from '../../src/core/exchange/imported-key.ts'
import { MemberId } from '../../src/core/kernel/id.ts'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import type { EventDraft } from '../../src/flows/sealing.ts'
import { importSigningKey } from '../../src/signing/keys.ts'
import { sealEvent } from '../../src/signing/sign.ts'
import { craft, jwkOf, type KeyName, kidOf, publicOf } from '../vectors/exchange/craft.ts'
import { claims, header } from '../vectors/exchange/event-kit.ts'

type NodeJose = {
  JWK: { asKey: (jwk: unknown) => Promise<unknown> }
  JWS: {
    createVerify: (key: unknown) => {
      verify: (jwt: string) => Promise<{ header: object; payload: Buffer }>
    }
    createSign: (
      options: object,
      signer: object,
    ) => { update: (payload: string) => { final: () => Promise<string> } }
  }
}
const nodeJose = createRequire(import.meta.url)('node-jose') as NodeJose

const ATLAS = MemberId.parse('https://atlas.example')
const TEXTS = { summary: 'Disks “vanish” for 40 s', contact: { name: 'Zoë', phones: ['+46 8 1'] } }
const DRAFT: EventDraft = {
  author: ATLAS,
  audience: [ATLAS],
  iat: 1795255200,
  jti: 'j-1',
  caseId: null,
  incarnation: 0,
  seq: 1,
  prev: null,
  heads: [],
  type: 'case-opened',
  body: { rules: 1, algs: ['ES256', 'Ed25519'], clear: 'text' },
  texts: {
    summary: { readers: 'case', value: TEXTS.summary },
    contact: { readers: [ATLAS], value: TEXTS.contact },
  },
}
const random = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const hasher = (data: string | ArrayBuffer) =>
  new Uint8Array(
    createHash('sha256')
      .update(typeof data === 'string' ? data : new Uint8Array(data))
      .digest(),
  )
const bodyOf = (payload: unknown): unknown =>
  (payload as { events: Record<string, unknown> }).events['urn:entente:event:case-opened']

async function sealWith(name: KeyName) {
  const key = await importSigningKey(jwkOf(name) as JsonWebKey)
  const sealed = await sealEvent(DRAFT, key, random)
  if (sealed instanceof Refusal) throw new Error(sealed.detail)
  return sealed
}
async function wordOf(jwt: string, name: KeyName): Promise<string> {
  const event = await parseEventToken(jwt)
  if (event instanceof Refusal) return event.code
  const refusal = await verifyEventSignature(event, await importKeys({ keys: [publicOf(name)] }))
  return refusal?.code ?? 'verified'
}

describe('ES256 with node-jose', () => {
  it('verifies there what was signed here', async () => {
    const { event } = await sealWith('atlas-event')
    const key = await nodeJose.JWK.asKey(publicOf('atlas-event'))
    const { payload } = await nodeJose.JWS.createVerify(key).verify(event.jwt)
    expect(JSON.parse(payload.toString())).toMatchObject({ iss: ATLAS, case: { seq: 1 } })
    const forged = event.jwt.replace(/\.[^.]*$/, `.${'A'.repeat(86)}`)
    await expect(nodeJose.JWS.createVerify(key).verify(forged)).rejects.toThrow('no key found')
  })

  it('verifies here what was signed there', async () => {
    const key = await nodeJose.JWK.asKey({ ...jwkOf('atlas-event'), use: 'sig' })
    const jwt = await nodeJose.JWS.createSign(
      { format: 'compact', fields: { typ: 'secevent+jwt' } },
      { key, reference: 'kid' },
    )
      .update(JSON.stringify(claims()))
      .final()
    expect(await wordOf(jwt, 'atlas-event')).toBe('verified')
    expect(await wordOf(jwt, 'borealis-event')).toBe('event-key-unknown')
  })

  it('verifies there what the vectors’ own signer made', async () => {
    const key = await nodeJose.JWK.asKey(publicOf('atlas-event'))
    const jwt = craft(header(), claims(), 'atlas-event')
    await expect(nodeJose.JWS.createVerify(key).verify(jwt)).resolves.toBeDefined()
  })
})

describe('Ed25519 with node:crypto', () => {
  const name = 'atlas-event-ed25519'

  it('verifies there what was signed here', async () => {
    const { signingInput, signature } = (await sealWith(name)).event
    const key = createPublicKey({ key: publicOf(name) as never, format: 'jwk' })
    expect(verify(null, Buffer.from(signingInput), key, signature)).toBe(true)
    expect(verify(null, Buffer.from(`${signingInput}x`), key, signature)).toBe(false)
  })

  it('verifies here what was signed there', async () => {
    const head = { alg: 'Ed25519', kid: kidOf(name), typ: 'secevent+jwt' }
    const input = [head, claims()]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.')
    const key = createPrivateKey({ key: jwkOf(name) as never, format: 'jwk' })
    const signature = sign(null, Buffer.from(input), key).toString('base64url')
    expect(await wordOf(`${input}.${signature}`, name)).toBe('verified')
  })
})

describe('texts with @sd-jwt/core', () => {
  const key = createPublicKey({ key: publicOf('atlas-event') as never, format: 'jwk' })
  const other = new SDJwtInstance({
    hasher,
    hashAlg: 'sha-256',
    verifier: (data, signature) =>
      verify(
        'sha256',
        Buffer.from(data),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
  })
  it('opens there every text that was sealed here', async () => {
    const { event, disclosures } = await sealWith('atlas-event')
    const all = Object.values(disclosures).map(({ disclosure }) => disclosure)
    const { payload } = await other.verify(`${[event.jwt, ...all].join('~')}~`)
    expect(bodyOf(payload)).toEqual({
      ...DRAFT.body,
      text: {
        summary: { readers: 'case', value: [TEXTS.summary] },
        contact: { readers: [ATLAS], value: [TEXTS.contact] },
      },
    })
  })

  it('verifies there when a text was withheld or erased', async () => {
    const { event, disclosures } = await sealWith('atlas-event')
    const { payload } = await other.verify(`${event.jwt}~${disclosures['contact']?.disclosure}~`)
    expect(bodyOf(payload)).toMatchObject({
      text: { summary: { value: [] }, contact: { value: [TEXTS.contact] } },
    })
  })

  it('opens here every text that was disclosed there', async () => {
    const issuer = new SDJwtInstance({
      hasher,
      hashAlg: 'sha-256',
      signAlg: 'ES256',
      saltGenerator: () =>
        Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url'),
      signer: (data) =>
        sign('sha256', Buffer.from(data), {
          key: createPrivateKey({ key: jwkOf('atlas-event') as never, format: 'jwk' }),
          dsaEncoding: 'ieee-p1363',
        }).toString('base64url'),
    })
    const uri = 'urn:entente:event:case-opened'
    const text = { summary: { readers: 'case', value: [TEXTS.summary] } }
    const compact = await issuer.issue(
      { ...claims({ case: { seq: 1, heads: [] } }), events: { [uri]: { rules: 1, text } } },
      { events: { [uri]: { text: { summary: { value: { _sd: [0] } } } } } } as never,
      { header: { typ: 'secevent+jwt', kid: kidOf('atlas-event') } },
    )
    const [jwt = '', ...rest] = compact.split('~')
    expect(await wordOf(jwt, 'atlas-event')).toBe('verified')
    const event = await parseEventToken(jwt)
    if (event instanceof Refusal) throw new Error(event.detail)
    const { matched, dropped } = await matchDisclosures(event.texts, rest.slice(0, -1))
    expect(dropped).toEqual([])
    expect(matched['summary']?.value).toBe(TEXTS.summary)
  })
})
