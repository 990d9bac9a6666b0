import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { KeySet, usableKeys } from '../../../src/core/members/key.ts'
import { CaseGatewayMetadata, openMetadata } from '../../../src/core/members/metadata.ts'
import { gatewayMetadata, type Json, jwks } from '../../vectors/members/kit.ts'

const FEDERATION = usableKeys(KeySet.parse(jwks('atlas-federation')))
const open = (extra: Json) => openMetadata(gatewayMetadata(extra), FEDERATION)
const HASH = 'A'.repeat(43)

describe('the metadata of a case gateway', () => {
  it('is returned with the members we do not know', async () => {
    const opened = await open({
      later: { a: 1 },
      limits: { event_bytes: 1, batch_events: 1, later: 9 },
    })
    expect(opened).toMatchObject({ later: { a: 1 }, limits: { later: 9 } })
  })

  it('may say all that a partner asks for', async () => {
    const everything = {
      log: {
        origin: 'gw.atlas.example/log',
        key: `gw.atlas.example/log+0a1b2c3d+${'A'.repeat(44)}`,
      },
      severity_scheme: { uri: 'https://gw.atlas.example/scheme', sha256: HASH },
      support_profile: { uri: 'https://gw.atlas.example/support', sha256: HASH },
      duty_endpoint: 'https://gw.atlas.example/duty',
      intake_form: { uri: 'https://gw.atlas.example/form', sha256: HASH },
      departments: [{ name: 'Storage', phone: '+41 44 000 00 00' }],
    }
    expect(await open(everything)).toMatchObject(everything)
  })

  it('may leave out what is optional', async () => {
    const { batch_endpoint, support_hours, products, contacts, ...least } = gatewayMetadata()
    expect([batch_endpoint, support_hours, products, contacts]).not.toContain(undefined)
    expect(await openMetadata(least, FEDERATION)).not.toBeInstanceOf(Refusal)
  })

  it.each<[string, Json, string]>([
    ['an endpoint that is no text', { poll_endpoint: 7 }, 'poll_endpoint'],
    [
      'an address of 1,025 characters',
      { poll_endpoint: `https://a/${'x'.repeat(1015)}` },
      'poll_endpoint',
    ],
    ['no algorithms', { algs: [] }, 'algs'],
    ['a limit of 0', { limits: { event_bytes: 0, batch_events: 1 } }, 'limits.event_bytes'],
    ['a fractional version', { rules: 1.5 }, 'rules'],
    [
      'a support profile without its hash',
      { support_profile: { uri: 'https://a' } },
      'support_profile.sha256',
    ],
    ['a duty endpoint that is no text', { duty_endpoint: {} }, 'duty_endpoint'],
    [
      'a log origin with a plus',
      { log: { origin: 'a+b', key: `a+00000000+${'A'.repeat(44)}` } },
      'log.origin',
    ],
    ['a log key that is none', { log: { origin: 'a', key: 'a' } }, 'log.key'],
    ['a product without code', { products: [{ name: 'x' }] }, 'products.0.code'],
    ['51 contacts', { contacts: Array.from({ length: 51 }, () => ({ name: 'x' })) }, 'contacts'],
    ['support hours that turn direction', { support_hours: '08\u202e-18' }, 'support_hours'],
  ])('is refused with %s, naming the field', async (_what, extra, field) => {
    expect(await open(extra)).toMatchObject({ code: 'metadata-malformed', field })
  })

  it.each<[string, Json]>([
    ['asks for who is on duty', { duty_endpoint: 'http://gw.atlas.example/duty' }],
    ['fetches a scheme', { severity_scheme: { uri: '/scheme', sha256: HASH } }],
    [
      'fetches a support profile',
      { support_profile: { uri: 'ftp://gw.atlas.example', sha256: HASH } },
    ],
  ])('is refused with an address that is none where one %s', async (_what, extra) => {
    expect(await open(extra)).toMatchObject({
      code: 'metadata-malformed',
      detail: 'an address is neither an absolute https URL nor http on a loopback host',
    })
  })

  it('must not publish a federation key as an event key', async () => {
    expect(await open({ jwks: jwks('atlas-event', 'atlas-federation') })).toMatchObject({
      code: 'metadata-key-shared',
    })
  })

  it('is judged without a fault whatever it says', async () => {
    const names = fc.constantFrom(...Object.keys(gatewayMetadata()), 'log', 'intake_form', 'later')
    await fc.assert(
      fc.asyncProperty(fc.dictionary(names, fc.jsonValue()), async (extra) => {
        const opened = await open(extra)
        expect(opened instanceof Refusal || opened.algs.includes('ES256')).toBe(true)
      }),
    )
  })

  it('is refused when it is no object', async () => {
    for (const value of [null, undefined, [], 'x', 7])
      expect(await openMetadata(value, FEDERATION)).toMatchObject({ code: 'metadata-malformed' })
    expect(CaseGatewayMetadata.safeParse({}).success).toBe(false)
  })
})
