import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { Instant, instantOfSeconds } from '../../../src/core/kernel/instant.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { openChain } from '../../../src/core/members/chain.ts'
import { KeySet } from '../../../src/core/members/key.ts'
import {
  ALLIANCE,
  anchorClaims,
  AT,
  ATLAS,
  DAY,
  type Json,
  jwks,
  kidOf,
  leafClaims,
  NOW,
  sign,
  superiorClaims,
} from '../../vectors/members/kit.ts'

const at = Instant.parse(AT)
const member = MemberId.parse(ATLAS)
const anchors = [{ id: MemberId.parse(ALLIANCE), jwks: KeySet.parse(jwks('alliance')) }]

async function chainOf(leaf: Json = {}, superior: Json = {}, anchor: Json | null = {}) {
  const tokens = [
    await sign(leafClaims(leaf), 'atlas-federation'),
    await sign(superiorClaims(superior), 'alliance'),
  ]
  return anchor === null ? tokens : [...tokens, await sign(anchorClaims(anchor), 'alliance')]
}
const open = (chain: string[], moment = at) => openChain({ member, chain, anchors, at: moment })

describe('openChain', () => {
  it('gives the member that the anchor vouches for', async () => {
    expect(await open(await chainOf())).toMatchObject({
      member: ATLAS,
      anchor: ALLIANCE,
      federationKeys: [{ kid: kidOf('atlas-federation') }],
      eventKeys: [{ kid: kidOf('atlas-event') }],
      metadata: { organization_name: 'Atlas Hypervisors' },
    })
  })

  it('ends with the first statement that ends, and not a second before', async () => {
    const life = fc.integer({ min: 1, max: DAY - 3600 })
    await fc.assert(
      fc.asyncProperty(life, life, life, fc.boolean(), async (a, b, c, fetched) => {
        const chain = await chainOf(
          { exp: NOW + a },
          { exp: NOW + b },
          fetched ? { exp: NOW + c } : null,
        )
        const end = NOW + Math.min(a, b, fetched ? c : b)
        expect(await open(chain)).toMatchObject({ expires: instantOfSeconds(end) })
        expect(await open(chain, instantOfSeconds(end - 1))).not.toBeInstanceOf(Refusal)
        expect(await open(chain, instantOfSeconds(end))).toMatchObject({
          code: 'statement-expired',
        })
      }),
      { numRuns: 25 },
    )
  })

  it('opens the same way whatever else the reader trusts', async () => {
    const chain = await chainOf()
    const other = { id: MemberId.parse('https://a.example'), jwks: KeySet.parse(jwks('stranger')) }
    const more = [other, { ...other, id: member }, ...anchors]
    expect(await openChain({ member, chain, anchors: more, at })).toEqual(await open(chain))
  })

  it('is refused with its statements in any other order', async () => {
    const [leaf = '', superior = '', anchor = ''] = await chainOf()
    for (const chain of [
      [superior, leaf, anchor],
      [anchor, superior, leaf],
      [leaf, anchor, superior],
      [superior, anchor],
      [anchor, leaf],
      [leaf, leaf],
    ])
      expect(await open(chain)).toBeInstanceOf(Refusal)
  })

  it('is refused with any one byte of any statement changed', async () => {
    const chain = await chainOf()
    const which = fc.tuple(
      fc.integer({ min: 0, max: 2 }),
      fc.nat(),
      fc.constantFrom('A', 'b', '_', '.'),
    )
    await fc.assert(
      fc.asyncProperty(which, async ([statement, position, letter]) => {
        const token = chain[statement] ?? ''
        const i = position % token.length
        fc.pre(token[i] !== letter)
        const changed = token.slice(0, i) + letter + token.slice(i + 1)
        expect(await open(chain.with(statement, changed))).toBeInstanceOf(Refusal)
      }),
      { numRuns: 150 },
    )
  })

  it('is judged at the moment given and by no clock', async () => {
    const chain = await chainOf()
    expect(await open(chain, instantOfSeconds(NOW + 12 * 3600))).toMatchObject({
      code: 'statement-expired',
    })
  })
})
