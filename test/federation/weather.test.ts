// After any weather all replicas are equal (D10): requests and answers lost, repeated, tampered with, held back and let go in another
// order; networks parted and healed; gateways killed between two steps and in the middle of one.
import { describe, expect, test } from 'vitest'
import { expectCalm, honestReplicas } from '../kit/after-storm.ts'
import { Occurrences } from '../kit/occurrences.ts'
import { isWhole, seedsOf, told } from '../kit/seeds.ts'
import { weather } from '../kit/storm.ts'

const FILE = 'test/federation/weather.test.ts'
const SEEDS = seedsOf(16)
const ACTS = 60
/** Three to five vendors on one to four gateways. */
const LAYOUTS = [
  [1, 1, 1],
  [2, 1],
  [2, 1, 1],
  [2, 2, 1],
  [1, 1, 1, 1],
  [2, 1, 1, 1],
]

const occurrences = new Occurrences()
const happened = new Map<string, number>()

describe('after any weather', () => {
  test.each(SEEDS)('all replicas are equal (seed %i)', (seed) =>
    told(FILE, seed, async (tale) => {
      const layout = LAYOUTS[seed % LAYOUTS.length] ?? [1, 1, 1]
      await using storm = await weather({ seed, layout, rogue: null, acts: ACTS, tale })
      await expectCalm(storm)
      expect(storm.written.length).toBeGreaterThan(5)
      const [first] = await honestReplicas(storm)
      if (first) occurrences.addHistory(first.history)
      for (const [kind, n] of storm.net.wire.happened)
        happened.set(kind, (happened.get(kind) ?? 0) + n)
    }),
  )

  test('it was tried with every kind of weather', () => {
    occurrences.print(`${SEEDS.length} seeds; weather: ${JSON.stringify([...happened])}`)
    if (isWhole())
      expect([...happened.keys()].toSorted()).toEqual(['drop', 'hold', 'repeat', 'tamper'])
  })
})
