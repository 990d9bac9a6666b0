import { describe, expect, it } from 'vitest'
import {
  CONFIRM_AFTER_SECONDS,
  CONFIRM_EVERY_SECONDS,
  followUp,
} from '../../../src/core/cases/follow-up.ts'
import { Graph, beginning, idOf, memberOf, nameOf } from '../../kit/case-graph.ts'
import { stateOf } from '../../kit/case-given.ts'

const NOW = 5_000
const next = (graph: Graph, letter: string) => followUp(stateOf(graph), memberOf(letter), NOW)

const shows = (events: string[]) => ({
  command: { type: 'show-equivocation', author: memberOf('B'), events: events.map(idOf) },
  due: NOW + CONFIRM_AFTER_SECONDS,
})

describe('what our side adds by itself', () => {
  it('is nothing while everything is confirmed, or while we do not take part', () => {
    expect(next(beginning(), 'B')).toBeNull()
    expect(next(new Graph().open('A1').invite('A2', 'B'), 'B')).toBeNull()
  })

  it('passes the baton at once when its offer was accepted, and only the holder does', () => {
    const graph = beginning()
      .add('A5', 'baton-offered', { to: '@B', epoch: { term: 0, n: 0 } })
      .add('B3', 'baton-accepted', { offer: '$A5' })
    expect(next(graph, 'A')).toEqual({ command: { type: 'pass-baton' }, due: NOW })
    expect(next(graph, 'B')).toBeNull()
  })

  it('transfers the case at once when its offer was accepted', () => {
    const graph = beginning()
      .add('A5', 'host-offered', { to: '@C' })
      .add('C3', 'host-accepted', { offer: '$A5' })
    expect(next(graph, 'A')).toEqual({ command: { type: 'transfer-host' }, due: NOW })
  })

  it('points at two histories of another author, once for all of us, and not at its own', () => {
    const graph = beginning()
      .add('B3', 'note-added', {}, { prev: 'B2' })
      .add('B3z', 'note-added', {}, { prev: 'B2', sees: ['C2'] })
    expect(next(graph, 'A')).toEqual(shows(['B3', 'B3z']))
    expect(next(graph, 'C')).toEqual(shows(['B3', 'B3z']))
    expect(next(graph, 'B')).toBeNull()
    graph.add('A5', 'equivocation-shown', { author: '@B', events: ['$B3', '$B3z'] })
    expect([next(graph, 'A'), next(graph, 'C')]).toEqual([null, null])
    graph.add('B3y', 'note-added', {}, { prev: 'B2', sees: ['C2'] })
    expect(next(graph, 'C')).toEqual(shows(['B3', 'B3y']))
  })

  it('is not made to write as often as another author likes', () => {
    const graph = beginning()
    for (const name of ['m', 'n', 'o', 'p', 'q', 'r'])
      graph.add(`B3${name}`, 'note-added', {}, { prev: 'B2', sees: ['C2'] })
    let written = 0
    for (let due = next(graph, 'A'); due?.command.type === 'show-equivocation'; written++) {
      const events = due.command.events.map((id) => `$${nameOf(id)}`)
      graph.add(`A${5 + written}`, 'equivocation-shown', { author: '@B', events })
      due = next(graph, 'A')
    }
    expect(written).toBe(3)
  })

  it('confirms decisions of others a little later, several at once', () => {
    expect(next(beginning().claim('A5', 1), 'B')).toEqual({
      command: { type: 'confirm-received' },
      due: NOW + CONFIRM_AFTER_SECONDS,
    })
  })

  it('confirms at most once in a while', () => {
    const graph = beginning().claim('A5', 1)
    const state = stateOf(graph)
    const last = state.participants[memberOf('B')]?.receivedAt ?? 0
    const soon = followUp(state, memberOf('B'), last + 1)
    expect(soon?.due).toBe(last + CONFIRM_EVERY_SECONDS)
  })
})
