import { describe, expect, it } from 'vitest'
import { runChecks, skipChecks } from '../../../src/core/kernel/checks.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { KeySet, usableKeys } from '../../../src/core/members/key.ts'
import {
  cutToken,
  HEADER_CHECKS,
  MAX_STATEMENT_BYTES,
  namedKeys,
  SIGNATURE_CHECKS,
  type SignedToken,
} from '../../../src/core/members/signed-token.ts'
import { jwks, kidOf, leafClaims, sign, signText } from '../../vectors/members/kit.ts'

const TYPE = 'entity-statement+jwt'
async function cut(made: Promise<string>): Promise<SignedToken> {
  const token = cutToken(await made)
  if (token instanceof Refusal) throw new Error(token.detail)
  return token
}
const keysOf = (...names: Parameters<typeof jwks>) => usableKeys(KeySet.parse(jwks(...names)))

describe('cutToken', () => {
  it('keeps the token as received beside its parts', async () => {
    const made = await sign(leafClaims(), 'atlas-federation')
    expect(cutToken(made)).toMatchObject({
      token: made,
      header: { typ: TYPE },
      claims: leafClaims(),
      flaws: [],
    })
  })

  it('lists what I-JSON forbids without refusing it', async () => {
    const token = await cut(signText('{"a":1,"a":2}', '{"b":"\\udfff","c":1e400}', 'stranger'))
    expect(token.flaws.toSorted()).toEqual(['duplicate-key', 'number', 'surrogate'])
  })

  it.each([
    '',
    '.',
    '..',
    'a.b.c',
    'e30.e30',
    'e30.W10.AA',
    'W10.e30.AA',
    'e30.bnVsbA.AA',
    'e30.e30.AA.AA',
    '☃.e30.AA',
  ])('refuses %j', (text) => {
    expect(cutToken(text)).toMatchObject({ code: 'statement-malformed' })
  })

  it('refuses a token that is too long before reading it', async () => {
    const made = await sign({ filler: 'x'.repeat(MAX_STATEMENT_BYTES) }, 'stranger')
    expect(cutToken(made)).toMatchObject({ code: 'statement-malformed' })
    expect(String((cutToken(made) as Refusal).detail)).toContain('longer')
  })
})

describe('the header', () => {
  it('holds for one type of token and no other', async () => {
    const token = await cut(sign(leafClaims(), 'atlas-federation'))
    expect(await runChecks(HEADER_CHECKS, { token, type: TYPE })).toBeUndefined()
    expect(await runChecks(HEADER_CHECKS, { token, type: 'jwk-set+jwt' })).toMatchObject({
      code: 'statement-wrong-type',
    })
  })

  it('may hold nothing inherited that a check looks for', async () => {
    const token = await cut(signText('{"__proto__":{"crit":["x"]},"typ":"x"}', '{}', 'stranger'))
    expect(await runChecks(HEADER_CHECKS, { token, type: 'x' })).toMatchObject({
      code: 'statement-algorithm-not-allowed',
    })
  })
})

const judge = (token: SignedToken, keys: ReturnType<typeof keysOf>, skip: string[] = []) =>
  runChecks(SIGNATURE_CHECKS, { signatures: [{ token, keys }] }, { [skipChecks]: new Set(skip) })

describe('a signature', () => {
  it('counts under the key that the header names and no other of the issuer', async () => {
    const keys = keysOf('stranger', 'atlas-federation')
    const token = await cut(sign(leafClaims(), 'atlas-federation'))
    expect(namedKeys(token, keys)).toHaveLength(1)
    expect(await judge(token, keys)).toBeUndefined()
    const under = await cut(sign(leafClaims(), 'atlas-federation', { kid: kidOf('stranger') }))
    expect(await judge(under, keys)).toMatchObject({ code: 'statement-signature-invalid' })
  })

  it('is refused under a key of another algorithm than the header says', async () => {
    const token = await cut(sign(leafClaims(), 'atlas-federation', { alg: 'Ed25519' }))
    expect(await judge(token, keysOf('atlas-federation'))).toMatchObject({
      code: 'statement-signature-invalid',
    })
  })

  it('is refused when one of several does not verify', async () => {
    const good = await cut(sign(leafClaims(), 'atlas-federation'))
    const bad = await cut(sign(leafClaims(), 'stranger', { kid: kidOf('atlas-federation') }))
    const keys = keysOf('atlas-federation')
    const signatures = [good, bad].map((token) => ({ token, keys }))
    expect(await runChecks(SIGNATURE_CHECKS, { signatures })).toMatchObject({
      code: 'statement-signature-invalid',
    })
  })

  it('is refused without a key to verify with, also when nobody asks for its name', async () => {
    const token = await cut(sign(leafClaims(), 'atlas-federation'))
    expect(await judge(token, [])).toMatchObject({ code: 'statement-key-unknown' })
    expect(await judge(token, [], ['statement-key-unknown'])).toMatchObject({
      code: 'statement-signature-invalid',
    })
  })

  it('never throws on a key that is not on its curve', async () => {
    const token = await cut(sign(leafClaims(), 'atlas-federation'))
    const [key] = keysOf('atlas-federation')
    if (key?.kty !== 'EC') throw new Error('an EC key')
    expect(await judge(token, [{ ...key, y: 'A'.repeat(43) }])).toMatchObject({
      code: 'statement-signature-invalid',
    })
  })
})
