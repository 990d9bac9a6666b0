import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Instant, instantOfSeconds } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import {
  expiryOf,
  isConfiguration,
  readStatement,
  type Statement,
  usesNoPolicy,
} from '../../../src/core/members/statement.ts'
import {
  AT,
  type Json,
  kidOf,
  leafClaims,
  NOW,
  sign,
  superiorClaims,
} from '../../vectors/members/kit.ts'

const at = Instant.parse(AT)
const read = async (claims: Json, moment = at) =>
  readStatement(await sign(claims, 'atlas-federation'), moment)
async function statement(claims: Json): Promise<Statement> {
  const found = await read(claims)
  if (found instanceof Refusal) throw new Error(found.detail)
  return found
}

describe('readStatement', () => {
  it('reads claims and keys and judges no signature', async () => {
    const token = await sign(leafClaims(), 'stranger', { kid: kidOf('atlas-federation') })
    const found = await readStatement(token, at)
    expect(found).toMatchObject({
      token,
      claims: leafClaims(),
      keys: [{ kid: kidOf('atlas-federation') }],
    })
  })

  it('names the claim that is malformed', async () => {
    expect(await read(leafClaims({ exp: 'soon' }))).toMatchObject({
      code: 'statement-malformed',
      detail: expect.stringMatching(/^exp: /),
    })
  })

  it('counts from 300 seconds before its date until the second before its end', async () => {
    const claims = leafClaims({ iat: NOW, exp: NOW + 600 })
    const when = (seconds: number) => read(claims, instantOfSeconds(NOW + seconds))
    expect(await when(-301)).toMatchObject({ code: 'statement-not-yet-valid' })
    expect(await when(-300)).not.toBeInstanceOf(Refusal)
    expect(await when(599)).not.toBeInstanceOf(Refusal)
    expect(await when(600)).toMatchObject({ code: 'statement-expired' })
  })

  it('answers any text with a statement or a refusal and never throws', async () => {
    const text = fc.oneof(fc.string(), fc.base64String(), fc.json())
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 4 }), async (parts) => {
        expect(await readStatement(parts.join('.'), at)).toBeInstanceOf(Refusal)
      }),
    )
  })

  it('answers any claims with a statement or a refusal and never throws', async () => {
    const known = fc.constantFrom('iss', 'sub', 'iat', 'exp', 'jwks', 'metadata', 'authority_hints')
    await fc.assert(
      fc.asyncProperty(fc.dictionary(known, fc.jsonValue()), async (claims) => {
        const found = await read({ ...leafClaims(), ...claims })
        expect(found instanceof Refusal || typeof found.claims.exp === 'number').toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a statement', () => {
  it('is a configuration when it speaks about its own issuer', async () => {
    expect(isConfiguration(await statement(leafClaims()))).toBe(true)
    expect(isConfiguration(await statement(superiorClaims()))).toBe(false)
  })

  it('ends with the first of several', async () => {
    const one = await statement(leafClaims())
    const ends = fc.array(fc.integer({ min: 1, max: 4e9 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(ends, (seconds) => {
        const several = seconds.map((exp) => ({ ...one, claims: { ...one.claims, exp } }))
        expect(expiryOf(several)).toBe(instantOfSeconds(Math.min(...seconds)))
      }),
    )
  })

  it('uses a policy when it says anything under such a claim, even nothing', async () => {
    expect(usesNoPolicy(await statement(leafClaims()))).toBe(true)
    expect(usesNoPolicy(await statement(leafClaims({ constraints: null })))).toBe(false)
  })
})
