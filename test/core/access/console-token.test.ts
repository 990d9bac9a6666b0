import { describe, expect, it } from 'vitest'
import { accessClaims, tokenServerOf } from '../../../src/core/access/access-token.ts'
import {
  consoleChecks,
  type ConsolePass,
  type ConsoleType,
  linkClaims,
  openConsoleToken,
  readConsoleToken,
  sessionClaims,
} from '../../../src/core/access/console-token.ts'
import { importKeys } from '../../../src/core/exchange/imported-key.ts'
import { nameOfCheck } from '../../../src/core/kernel/checks.ts'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { Instant, plusMillis } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { craft, kidOf, publicOf } from '../../vectors/exchange/craft.ts'

const SERVER = tokenServerOf('https://gateway.example/')
const AT = Instant.parse('2026-11-21T22:00:00.000Z')
const HOUR = 3_600_000
const MEMBER = MemberId.parse('https://atlas.example')
const GRANT = { member: MEMBER, client: 'crm', name: 'Ines Prado', caseId: null }
const HEADER = { alg: 'ES256', kid: kidOf('atlas-event'), typ: 'console-link+jwt' }
const SESSION = { ...HEADER, typ: 'console-session+jwt' }
const claims = linkClaims(SERVER, GRANT, AT, 'j-1')

async function judge(token: string, at = AT, type: ConsoleType = 'console-link+jwt') {
  const read = readConsoleToken(token)
  if (read instanceof Refusal) return read
  const keys = await importKeys({ keys: [publicOf('atlas-event')] })
  return openConsoleToken(type, read, keys, SERVER, at)
}

async function pass(token: string, at = AT, type?: ConsoleType): Promise<ConsolePass> {
  const judged = await judge(token, at, type)
  if (judged instanceof Refusal) throw new Error(judged.detail)
  return judged
}

describe('a link into the console', () => {
  it('says who comes in, for which member, by which system', async () => {
    expect(await judge(craft(HEADER, claims, 'atlas-event'))).toEqual({
      ...GRANT,
      jti: 'j-1',
      since: AT,
      until: '2026-11-21T22:05:00.000Z',
    })
  })

  it('is over after five minutes, and not good before its time', async () => {
    const token = craft(HEADER, claims, 'atlas-event')
    expect(await judge(token, plusMillis(AT, 299_000))).not.toBeInstanceOf(Refusal)
    expect(await judge(token, plusMillis(AT, 300_000))).toMatchObject({ code: 'token-expired' })
    expect(await judge(token, plusMillis(AT, -31_000))).toMatchObject({ code: 'token-expired' })
  })

  const access = { member: MEMBER, client: 'crm', scopes: ['console:open'] } as const
  const CHEATS: readonly (readonly [string, string])[] = [
    ['of an access token', craft({ ...HEADER, typ: 'at+jwt' }, claims, 'atlas-event')],
    ['of a session', craft(SESSION, claims, 'atlas-event')],
    [
      'with an access token’s claims',
      craft(HEADER, accessClaims(SERVER, access, AT, 'j'), 'atlas-event'),
    ],
    ['without a signature', craft({ ...HEADER, alg: 'none' }, claims, 'atlas-event')],
    ['that brings its own key', craft({ ...HEADER, jwk: {} }, claims, 'atlas-event')],
    ['signed by a stranger', craft(HEADER, claims, 'borealis-event')],
    [
      'for another address',
      craft(HEADER, { ...claims, aud: `${SERVER.issuer}/api` }, 'atlas-event'),
    ],
    ['of another issuer', craft(HEADER, { ...claims, iss: 'https://x.example' }, 'atlas-event')],
    ['without a person', craft(HEADER, { ...claims, name: '' }, 'atlas-event')],
    ['without a token id', craft(HEADER, { ...claims, jti: undefined }, 'atlas-event')],
    ['to what is no case', craft(HEADER, { ...claims, case: '../admin' }, 'atlas-event')],
    ['without an end', craft(HEADER, { ...claims, exp: undefined }, 'atlas-event')],
    ['of no member', craft(HEADER, { ...claims, member: 'nobody' }, 'atlas-event')],
    ['that is no token', 'open sesame'],
    ['that is too long', 'a'.repeat(5000)],
  ]
  it.each(CHEATS)('is refused: one %s', async (_, token) => {
    expect(await judge(token)).toMatchObject({ code: 'unauthenticated' })
  })

  it('is judged by checks that each have a name', () => {
    const names = consoleChecks('console-link+jwt').map(nameOfCheck)
    expect(new Set(names).size).toBe(names.length)
  })
})

const sessionAt = (at: Instant, since: ConsolePass) => {
  const { claims, until } = sessionClaims(SERVER, since, at)
  return { token: craft(SESSION, claims, 'atlas-event'), until }
}

describe('a session in the console', () => {
  it('lasts an hour after it was used, and says so', async () => {
    const link = await pass(craft(HEADER, claims, 'atlas-event'))
    const { token, until } = sessionAt(AT, link)
    expect(until).toBe('2026-11-21T23:00:00.000Z')
    expect(await judge(token, AT, 'console-session+jwt')).toMatchObject({ until, since: AT })
    const late = await judge(token, plusMillis(AT, HOUR), 'console-session+jwt')
    expect(late).toMatchObject({ code: 'token-expired' })
  })

  it('is renewed up to twelve hours after the person came in, and no longer', async () => {
    const link = await pass(craft(HEADER, claims, 'atlas-event'))
    const { until } = sessionAt(plusMillis(AT, 11.5 * HOUR), link)
    expect(until).toBe('2026-11-22T10:00:00.000Z')
  })

  it('does not pass for a link', async () => {
    const { token } = sessionAt(AT, await pass(craft(HEADER, claims, 'atlas-event')))
    expect(await judge(token)).toMatchObject({ code: 'unauthenticated' })
  })
})
