// One member of three to five is malicious, with real keys and on a real gateway that lies: it forks, forgets, makes up, imitates,
// repeats, withholds and says different things to different partners, in any weather. The honest stay equal (D10, D14).
import { describe, expect, test } from 'vitest'
import { expectCalm, honestReplicas } from '../kit/after-storm.ts'
import { Occurrences } from '../kit/occurrences.ts'
import { isWhole, seedsOf, told } from '../kit/seeds.ts'
import { weather } from '../kit/storm.ts'

const FILE = 'test/federation/malice.test.ts'
const SEEDS = seedsOf(12)
const ACTS = 50
/** Vendors by gateway, and the malicious one, alone on its gateway: in turn the host, one asked in at once, one that comes later. */
const CASTS: readonly (readonly [layout: readonly number[], rogue: number])[] = [
  [[1, 1, 1], 2],
  [[1, 2], 0],
  [[2, 1, 1], 2],
  [[1, 1, 1, 1], 1],
  [[2, 1, 1], 3],
  [[1, 2, 1], 0],
  [[2, 2, 1], 4],
  [[1, 1, 2, 1], 1],
]

const occurrences = new Occurrences()
const tricks = new Map<string, number>()
const found = { forks: 0, imitations: 0 }

describe('beside a malicious member', () => {
  test.each(SEEDS)('the honest hold the same case (seed %i)', (seed) =>
    told(FILE, seed, async (tale) => {
      const [layout, rogue] = CASTS[seed % CASTS.length] ?? [[1, 1, 1], 2]
      await using storm = await weather({ seed, layout, rogue, acts: ACTS, tale })
      await expectCalm(storm)
      const [first] = await honestReplicas(storm)
      if (first) occurrences.addHistory(first.history)
      if (first && first.state.equivocations.length > 0) found.forks++
      for (const [trick, n] of storm.rogue?.tricks ?? [])
        tricks.set(trick, (tricks.get(trick) ?? 0) + n)
      found.imitations += storm.rogue?.impostures.size ?? 0
    }),
  )

  test('it was tried with every trick', () => {
    occurrences.print(
      `${SEEDS.length} seeds; ${JSON.stringify(found)}; tricks: ${JSON.stringify([...tricks], null, 1)}`,
    )
    if (!isWhole()) return
    expect(tricks.size).toBe(15)
    expect(found.forks).toBeGreaterThan(0)
    expect(found.imitations).toBeGreaterThan(0)
  })
})
