import { describe, expect, it } from 'vitest'
import { admit, keysInForce, prepare, type OpenedEvent } from '../../../src/core/cases/admit.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, idOf, memberOf, openedAll, type Graph } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

/** A desk that holds all but the last event of a graph, and that event. */
function before(graph: Graph): [Desk, OpenedEvent] {
  const events = openedAll(graph.events)
  const last = events.at(-1)
  if (!last) throw new Error('a graph has events')
  return [new Desk().receiveAll(events.slice(0, -1)), last]
}

describe('admission', () => {
  it('needs the state alone for an event on top of everything', () => {
    const [desk, event] = before(beginning().claim('B3', 2))
    const replica = { state: desk.replica.state, history: null }
    const prepared = prepare(replica, event)
    if (prepared instanceof Refusal || !('key' in prepared)) throw new Error('it is prepared')
    expect(prepared).toMatchObject({ onTop: true, key: { kid: idOf('kB') } })
    expect(prepared.event).toMatchObject({ depth: 6, at: 1080 })
    const { verdict, state } = admit(replica, prepared)
    expect(verdict).toBe('effect')
    expect(state).toEqual(desk.receiveAll([event]).state)
  })

  it('asks for the history when the event had not seen everything', () => {
    const [desk, event] = before(beginning().claim('B3', 2, { sees: [] }))
    expect(prepare({ state: desk.replica.state, history: null }, event)).toEqual({
      needsHistory: true,
    })
    const prepared = prepare(desk.replica, event)
    expect(prepared).toMatchObject({ onTop: false, seen: { size: 7 } })
  })

  it('names the ancestors that are missing, and admits once they came', () => {
    const events = openedAll(beginning().claim('B3', 2).claim('B4', 3).events)
    const [b3, b4] = events.slice(-2)
    if (!b3 || !b4) throw new Error('two claims')
    const desk = new Desk().receiveAll(events.slice(0, -2))
    expect(prepare(desk.replica, b4)).toEqual({ missing: [idOf('B3')] })
    desk.receiveAll([b4, b3])
    expect(desk.verdicts.get(idOf('B4'))).toBe('effect')
  })

  it('dates an event no earlier than what it builds on', () => {
    const desk = new Desk().receiveAll(openedAll(beginning().claim('B3', 2, { iat: 3 }).events))
    expect(desk.history.get(idOf('B3'))?.event).toMatchObject({ iat: 3, at: 1070 })
  })

  it('admits what has no effect, with its word', () => {
    const [desk, event] = before(beginning().add('B3', 'case-closed', { code: 'solved' }))
    expect(desk.receiveAll([event]).verdicts.get(idOf('B3'))).toBe('not-host')
    expect(desk.replica.state.status.word).toBe('open')
    expect(desk.replica.state.participants[memberOf('B')]?.count).toBe(3)
  })

  it('goes on by the state alone on the chains of others while one author’s is forked', () => {
    const graph = beginning()
      .claim('B3', 1, { sees: ['C2'] })
      .add('B3z', 'severity-claimed', { level: 2, reason: 'initial' }, { prev: 'B2', sees: ['C2'] })
      .add('A5', 'received')
    const [desk, event] = before(graph)
    expect(prepare(desk.replica, event)).toMatchObject({ onTop: true })
    const [forked, next] = before(graph.add('B4', 'received', {}, { prev: 'B3' }))
    expect(prepare(forked.replica, next)).toMatchObject({ onTop: false })
  })
})

const kids = (graph: Graph, letter: string, incarnation = 0, keys: unknown = []): string[] =>
  keysInForce(stateOf(graph), { author: memberOf(letter), incarnation, body: { keys } }).map(
    ({ kid }) => kid,
  )

describe('the keys in force', () => {
  const shown = [{ kid: idOf('kD'), kty: 'EC', crv: 'P-256', x: idOf('kD'), y: idOf('kD') }]

  it('are the opener’s own, an invitee’s as named and shown, and nobody else’s', () => {
    expect(kids(beginning(), 'A')).toEqual([idOf('kA')])
    expect(kids(beginning(), 'B')).toEqual([idOf('kB')])
    expect(kids(beginning().invite('A5', 'D'), 'D')).toEqual([])
    expect(kids(beginning().invite('A5', 'D'), 'D', 0, shown)).toEqual([idOf('kD')])
    expect(kids(beginning(), 'D', 0, shown)).toEqual([])
  })

  it('are those of the last rotation, and after resuming those that the host named', () => {
    const graph = beginning().add('C3', 'keys-rotated', { keys: [{ kid: '#kC5' }] })
    expect(kids(graph, 'C')).toEqual([idOf('kC5')])
    graph
      .add('A5', 'author-cut', { member: '@C' })
      .add('A6', 'author-resumed', { member: '@C', incarnation: 1, keys: ['#kD'] })
    expect(kids(graph, 'C', 1)).toEqual([])
    expect(kids(graph, 'C', 1, shown)).toEqual([idOf('kD')])
  })
})
