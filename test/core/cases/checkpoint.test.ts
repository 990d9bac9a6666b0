import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admit, prepare } from '../../../src/core/cases/admit.ts'
import type { Admitted, OpenedEvent } from '../../../src/core/cases/admit.ts'
import type { CaseState } from '../../../src/core/cases/case.ts'
import { canBegin, reaches } from '../../../src/core/cases/checkpoint.ts'
import { parentsOf } from '../../../src/core/cases/event.ts'
import { foldHistory } from '../../../src/core/cases/fold.ts'
import { History } from '../../../src/core/cases/history.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, Graph, idOf, openedAll } from '../../kit/case-graph.ts'
import { actOf, Weather } from '../../kit/case-weather.ts'
import { CROSSING_PAIRS } from '../../vectors/cases/crossing-pairs.ts'
import { shuffled } from '../../vectors/cases/files.ts'
import { SETTINGS } from '../../vectors/cases/settings.ts'

/** A copy that keeps states on the way and folds again only what came after one of them, as storage does. */
class LeanDesk {
  readonly #all = new History()
  readonly #kept: CaseState[] = []
  state: CaseState
  /** How often a part of the history was enough, and how often all of it was needed. */
  readonly tally = { onTop: 0, part: 0, whole: 0 }

  constructor(desk: Desk) {
    this.state = desk.replica.state
    for (const { event, verdict } of desk.history.nodes) this.#all.add(event, verdict)
  }

  receive(opened: OpenedEvent): Admitted | Refusal {
    for (const history of [null, this.#above(opened), this.#all]) {
      const replica = { state: this.state, history }
      const prepared = prepare(replica, opened)
      if (prepared instanceof Refusal) return prepared
      if ('missing' in prepared) throw new Error('parents come first here')
      if ('needsHistory' in prepared) continue
      this.tally[prepared.onTop ? 'onTop' : history === this.#all ? 'whole' : 'part']++
      const admitted = admit(replica, prepared)
      this.#all.add(admitted.event, admitted.verdict)
      this.state = admitted.state
      if (canBegin(this.state)) this.#kept.push(this.state)
      return admitted
    }
    throw new Error('the whole history tells all')
  }

  /** What came after the last state kept that no parent lies above and nothing has crossed since. */
  #above(opened: OpenedEvent): History {
    const depth = Math.max(...parentsOf(opened).map((id) => this.#all.get(id)?.event.depth ?? -1))
    for (const base of this.#kept.toReversed()) {
      const [top] = base.heads
      if (!top || top.depth > depth) continue
      const above = this.#all.nodes.filter(({ event }) => event.depth > top.depth)
      if (above.length + base.size !== this.state.size) continue
      const history = new History(structuredClone(base))
      for (const { event, verdict } of above) history.add(event, verdict)
      return history
    }
    return this.#all
  }
}

const total = { onTop: 0, part: 0, whole: 0, overturned: 0, inert: 0 }

/** The whole fold and the fold from a state kept, over one order of arrival, step by step. */
function agree(order: readonly OpenedEvent[]): void {
  const whole = new Desk()
  let lean: LeanDesk | null = null
  for (const opened of order) {
    const known = whole.overturned.length
    whole.receive(opened)
    if (!lean) {
      lean = new LeanDesk(whole)
      continue
    }
    const admitted = lean.receive(opened)
    if (admitted instanceof Refusal) throw new Error(`refused: ${admitted.code}`)
    expect(admitted.verdict).toBe(whole.verdicts.get(opened.id))
    expect(admitted.state).toEqual(whole.state)
    expect(admitted.overturned).toEqual(whole.overturned.slice(known))
    total.overturned += admitted.overturned.length
    if (admitted.verdict !== 'effect') total.inert++
  }
  for (const way of ['onTop', 'part', 'whole'] as const) total[way] += lean?.tally[way] ?? 0
}

/** One order in which a gateway could have taken the events, each after its parents. */
function arrivals(events: readonly OpenedEvent[], seed: number): OpenedEvent[] {
  const byId = new Map(events.map((event) => [event.id, event]))
  const desk = new Desk().receiveAll(shuffled(events, seed))
  return desk.history.nodes.flatMap(({ event }) => byId.get(event.id) ?? [])
}

const names = Object.keys(SETTINGS)

describe('a fold that begins at a state kept', () => {
  it('gives the state, the verdicts and the overturned decisions of the whole fold, in any order of arrival', () => {
    const story = fc.record({
      seed: fc.integer({ min: 0, max: 0xffffffff }),
      steps: fc.integer({ min: 0, max: 60 }),
      pair: fc.nat(CROSSING_PAIRS.length + names.length - 1),
      malicious: fc.integer({ min: -6, max: 2 }),
    })
    fc.assert(
      fc.property(story, ({ seed, steps, pair, malicious }) => {
        const row = CROSSING_PAIRS[pair]
        const setting = SETTINGS[row?.setting ?? names[pair - CROSSING_PAIRS.length] ?? '']
        if (!setting) throw new Error(`no setting for pair ${pair}`)
        const crossing = row ? [row.x, row.y] : []
        const present = [...new Set(['A', 'B', 'C', 'D', ...crossing.map((act) => act.author)])]
        const weather = new Weather(setting(), present, seed, present[malicious] ?? null)
        for (const act of crossing) weather.write(act.author, actOf(act))
        for (let i = 0; i < steps; i++) weather.blow()
        agree(weather.events)
        for (const again of [1, 2]) agree(arrivals(weather.events, seed + again))
      }),
      { seed: 20_261_130, numRuns: 250 },
    )
    expect(total.part).toBeGreaterThan(5_000)
    expect(total.overturned).toBeGreaterThan(20)
    expect(total.inert).toBeGreaterThan(100)
  }, 240_000)
})

/** The state after a graph, and the history of what is added to it. */
function above(below: Graph, added: (graph: Graph) => Graph) {
  const base = new Desk().receiveAll(openedAll(below.events)).replica.state
  const all = openedAll(added(below).events)
  const desk = new Desk().receiveAll(all)
  const history = new History(base)
  for (const { event, verdict } of desk.history.nodes.slice(base.size)) history.add(event, verdict)
  return { base, desk, history, last: all.at(-1) as OpenedEvent }
}

const merged = (): Graph => beginning().add('A5', 'note-added')

describe('a history above a base', () => {
  it('folds to the state of the whole', () => {
    const { desk, history } = above(merged(), (graph) =>
      graph.add('B3', 'note-added').claim('C3', 2, { sees: ['A5'] }),
    )
    expect(history.nodes).toHaveLength(2)
    expect(foldHistory(history)).toEqual(desk.state)
    expect(history.sees(idOf('B3'), idOf('A1'))).toBe(true)
    expect(history.sees(idOf('B3'), idOf('C3'))).toBe(false)
  })

  it('keeps what contests a close, and adds to it', () => {
    const contested = beginning()
      .add('A5', 'case-closed', { code: 'solved' }, { sees: ['B2', 'C2'] })
      .claim('B3', 2, { sees: ['C2'] })
      .add('A6', 'received')
    const { base, desk, history } = above(contested, (graph) =>
      graph.claim('C3', 1, { sees: ['A6'] }).claim('B4', 3, { sees: ['A6'] }),
    )
    expect(base.contestedBy).toEqual([idOf('B3')])
    expect(foldHistory(history)?.contestedBy).toEqual(['B3', 'B4', 'C3'].map(idOf))
    expect(foldHistory(history)).toEqual(desk.state)
  })

  it('reaches an event that builds on its base or above', () => {
    const { desk, history } = above(merged(), (graph) => graph.add('B3', 'note-added'))
    const [crossing] = openedAll(
      merged().add('C3', 'note-added', {}, { sees: ['A5'] }).events,
    ).slice(-1)
    expect(crossing && reaches(history, desk.replica.state, crossing)).toBe(true)
  })

  it.each([
    ['saw less than the base', { sees: ['B2'] }],
    ['begins its chain anew', { sees: ['A5'], prev: 'C1' }],
    ['names what is not here', { sees: ['A5', 'X9'] }],
  ])('does not reach an event that %s', (_, place) => {
    const { desk, history } = above(merged(), (graph) => graph.add('B3', 'note-added'))
    const [crossing] = openedAll(merged().add('C3', 'note-added', {}, place).events).slice(-1)
    expect(crossing && reaches(history, desk.replica.state, crossing)).toBe(false)
  })

  it('does not reach across a withdrawal', () => {
    const invited = beginning().invite('A5', 'D')
    const { desk, history } = above(invited, (graph) =>
      graph.add('A6', 'engagement-withdrawn', { engagement: '$A5', code: 'mistake' }),
    )
    const asked = beginning().invite('A5', 'D')
    const [crossing] = openedAll(asked.add('B3', 'note-added', {}, { sees: ['A5'] }).events).slice(
      -1,
    )
    expect(crossing && reaches(history, desk.replica.state, crossing)).toBe(false)
  })
})

describe('a state to begin at', () => {
  it('has one tip and no fork', () => {
    expect(canBegin(new Desk().receiveAll(openedAll(merged().events)).replica.state)).toBe(true)
    const crossed = merged().add('B3', 'note-added', {}, { sees: ['A4'] })
    expect(canBegin(new Desk().receiveAll(openedAll(crossed.events)).replica.state)).toBe(false)
    const forked = merged()
      .add('Bx', 'note-added', {}, { prev: 'B1', sees: ['A4'] })
      .add('A6', 'received')
    expect(canBegin(new Desk().receiveAll(openedAll(forked.events)).replica.state)).toBe(false)
  })
})
