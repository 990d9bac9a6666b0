import { decodeJwt, decodeProtectedHeader } from 'jose'
import { describe, expect, it } from 'vitest'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import { secondsOf } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { openHistoricalKeys } from '../../../src/core/members/historical-keys.ts'
import { KeySet, usableKeys } from '../../../src/core/members/key.ts'
import { suspendMember } from '../../../src/flows/members/admit-member.ts'
import {
  admittedMembers,
  historicalKeysOf,
  ownConfiguration,
  subordinateStatementOf,
} from '../../../src/flows/members/entity-statements.ts'
import { rotateKeys } from '../../../src/flows/members/rotate-keys.ts'
import { saveProfile } from '../../../src/flows/settings/save-profile.ts'
import { sure, type TestGateway, twoMembers, wordOf } from './gateways.ts'

const entityAt = async ({ deps }: TestGateway, id: MemberId) => {
  const entity = await deps.members.findEntity(id)
  if (!entity) throw new Error(`${id} is not hosted`)
  return entity
}
const configurationOf = async (gateway: TestGateway, id: MemberId) =>
  ownConfiguration(gateway.deps, gateway.site, await entityAt(gateway, id))

describe('the configuration of a member', () => {
  it('says what its profile says, where it answers and with which keys', async () => {
    await using w = await twoMembers()
    const entity = await entityAt(w.north, w.atlas)
    const profile = {
      ...entity.profile,
      name: 'Atlas Hypervisors',
      products: [{ code: 'ahv', name: 'Atlas Hypervisor' }],
      supportHours: 'Always',
      contacts: [{ name: 'Duty manager', phone: '+41 44 000 00 00' }],
    }
    sure(await saveProfile(w.north.deps, w.north.site, w.atlas, { profile }))
    const claims = decodeJwt(await configurationOf(w.north, w.atlas))
    expect(claims).toMatchObject({
      iss: w.atlas,
      sub: w.atlas,
      authority_hints: [w.alliance],
      metadata: {
        case_gateway: {
          organization_name: 'Atlas Hypervisors',
          events_endpoint: 'https://north.test/members/atlas/exchange/events',
          support_hours: 'Always',
          products: [{ code: 'ahv', name: 'Atlas Hypervisor' }],
          contacts: [{ name: 'Duty manager', phone: '+41 44 000 00 00' }],
        },
      },
    })
    expect(JSON.stringify(claims)).not.toContain('"d":')
  })

  it('is kept for ten minutes, unless it says something else', async () => {
    await using w = await twoMembers()
    const first = await configurationOf(w.north, w.atlas)
    w.clock.advance(9 * 60_000)
    expect(await configurationOf(w.north, w.atlas)).toBe(first)
    const entity = await entityAt(w.north, w.atlas)
    const profile = { ...entity.profile, name: 'Atlas' }
    sure(await saveProfile(w.north.deps, w.north.site, w.atlas, { profile }))
    const renamed = await configurationOf(w.north, w.atlas)
    expect(decodeJwt(renamed)['iat']).toBe(secondsOf(w.clock.now()))
    w.clock.advance(10 * 60_000)
    expect(await configurationOf(w.north, w.atlas)).not.toBe(renamed)
  })
})

describe('an alliance', () => {
  it('states a member’s federation keys for a day, and signs with its newest key at once', async () => {
    await using w = await twoMembers()
    const anchor = await entityAt(w.north, w.alliance)
    const state = async () => sure(await subordinateStatementOf(w.north.deps, anchor, w.atlas))
    const first = await state()
    const { iat, exp, jwks } = decodeJwt<{ jwks: unknown }>(first)
    expect((exp ?? 0) - (iat ?? 0)).toBe(86_400)
    const keys = await w.north.deps.members.keysOf(w.atlas, 'federation')
    expect(jwks).toEqual({ keys: keys.map(({ publicKey }) => publicKey) })
    expect(await state()).toBe(first)
    const rotation = { purpose: 'federation', now: true } as const
    const { kid } = sure(await rotateKeys(w.north.deps, w.alliance, rotation))
    expect(decodeProtectedHeader(await state()).kid).toBe(kid)
  })

  it('lists and states only those it admitted', async () => {
    await using w = await twoMembers()
    const anchor = await entityAt(w.north, w.alliance)
    const listed = async () => (await admittedMembers(w.north.deps, anchor)).toSorted()
    expect(await listed()).toEqual([w.atlas, w.borealis])
    sure(await suspendMember(w.north.deps, w.alliance, w.atlas))
    expect(await listed()).toEqual([w.borealis])
    for (const sub of [w.atlas, w.alliance])
      expect(wordOf(await subordinateStatementOf(w.north.deps, anchor, sub))).toBe('not-found')
  })
})

describe('the keys an entity has retired', () => {
  it('are listed for ever, with the reason of a revocation, and without token keys', async () => {
    await using w = await twoMembers()
    const rotate = async (purpose: 'event' | 'federation' | 'token', compromised: boolean) =>
      sure(await rotateKeys(w.north.deps, w.atlas, { purpose, now: true, compromised }))
    const event = await rotate('event', true)
    const federation = await rotate('federation', false)
    await rotate('token', false)
    const entity = await entityAt(w.north, w.atlas)
    const list = await historicalKeysOf(w.north.deps, entity)
    const { jwks } = decodeJwt<{ jwks: unknown }>(await configurationOf(w.north, w.atlas))
    const federationKeys = usableKeys(KeySet.parse(jwks))
    const at = w.clock.now()
    const opened = await openHistoricalKeys({ entity: w.atlas, list, federationKeys, at })
    if (opened instanceof Refusal) throw new Error(opened.detail)
    const told = opened.map(({ key, signs, revoked }) => [key.kid, signs, revoked?.reason])
    expect(told.toSorted()).toEqual(
      [
        [event.retired, 'events', 'compromised'],
        [federation.retired, 'statements', undefined],
      ].toSorted(),
    )
  })
})
