import { describe, expect, it } from 'vitest'
import {
  ASSERTION_CHECKS,
  openAssertion,
  readAssertion,
} from '../../../src/core/access/client-assertion.ts'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { nameOfCheck } from '../../../src/core/kernel/checks.ts'
import { Instant, secondsOf } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { craft, type KeyName, kidOf, publicOf } from '../../vectors/exchange/craft.ts'

const ISSUER = 'https://gateway.example'
const AT = Instant.parse('2026-11-21T10:00:00.000Z')
const NOW = secondsOf(AT)
const HEADER = { alg: 'ES256', kid: kidOf('atlas-event'), typ: 'JWT' }
const CLAIMS = { iss: 'crm', sub: 'crm', aud: ISSUER, jti: 'j-1', iat: NOW, exp: NOW + 60 }

async function judge(assertion: string, keyNames: KeyName[] = ['atlas-event']) {
  const read = readAssertion(assertion)
  if (read instanceof Refusal) return read
  const keys = await importKeys({ keys: keyNames.map(publicOf) })
  return openAssertion(read.raw, keys, ISSUER, AT)
}

const changed = (claims: object, header: object = {}): string =>
  craft({ ...HEADER, ...header }, { ...CLAIMS, ...claims }, 'atlas-event')

describe('a client assertion', () => {
  it('proves the client once, until it ends', async () => {
    expect(await judge(changed({}))).toEqual({ jti: 'j-1', until: '2026-11-21T10:02:00.000Z' })
  })

  it('may name our issuer in a list of one, and carry no typ', async () => {
    expect(await judge(changed({ aud: [ISSUER] }))).not.toBeInstanceOf(Refusal)
    const { typ: _, ...header } = HEADER
    expect(await judge(craft(header, CLAIMS, 'atlas-event'))).not.toBeInstanceOf(Refusal)
  })

  it('needs no key id where the client has one key, and needs one where it has two', async () => {
    const unnamed = craft({ alg: 'ES256' }, CLAIMS, 'atlas-event')
    expect(await judge(unnamed)).not.toBeInstanceOf(Refusal)
    expect(await judge(unnamed, ['atlas-event', 'borealis-event'])).toMatchObject({
      code: 'client-unknown',
    })
  })

  it.each([
    ['whose subject is another', changed({ sub: 'other' })],
    ['for the token endpoint of anybody', changed({ aud: `${ISSUER}/api/oauth/token` })],
    ['for two audiences', changed({ aud: [ISSUER, 'https://x.example'] })],
    ['without an id', changed({ jti: undefined })],
    ['without an end', changed({ exp: undefined })],
    ['that is an access token', changed({}, { typ: 'at+jwt' })],
    ['with an algorithm of its own', changed({}, { alg: 'HS256' })],
    ['that points to its key', changed({}, { jku: 'https://x.example/jwks' })],
    ['signed by a stranger', craft(HEADER, CLAIMS, 'borealis-event')],
    ['that is no token', 'x.y'],
    ['without an issuer', changed({ iss: 7 })],
  ])('is refused: one %s', async (_, assertion) => {
    expect(await judge(assertion)).toMatchObject({ code: 'client-unknown' })
  })

  it.each([
    ['is over', { iat: NOW - 600, exp: NOW - 60 }],
    ['would live too long', { exp: NOW + 361 }],
    ['is dated ahead', { iat: NOW + 61, exp: NOW + 120 }],
    ['is not good yet', { nbf: NOW + 61 }],
  ])('is refused for its time: one that %s', async (_, claims) => {
    expect(await judge(changed(claims))).toMatchObject({ code: 'token-expired' })
  })

  it('is judged by checks that each have a name', () => {
    const names = ASSERTION_CHECKS.map(nameOfCheck)
    expect(new Set(names).size).toBe(names.length)
  })
})
