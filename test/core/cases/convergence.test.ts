import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OpenedEvent } from '../../../src/core/cases/admit.ts'
import {
  effectiveLevel,
  holderOf,
  hostOf,
  isActive,
  participantOf,
  type CaseState,
} from '../../../src/core/cases/case.ts'
import { foldHistory } from '../../../src/core/cases/fold.ts'
import { isRestart } from '../../../src/core/cases/restart.ts'
import type { Overturned } from '../../../src/core/cases/settle.ts'
import { Desk } from '../../kit/case-desk.ts'
import { nameOf } from '../../kit/case-graph.ts'
import { actOf, dice, Weather } from '../../kit/case-weather.ts'
import { Occurrences } from '../../kit/occurrences.ts'
import { CROSSING_PAIRS } from '../../vectors/cases/crossing-pairs.ts'
import { shuffled } from '../../vectors/cases/files.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

const occurrences = new Occurrences()
const seen = {
  histories: 0,
  restarts: 0,
  events: 0,
  forked: 0,
  overturned: 0,
  settledOverturned: 0,
  onTop: 0,
}

const names = Object.keys(SETTINGS)

type Story = {
  readonly seed: number
  readonly steps: number
  readonly pair: number
  readonly malicious: number
}

const story = (malicious: fc.Arbitrary<number>): fc.Arbitrary<Story> =>
  fc.record({
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    steps: fc.integer({ min: 0, max: 40 }),
    pair: fc.nat(CROSSING_PAIRS.length + names.length - 1),
    malicious,
  })

/** Begins in a setting, mostly with two acts that cross, and goes on in any weather. */
function tell({ seed, steps, pair, malicious }: Story): Weather {
  const row = CROSSING_PAIRS[pair]
  const setting = SETTINGS[row?.setting ?? names[pair - CROSSING_PAIRS.length] ?? '']
  if (!setting) throw new Error(`no setting for pair ${pair}`)
  const letters = ['A', 'B', 'C', 'D', 'E'].slice(0, 3 + (seed % 3))
  const crossing = row ? [row.x, row.y] : []
  const present = [...new Set([...letters, ...crossing.map((act) => act.author)])]
  const weather = new Weather(setting(), present, seed, present[malicious] ?? null)
  for (const act of crossing) weather.write(act.author, actOf(act))
  for (let i = 0; i < steps; i++) weather.blow()
  return weather
}

/** Feeds events one by one and holds every arrival to the laws that need no other copy. */
function fed(order: readonly OpenedEvent[], honest: boolean): Desk {
  const desk = new Desk()
  for (const event of order) {
    const before = desk.state
    const known = desk.overturned.length
    desk.receive(event)
    if (desk.state === null) continue
    holdsAlways(desk.state)
    if (before) holdsOnArrival(before, desk.state, desk, desk.overturned.slice(known), honest)
  }
  seen.onTop += desk.onTop
  return desk
}

/** Exactly one holder and one host, both known; the level is that of the gravest claim that stands. */
function holdsAlways(s: CaseState): void {
  expect(participantOf(s, hostOf(s))).toBeDefined()
  expect(participantOf(s, holderOf(s))).toBeDefined()
  const level = effectiveLevel(s)
  for (const { claim } of Object.values(s.participants))
    if (claim) expect(level).toBeLessThanOrEqual(claim.level)
}

/** A settled decision changes by descendants only: else a close was contested, or somebody equivocated. */
function holdsOnArrival(
  before: CaseState,
  after: CaseState,
  desk: Desk,
  overturned: readonly Overturned[],
  honest: boolean,
): void {
  seen.overturned += overturned.length
  for (const { register, settled, after: now, by } of overturned) {
    if (!settled) continue
    seen.settledOverturned++
    const excused =
      (register === 'status' && now === 'closed-contested') || after.equivocations.length > 0
    expect(excused, `${register} → ${now}, by ${nameOf(by)}`).toBe(true)
  }
  if (honest) expect(isActive(after, hostOf(after))).toBe(true)
  if (honest) expect(after.equivocations).toEqual([])
  expect(desk.refused.size).toBe(0)
  expect(before.size).toBeLessThanOrEqual(after.size)
}

function converges(told: Story, honest: boolean): void {
  const { events } = tell(told)
  const first = fed(events, honest)
  seen.histories++
  seen.events += events.length
  seen.restarts += events.filter(isRestart).length
  if (first.replica.state.equivocations.length > 0) seen.forked++
  expect(first.verdicts.size).toBe(events.length)
  for (const seed of [1, 2]) {
    const other = fed(shuffled(events, told.seed + seed), honest)
    expect(other.state).toEqual(first.state)
    expect(other.verdicts).toEqual(first.verdicts)
  }
  occurrences.addHistory(first.history)
}

const told = (pair: number, seed: number, steps: number): Story => ({
  seed,
  steps,
  pair,
  malicious: -1,
})
/** Every pair once, every setting for longer, and the one in which rules can be raised several times. */
const everyPair = [
  ...CROSSING_PAIRS.map((_, pair) => told(pair, pair + 1, 12)),
  ...names.map((_, i) => told(CROSSING_PAIRS.length + i, i + 1, 40)),
  ...[11, 12, 13, 14, 15, 16, 17, 18].map((seed) =>
    told(CROSSING_PAIRS.length + names.indexOf('ready'), seed, 20),
  ),
]

describe('any order of arrival', () => {
  it('ends in the same case among honest members', () => {
    fc.assert(
      fc.property(story(fc.constant(-1)), (told) => converges(told, true)),
      { seed: 20_261_121, numRuns: 160, examples: everyPair.map((told) => [told]) },
    )
  }, 240_000)

  it('ends in the same case when one member is malicious', () => {
    fc.assert(
      fc.property(story(fc.nat(2)), (told) => converges(told, false)),
      { seed: 20_261_122, numRuns: 240 },
    )
  }, 240_000)

  it('gives, one event at a time, what folding the whole set gives', () => {
    fc.assert(
      fc.property(story(fc.integer({ min: -1, max: 2 })), (told) => {
        const { events } = tell(told)
        const desk = new Desk()
        for (const event of shuffled(events, told.seed)) {
          desk.receive(event)
          expect(desk.state).toEqual(foldHistory(desk.history))
        }
      }),
      { seed: 20_261_123, numRuns: 60 },
    )
  }, 240_000)

  it('leaves every copy of the story alike once all has been delivered', () => {
    fc.assert(
      fc.property(story(fc.integer({ min: -1, max: 2 })), (told) => {
        const weather = tell(told)
        const roll = dice(told.seed)
        for (const desk of weather.desks.values())
          for (const event of shuffled(weather.events, Math.floor(roll() * 1000)))
            if (!desk.verdicts.has(event.id) && !desk.parked.includes(event)) desk.receive(event)
        const [first, ...others] = [...weather.desks.values()]
        for (const other of others) expect(other.state).toEqual(first?.state)
      }),
      { seed: 20_261_124, numRuns: 60 },
    )
  }, 240_000)

  it('was tried with every type of event and every pair that crosses', () => {
    occurrences.print(JSON.stringify(seen))
    expect(occurrences.neverTypes()).toEqual([])
    expect(occurrences.neverPairs()).toEqual([])
    expect(seen.forked).toBeGreaterThan(20)
    expect(seen.restarts).toBeGreaterThan(10)
  })
})
