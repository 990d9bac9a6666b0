import { describe, expect, it } from 'vitest'
import { isRestart, placeOf } from '../../../src/core/cases/restart.ts'
import { beginning, idOf, memberOf, openedAll } from '../../kit/case-graph.ts'

const anew = { member: '@B', incarnation: 1, keys: ['#kB'] }
const graph = beginning().add('B3', 'author-resumed', anew, {
  incarnation: 1,
  seq: 1,
  prev: 'B2',
})
const events = openedAll(graph.events)
const find = (id: string) => events.find((event) => event.id === id)
const restart = find(idOf('B3'))
if (!restart) throw new Error('the graph has a restart')

describe('a restart', () => {
  it('is an author’s own first event under the incarnation that it names, on top of another', () => {
    expect(isRestart(restart)).toBe(true)
  })

  it.each([
    ['in another’s name', { body: { ...restart.body, member: memberOf('C') } }],
    ['under another incarnation than it names', { incarnation: 2 }],
    ['that is not the first', { seq: 2 }],
    ['on top of nothing', { prev: null }],
    ['of another type', { type: 'note-added' }],
    ['of the first incarnation', { incarnation: 0, body: { ...restart.body, incarnation: 0 } }],
  ])('is none %s', (_what, change) => {
    expect(isRestart({ ...restart, ...change })).toBe(false)
  })

  it('stands where the event after the one it builds on would', () => {
    expect(placeOf(restart, find)).toMatchObject({ incarnation: 0, seq: 3 })
  })

  it('stands in its own place while what it builds on is not here, as every other event does', () => {
    expect(placeOf(restart, () => undefined)).toMatchObject({ incarnation: 1, seq: 1 })
    const note = find(idOf('B2'))
    expect(note && placeOf(note, find)).toMatchObject({ incarnation: 0, seq: 2 })
  })
})
