import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { openHistoricalKeys } from '../../../src/core/members/historical-keys.ts'
import { KeySet, usableKeys } from '../../../src/core/members/key.ts'
import {
  AT,
  ATLAS,
  type Json,
  jwks,
  kidOf,
  listClaims,
  NOW,
  publicJwk,
  sign,
} from '../../vectors/members/kit.ts'

const at = Instant.parse(AT)
const entity = MemberId.parse(ATLAS)
const federationKeys = usableKeys(KeySet.parse(jwks('atlas-federation')))
const open = async (...keys: Json[]) =>
  openHistoricalKeys({
    entity,
    list: await sign(listClaims({ keys }), 'atlas-federation', { typ: 'jwk-set+jwt' }),
    federationKeys,
    at,
  })
const RETIRED = { ...publicJwk('stranger'), exp: NOW - 60 }

describe('openHistoricalKeys', () => {
  it('takes an event key only for what says so', async () => {
    expect(await open(RETIRED)).toMatchObject([{ signs: 'statements' }])
    expect(await open({ ...RETIRED, entity_type: 'case_gateway' })).toMatchObject([
      { signs: 'events' },
    ])
    expect(await open({ ...RETIRED, entity_type: 'later' })).toMatchObject([
      { signs: 'statements' },
    ])
  })

  it.each([
    ['compromised', 'compromised'],
    ['superseded', 'superseded'],
    ['unspecified', 'unspecified'],
    ['key-ceased-later', 'unspecified'],
    [undefined, 'unspecified'],
  ])('reads the reason %s as %s', async (reason, read) => {
    expect(await open({ ...RETIRED, revoked: { revoked_at: NOW - 60, reason } })).toMatchObject([
      { revoked: { reason: read } },
    ])
  })

  it('leaves out keys of types that verify nothing here', async () => {
    const later = { kty: 'AKP', kid: 'later', exp: NOW }
    expect(await open(later, RETIRED)).toMatchObject([{ key: { kid: kidOf('stranger') } }])
  })

  it('answers any list with keys or a refusal and never throws', async () => {
    const entry = fc.dictionary(fc.constantFrom(...Object.keys(RETIRED), 'revoked'), fc.jsonValue())
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 3 }), async (entries) => {
        const opened = await open(...entries.map((e) => ({ ...RETIRED, ...e })))
        expect(opened instanceof Refusal || Array.isArray(opened)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })

  it('refuses a revocation without its time', async () => {
    expect(await open({ ...RETIRED, revoked: {} })).toMatchObject({ code: 'statement-malformed' })
  })
})
