import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, millisOf } from '../../../src/core/kernel/instant.ts'
import { type Dot, lanesOf } from '../../../src/http/console/lanes.ts'
import { memberOf } from '../../kit/case-graph.ts'

const MEMBERS = [memberOf('A'), memberOf('B')] as const
const MINUTE = 60_000
const dot = (minute: number, member: (typeof MEMBERS)[number] = MEMBERS[0]): Dot => ({
  member,
  at: instantOf(minute * MINUTE),
  effect: true,
  title: '',
})
const xs = (minutes: readonly number[]): number[] =>
  lanesOf(
    MEMBERS,
    minutes.map((m) => dot(m)),
    [],
    null,
  ).lanes.flatMap(({ marks }) => marks.map(({ x }) => Math.round(x)))

describe('lanesOf', () => {
  it('places entries along the time', () => {
    expect(xs([0, 25, 50, 75, 100])).toEqual([0, 25, 50, 75, 100])
  })

  it('cuts a long silence short, and says how long it was', () => {
    const { silences, lanes } = lanesOf(
      MEMBERS,
      [0, 10, 20, 30, 10_000, 10_010, 10_020].map((m) => dot(m)),
      [],
      null,
    )
    expect(silences.map(({ ms }) => ms / MINUTE)).toEqual([9_970])
    const [before, after] = [lanes[0]?.marks[3]?.x ?? 0, lanes[0]?.marks[4]?.x ?? 0]
    expect(after - before).toBeCloseTo(6)
  })

  it('draws entries that are too close as one mark with all of them', () => {
    const { lanes } = lanesOf(
      MEMBERS,
      [0, 0, 1, 34, 67, 100].map((m) => dot(m)),
      [],
      null,
    )
    expect(lanes[0]?.marks.map(({ dots }) => dots.length)).toEqual([3, 1, 1, 1])
    expect(lanes[1]?.marks).toEqual([])
  })

  it('reaches up to the present', () => {
    const now = instantOf(100 * MINUTE)
    const spans = [{ member: MEMBERS[1], from: instantOf(0), to: now }]
    const { lanes, to } = lanesOf(MEMBERS, [dot(0), dot(20), dot(40), dot(70)], spans, now)
    expect(to).toBe(now)
    expect(lanes[0]?.marks.at(-1)?.x).toBeCloseTo(70)
    expect(lanes[1]?.held).toEqual([{ from: 0, to: 100 }])
  })

  it('keeps order and stays within the picture, whatever the times are', () => {
    const minutes = fc.array(fc.nat(5_000_000), { minLength: 1, maxLength: 80 })
    fc.assert(
      fc.property(minutes, fc.nat(6_000_000), (given, end) => {
        const dots = given.map((m, i) => dot(m, MEMBERS[i % 2]))
        const until = instantOf(Math.max(end, ...given) * MINUTE)
        const drawn = lanesOf(
          MEMBERS,
          dots,
          [{ member: MEMBERS[0], from: instantOf(0), to: until }],
          until,
        )
        for (const { marks, held } of drawn.lanes) {
          const places = marks.map(({ x }) => x)
          expect(places.toSorted((a, b) => a - b)).toEqual(places)
          for (const x of [...places, ...held.flatMap(({ from, to }) => [from, to])]) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(100.000001)
          }
          const at = marks.flatMap((mark) => mark.dots.map((d) => millisOf(d.at)))
          expect(at.toSorted((a, b) => a - b)).toEqual(at)
        }
        const all = drawn.lanes.flatMap(({ marks }) => marks.flatMap((mark) => mark.dots))
        expect(all).toHaveLength(dots.length)
      }),
    )
  })
})
