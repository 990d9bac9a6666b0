import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  disputeOf,
  type LoweringRefusal,
  type SideClaim,
} from '../../../src/core/severity/dispute.ts'
import { LEVELS, type SharedLevel } from '../../../src/core/severity/scale.ts'

const claim = (side: string, level: SharedLevel, at: number): SideClaim => ({
  side,
  claim: `${side}-${at}`,
  level,
  at,
})

describe('two sides', () => {
  it('that agree, or of which only one spoke, have no dispute', () => {
    expect(disputeOf([])).toMatchObject({ effective: null, gap: 0, word: 'none', since: null })
    expect(disputeOf([claim('ours', 2, 1)])).toMatchObject({ effective: 2, word: 'none' })
    expect(disputeOf([claim('ours', 2, 1), claim('theirs', 2, 9)])).toMatchObject({
      effective: 2,
      gap: 0,
      word: 'none',
      owedBy: [],
    })
  })

  it('of which one lowers: the graver counts and owes an answer', () => {
    const said = disputeOf([claim('ours', 1, 10), claim('theirs', 2, 20)])
    expect(said).toMatchObject({ effective: 1, gap: 1, word: 'open', owedBy: ['ours'], since: 20 })
    expect(said.differences[0]).toMatchObject({ kind: 'lowering', isRefused: false })
  })

  it('of which one refused: the gap stays, and the milder one has to move or to escalate', () => {
    const claims = [claim('ours', 1, 10), claim('theirs', 2, 20)]
    const said = disputeOf(claims, [{ by: 'ours', claim: 'theirs-20' }])
    expect(said).toMatchObject({ effective: 1, gap: 1, word: 'refused', owedBy: ['theirs'] })
  })

  it('of which one lowers anew are asked anew: a refusal names one claim', () => {
    const claims = [claim('ours', 1, 10), claim('theirs', 3, 30)]
    const said = disputeOf(claims, [{ by: 'ours', claim: 'theirs-20' }])
    expect(said).toMatchObject({ effective: 1, gap: 2, word: 'open', owedBy: ['ours'] })
  })

  it('of which one raises: it counts at once, and the other owes an answer', () => {
    const said = disputeOf([claim('ours', 1, 30), claim('theirs', 3, 20)])
    expect(said).toMatchObject({ effective: 1, word: 'open', owedBy: ['theirs'], since: 30 })
    expect(said.differences[0]?.kind).toBe('raise')
  })

  it('that spoke in one second: the milder one is the proposal', () => {
    const said = disputeOf([claim('theirs', 3, 5), claim('ours', 1, 5)])
    expect(said.differences[0]).toMatchObject({ kind: 'lowering', owedBy: 'ours' })
  })

  it('cannot refuse for one another', () => {
    const claims = [claim('ours', 1, 10), claim('theirs', 2, 20)]
    expect(disputeOf(claims, [{ by: 'theirs', claim: 'theirs-20' }]).word).toBe('open')
  })
})

describe('three sides', () => {
  it('stay open while one of two graver ones has not answered', () => {
    const claims = [claim('a', 1, 1), claim('b', 1, 2), claim('c', 3, 9)]
    const said = disputeOf(claims, [{ by: 'a', claim: 'c-9' }])
    expect(said).toMatchObject({ effective: 1, word: 'open' })
    expect(said.owedBy.toSorted()).toEqual(['b', 'c'])
  })
})

const sides = fc.uniqueArray(
  fc.record({
    side: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    level: fc.constantFrom(...LEVELS),
    at: fc.nat(20),
  }),
  { selector: ({ side }) => side },
)
const claimsOf = (list: readonly { side: string; level: SharedLevel; at: number }[]) =>
  list.map(({ side, level, at }) => claim(side, level, at))
const refusals = (claims: readonly SideClaim[]) =>
  fc.subarray(
    claims.flatMap((one) =>
      claims.map((other): LoweringRefusal => ({ by: one.side, claim: other.claim })),
    ),
  )

describe('any sides', () => {
  it('are never milder together than one of them alone, whoever refused what', () => {
    fc.assert(
      fc.property(
        sides.map(claimsOf).chain((claims) => fc.tuple(fc.constant(claims), refusals(claims))),
        ([claims, refused]) => {
          const { effective, gap, word, owedBy, differences } = disputeOf(claims, refused)
          for (const { level } of claims) expect(level).toBeGreaterThanOrEqual(effective ?? 0)
          expect(effective === null).toBe(claims.length === 0)
          expect(word === 'none').toBe(gap === 0)
          expect(owedBy.length > 0).toBe(gap > 0)
          expect(word === 'refused').toBe(gap > 0 && differences.every((d) => d.isRefused))
        },
      ),
    )
  })

  it('are in no dispute once everybody claims the gravest level', () => {
    fc.assert(
      fc.property(sides.map(claimsOf), (claims) => {
        const { effective } = disputeOf(claims)
        const agreed = claims.map((one) => ({ ...one, level: effective ?? one.level }))
        expect(disputeOf(agreed)).toMatchObject({ effective, word: 'none' })
      }),
    )
  })

  it('are judged the same in whatever order they are listed', () => {
    fc.assert(
      fc.property(
        sides
          .map(claimsOf)
          .chain((claims) =>
            fc.tuple(
              fc.constant(claims),
              fc.shuffledSubarray(claims, { minLength: claims.length }),
            ),
          ),
        ([claims, shuffled]) => {
          const [one, other] = [disputeOf(claims), disputeOf(shuffled)]
          expect({ ...other, differences: [], owedBy: other.owedBy.toSorted() }).toEqual({
            ...one,
            differences: [],
            owedBy: one.owedBy.toSorted(),
          })
        },
      ),
    )
  })
})
