// Rule P6 as laws over schemes that nobody published: any lawful scheme, any plan conditions, any exclusions.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roundTo } from '../../../src/core/severity/rounding.ts'
import { LEVELS, type SharedLevel } from '../../../src/core/severity/scale.ts'

type Sketch = { shared: SharedLevel; conditioned: boolean; excluded: boolean }

const sketches = fc
  .array(
    fc.record({
      shared: fc.constantFrom<SharedLevel>(1, 2, 3, 4),
      conditioned: fc.boolean(),
      excluded: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((list): Sketch[] => list.toSorted((a, b) => a.shared - b.shared))

const build = (list: readonly Sketch[]) => ({
  levels: list.map(({ shared, conditioned }, i) => ({
    rank: i + 1,
    code: `L${i + 1}`,
    name: 'x',
    definition: 'x',
    shared,
    ...(conditioned && { planCondition: 'some plans' }),
  })),
})
const excludedIn = (list: readonly Sketch[]): Set<string> =>
  new Set(list.flatMap(({ excluded }, i) => (excluded ? [`L${i + 1}`] : [])))

const seen: Record<string, number> = {}

describe('rounding any scheme', () => {
  it('is exact if it can be, else graver, else milder, and never takes what is excluded', () => {
    fc.assert(
      fc.property(sketches, fc.constantFrom(...LEVELS), (list, shared) => {
        const excluded = excludedIn(list)
        const rounded = roundTo(build(list), shared, excluded)
        const open = list.filter((level) => !level.excluded).map((level) => level.shared)
        const expected = open.includes(shared)
          ? shared
          : (open.findLast((level) => level < shared) ?? open[0])
        expect(rounded?.level.shared).toBe(expected)
        if (!rounded) return
        expect(excluded).not.toContain(rounded.level.code)
        expect(rounded.result).toBe(
          rounded.level.shared === shared ? 'exact' : rounded.level.shared < shared ? 'up' : 'down',
        )
        seen[rounded.result] = (seen[rounded.result] ?? 0) + 1
      }),
      { numRuns: 2000 },
    )
    expect(Object.keys(seen).toSorted()).toEqual(['down', 'exact', 'up'])
  })

  it('keeps order for every scheme and every exclusion', () => {
    fc.assert(
      fc.property(sketches, (list) => {
        const ranks = LEVELS.map(
          (shared) => roundTo(build(list), shared, excludedIn(list))?.level.rank ?? 0,
        )
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }),
      { numRuns: 2000 },
    )
  })

  it('takes the mildest unconditioned level at the top and the gravest elsewhere', () => {
    fc.assert(
      fc.property(sketches, fc.constantFrom(...LEVELS), (list, shared) => {
        const scheme = build(list)
        const same = scheme.levels.filter((level) => level.shared === shared)
        fc.pre(same.length > 1)
        const plain = same.filter((level) => !('planCondition' in level))
        const top = plain.at(-1) ?? same.at(-1)
        expect(roundTo(scheme, shared)?.level).toBe(shared === 1 ? top : same[0])
      }),
    )
  })

  it('has no answer only when every level is excluded', () => {
    const scheme = build([{ shared: 1, conditioned: false, excluded: true }])
    expect(roundTo(scheme, 1, new Set(['L1']))).toBeNull()
  })

  it('rounds up to the nearest step of several', () => {
    const list = [1, 2, 2, 4].map(
      (shared) => ({ shared, conditioned: false, excluded: false }) as Sketch,
    )
    expect(roundTo(build(list), 3)).toMatchObject({ level: { code: 'L3' }, result: 'up' })
    expect(roundTo(build(list), 2)).toMatchObject({ level: { code: 'L2' }, result: 'exact' })
  })
})
