import { describe, expect, it } from 'vitest'
import {
  ACCESS_CHECKS,
  accessClaims,
  openAccessToken,
  readAccessToken,
  tokenServerOf,
} from '../../../src/core/access/access-token.ts'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { nameOfCheck } from '../../../src/core/kernel/checks.ts'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { Instant, plusMillis } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { craft, kidOf, publicOf } from '../../vectors/exchange/craft.ts'

const SERVER = tokenServerOf('https://gateway.example/')
const AT = Instant.parse('2026-11-21T10:00:00.000Z')
const MEMBER = MemberId.parse('https://atlas.example')
const HEADER = { alg: 'ES256', kid: kidOf('atlas-event'), typ: 'at+jwt' }
const GRANT = { member: MEMBER, client: 'crm', scopes: ['cases:read', 'cases:write'] } as const
const claims = accessClaims(SERVER, GRANT, AT, 'j-1')

async function judge(token: string, at: Instant = AT) {
  const read = readAccessToken(token)
  if (read instanceof Refusal) return read
  const keys = await importKeys({ keys: [publicOf('atlas-event')] })
  return openAccessToken(read, keys, SERVER, at)
}

describe('an access token', () => {
  it('says who asks, for which member, and what it may do', async () => {
    expect(await judge(craft(HEADER, claims, 'atlas-event'))).toEqual({
      member: MEMBER,
      client: 'crm',
      scopes: new Set(['cases:read', 'cases:write']),
      until: '2026-11-21T10:15:00.000Z',
    })
  })

  it('is over after a quarter of an hour, and not good before its time', async () => {
    const token = craft(HEADER, claims, 'atlas-event')
    expect(await judge(token, plusMillis(AT, 899_000))).not.toBeInstanceOf(Refusal)
    expect(await judge(token, plusMillis(AT, 900_000))).toMatchObject({ code: 'token-expired' })
    expect(await judge(token, plusMillis(AT, -31_000))).toMatchObject({ code: 'token-expired' })
  })

  it('carries no scope that we do not know', async () => {
    const opened = await judge(
      craft(HEADER, { ...claims, scope: 'cases:read admin' }, 'atlas-event'),
    )
    expect(opened).toMatchObject({ scopes: new Set(['cases:read']) })
  })

  const CHEATS: readonly (readonly [string, string])[] = [
    ['of another type', craft({ ...HEADER, typ: 'secevent+jwt' }, claims, 'atlas-event')],
    ['without a type', craft({ alg: 'ES256', kid: HEADER.kid }, claims, 'atlas-event')],
    ['without a signature', `${craft({ ...HEADER, alg: 'none' }, claims, 'atlas-event')}`],
    ['that brings its own key', craft({ ...HEADER, jwk: {} }, claims, 'atlas-event')],
    ['signed by a stranger under our key’s name', craft(HEADER, claims, 'borealis-event')],
    ['signed with an unknown key', craft({ ...HEADER, kid: 'x' }, claims, 'borealis-event')],
    ['for another address', craft(HEADER, { ...claims, aud: 'https://x.example' }, 'atlas-event')],
    ['of another issuer', craft(HEADER, { ...claims, iss: 'https://x.example' }, 'atlas-event')],
    ['whose subject is another', craft(HEADER, { ...claims, sub: 'other' }, 'atlas-event')],
    ['without an end', craft(HEADER, { ...claims, exp: undefined }, 'atlas-event')],
    ['of no member', craft(HEADER, { ...claims, member: 'nobody' }, 'atlas-event')],
    ['that is no token', 'Bearer'],
    ['that is too long', 'a'.repeat(5000)],
  ]
  it.each(CHEATS)('is refused: one %s', async (_, token) => {
    expect(await judge(token)).toMatchObject({ code: 'unauthenticated' })
  })

  it('is judged by checks that each have a name', () => {
    const names = ACCESS_CHECKS.map(nameOfCheck)
    expect(new Set(names).size).toBe(names.length)
  })
})
