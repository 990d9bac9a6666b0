import { describe, expect, it } from 'vitest'
import { MemberId, Thumbprint } from '../../../src/core/kernel/id.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { openPinned } from '../../../src/core/members/pin.ts'
import {
  AT,
  ATLAS,
  DAY,
  jwks,
  type KeyName,
  kidOf,
  leafClaims,
  NOW,
  sign,
} from '../../vectors/members/kit.ts'

const at = Instant.parse(AT)
const member = MemberId.parse(ATLAS)
const pinOf = (...names: KeyName[]) => new Set(names.map((name) => Thumbprint.parse(kidOf(name))))
const open = async (pin: ReadonlySet<Thumbprint>, keys: KeyName[], signer: KeyName) =>
  openPinned({
    member,
    configuration: await sign(
      leafClaims({ jwks: jwks(...keys), authority_hints: undefined }),
      signer,
    ),
    pin,
    at,
  })

describe('openPinned', () => {
  it('gives the member without an anchor, until its configuration ends', async () => {
    const opened = await open(pinOf('atlas-federation'), ['atlas-federation'], 'atlas-federation')
    expect(opened).toMatchObject({
      member: ATLAS,
      anchor: null,
      expires: new Date((NOW + 3 * DAY) * 1000).toISOString(),
      federationKeys: [{ kid: kidOf('atlas-federation') }],
      announced: [],
    })
  })

  it('follows a rotation: announced, compared and pinned, used, the old one dropped', async () => {
    const [old, next] = ['atlas-federation', 'atlas-federation-next'] as const
    expect(await open(pinOf(old), [old, next], old)).toMatchObject({
      federationKeys: [{ kid: kidOf(old) }],
      announced: [{ kid: kidOf(next) }],
    })
    expect(await open(pinOf(old), [old, next], next)).toMatchObject({ code: 'pin-mismatch' })
    expect(await open(pinOf(old, next), [old, next], next)).toMatchObject({ announced: [] })
    expect(await open(pinOf(old, next), [next], next)).toMatchObject({
      federationKeys: [{ kid: kidOf(next) }],
    })
  })

  it('refuses everything under an empty pin', async () => {
    const opened = await open(new Set(), ['atlas-federation'], 'atlas-federation')
    expect(opened).toMatchObject({ code: 'pin-mismatch' })
  })
})
