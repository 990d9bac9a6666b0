import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attribute, shares } from '../../../src/core/clocks/attribution.ts'
import type { CaseState } from '../../../src/core/cases/case.ts'
import { beginning, type Graph, letterOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'
import { Weather } from '../../kit/case-weather.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

const epoch = { term: 0, n: 0 }
/** B holds the baton from second 1100 on. */
const passed = (): Graph =>
  beginning()
    .add('A5', 'baton-offered', { to: '@B', epoch })
    .add('B3', 'baton-accepted', { offer: '$A5' })
    .add('A6', 'baton-passed', { to: '@B', epoch, offer: '$A5' })

/** `A 1000-1100` for each span. */
const told = (graph: Graph, now: number): string[] =>
  attribute(stateOf(graph), now).map(
    ({ word, holder, from, to }) => `${holder ? letterOf(holder) : word} ${from}-${to}`,
  )

describe('the age of a case', () => {
  it('is the opener’s while nobody else held the baton', () => {
    expect(told(beginning(), 2000)).toEqual(['A 1000-2000'])
  })

  it('is split where the baton was passed', () => {
    expect(told(passed(), 2000)).toEqual(['A 1000-1100', 'B 1100-2000'])
  })

  it('is the host’s once the holder left', () => {
    const graph = passed().add('B4', 'participant-left', { code: 'other' }, { iat: 1500 })
    expect(told(graph, 2000)).toEqual(['A 1000-1100', 'B 1100-1500', 'A 1500-2000'])
  })

  it('is nobody’s while the case was closed', () => {
    const graph = passed()
      .add('A7', 'case-closed', { code: 'solved' }, { iat: 1500 })
      .add('A8', 'case-reopened', { code: 'returned' }, { iat: 1600 })
    expect(told(graph, 2000)).toEqual([
      'A 1000-1100',
      'B 1100-1500',
      'closed 1500-1600',
      'B 1600-2000',
    ])
  })

  it('goes on while a close is contested, and ends with the close that settles it', () => {
    const contested = passed()
      .add('A7', 'case-closed', { code: 'solved' }, { iat: 1500 })
      .claim('B4', 2, { sees: ['A6'], iat: 1510 })
    expect(told(contested, 2000)).toEqual(['A 1000-1100', 'B 1100-2000'])
    const again = contested.add('A8', 'case-closed', { code: 'solved' }, { iat: 1700 })
    expect(told(again, 2000)).toEqual(['A 1000-1100', 'B 1100-1700', 'closed 1700-2000'])
  })

  it('leaves out a pass that a reclaim had not seen', () => {
    const graph = passed()
      .add('B4', 'baton-offered', { to: '@C', epoch: { term: 0, n: 1 } }, { iat: 1200 })
      .add('C3', 'baton-accepted', { offer: '$B4' }, { iat: 1210 })
      .add(
        'B5',
        'baton-passed',
        { to: '@C', epoch: { term: 0, n: 1 }, offer: '$B4' },
        { iat: 1220 },
      )
      .add('A7', 'baton-reclaimed', { term: 1 }, { sees: ['C3'], iat: 1300 })
    expect(told(graph, 2000)).toEqual(['A 1000-1100', 'B 1100-1300', 'A 1300-2000'])
  })

  it('follows the host where the case was handed on', () => {
    const graph = passed()
      .add('A7', 'host-offered', { to: '@C' }, { iat: 1200 })
      .add('C3', 'host-accepted', { offer: '$A7' }, { iat: 1210 })
      .add('A8', 'host-transferred', { to: '@C', offer: '$A7', engagement: '$A3' }, { iat: 1300 })
      .add('C4', 'member-removed', { member: '@B', code: 'other' }, { iat: 1400 })
    expect(told(graph, 2000)).toEqual(['A 1000-1100', 'B 1100-1400', 'C 1400-2000'])
  })

  it('is told for as many moves as the state remembers, and no further', () => {
    const graph = passed()
    let at = 2000
    for (let n = 1; n < 140; n++) {
      const [by, to] = n % 2 === 1 ? ['B', 'A'] : ['A', 'B']
      const iat = { iat: (at += 10) }
      graph
        .add(`${by}o${n}`, 'baton-offered', { to: `@${to}`, epoch: { term: 0, n } }, iat)
        .add(`${to}a${n}`, 'baton-accepted', { offer: `$${by}o${n}` }, iat)
        .add(
          `${by}p${n}`,
          'baton-passed',
          { to: `@${to}`, epoch: { term: 0, n }, offer: `$${by}o${n}` },
          iat,
        )
    }
    const spans = attribute(stateOf(graph), at + 10)
    expect(stateOf(graph).baton.moves).toHaveLength(128)
    expect(spans[1]).toMatchObject({ word: 'untold', holder: null, from: 1100 })
    expect(sum(spans)).toBe(at + 10 - 1000)
  })
})

const sum = (spans: readonly { readonly from: number; readonly to: number }[]): number =>
  spans.reduce((total, { from, to }) => total + to - from, 0)

/** In any weather, as any member sees it. */
function states(
  setting: string,
  seed: number,
  steps: number,
  malicious: string | null,
): CaseState[] {
  const make = SETTINGS[setting]
  if (!make) throw new Error(`no setting ${setting}`)
  const weather = new Weather(make(), ['A', 'B', 'C', 'D'], seed, malicious)
  for (let i = 0; i < steps; i++) weather.blow()
  return [...weather.desks.values()].map((desk) => desk.replica.state)
}

describe('the spans', () => {
  it('tile the age and add up to it, whatever happened, as each member sees it', () => {
    const words = new Set<string>()
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(SETTINGS)),
        fc.nat(1_000_000),
        fc.nat(40),
        fc.constantFrom(null, 'B'),
        fc.nat(500_000),
        (setting, seed, steps, malicious, later) => {
          for (const s of states(setting, seed, steps, malicious)) {
            const now = Math.max(...s.heads.map((head) => head.at)) + later
            const spans = attribute(s, now)
            let end = s.opened.at
            for (const span of spans) {
              expect(span.from).toBe(end)
              expect(span.to).toBeGreaterThan(span.from)
              words.add(span.word)
              end = span.to
            }
            expect(end).toBe(now)
            const total = shares(spans).reduce((all, { seconds }) => all + seconds, 0)
            expect(total).toBe(now - s.opened.at)
          }
        },
      ),
      { seed: 20_261_131, numRuns: 150 },
    )
    expect([...words].toSorted()).toEqual(['closed', 'held'])
  }, 120_000)
})
