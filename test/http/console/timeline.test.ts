import { describe, expect, it } from 'vitest'
import type { EventView } from '../../../src/core/cases/view-event.ts'
import type { NoteView } from '../../../src/core/cases/view-note.ts'
import { type Instant, instantOf } from '../../../src/core/kernel/instant.ts'
import { boundsOf, daysOf, type Entry } from '../../../src/http/console/timeline.ts'
import { idOf, memberOf } from '../../kit/case-graph.ts'

const [A, B] = [memberOf('A'), memberOf('B')]
const HOURS = 3_600_000
const at = (hour: number): Instant => instantOf(hour * HOURS)

const event = (name: string, hour: number, more: Partial<EventView> = {}): EventView => ({
  id: idOf(name),
  type: 'case-closed',
  author: name.startsWith('A') ? A : B,
  at: at(hour),
  claimedAt: at(hour),
  receivedAt: at(hour),
  receivedFrom: null,
  seq: 1,
  incarnation: 0,
  depth: hour,
  verdict: 'effect',
  trust: 'vouched',
  settled: true,
  notSeenBy: [],
  body: {},
  texts: [],
  ...more,
})
const own = (id: string, hour: number): NoteView => ({
  id,
  author: A,
  by: 'Ines',
  kind: 'update',
  audience: 'own-organisation',
  text: id,
  held: 'held',
  re: null,
  at: at(hour),
  withdrawn: null,
  trust: 'own',
})

const nameOf = (entry: Entry): string =>
  entry.kind === 'own-note'
    ? entry.note.id
    : entry.kind === 'confirmations'
      ? entry.events.map(({ id }) => id.slice(0, 2)).join('+')
      : entry.event.id.slice(0, 2)
const namesOf = (days: ReturnType<typeof daysOf>): string[] =>
  days.flatMap(({ entries }) => entries.map(nameOf))
const ALL = { from: null, before: null }

describe('daysOf', () => {
  const events = [event('A1', 1), event('B1', 5), event('A2', 30)]

  it('groups entries by the reader’s day', () => {
    const page = { events, notes: [], newestFirst: false, bounds: ALL }
    expect(daysOf(page, 'UTC').map(({ day }) => day)).toEqual([
      'Thursday, 1 January 1970',
      'Friday, 2 January 1970',
    ])
    expect(daysOf(page, 'America/New_York').map(({ day }) => day)).toEqual([
      'Wednesday, 31 December 1969',
      'Thursday, 1 January 1970',
      'Friday, 2 January 1970',
    ])
  })

  it('puts own notes where they belong in time, from either end', () => {
    const notes = [own('n1', 2), own('n2', 5), own('n3', 40), own('n0', 0)]
    const page = { events, notes, newestFirst: false, bounds: ALL }
    expect(namesOf(daysOf(page, 'UTC'))).toEqual(['n0', 'A1', 'n1', 'B1', 'n2', 'A2', 'n3'])
    const turned = { ...page, events: events.toReversed(), newestFirst: true }
    expect(namesOf(daysOf(turned, 'UTC'))).toEqual(['n3', 'A2', 'n2', 'B1', 'n1', 'A1', 'n0'])
  })

  it('says a run of confirmations once, but never hides one that is remarkable', () => {
    const received = { type: 'received' }
    const page = {
      events: [
        event('A1', 1, received),
        event('B1', 1, received),
        event('A2', 2),
        event('B2', 3, { ...received, verdict: 'author-frozen' }),
        event('B3', 4, { ...received, trust: 'revoked' }),
      ],
      notes: [],
      newestFirst: false,
      bounds: ALL,
    }
    expect(namesOf(daysOf(page, 'UTC'))).toEqual(['A1+B1', 'A2', 'B2', 'B3'])
  })

  it('shows an event without a place at the time it came', () => {
    const held = event('B9', 3, { at: null, depth: null, verdict: null, receivedAt: at(50) })
    const page = { events: [held], notes: [], newestFirst: false, bounds: ALL }
    expect(daysOf(page, 'UTC')[0]?.entries[0]?.at).toBe(at(50))
  })
})

describe('pages of a timeline', () => {
  const events = Array.from({ length: 7 }, (_, i) => event(`A${i + 1}`, i * 10))
  const notes = Array.from({ length: 30 }, (_, i) => own(`n${i}`, i * 3 - 5))

  it.each([true, false])('hold every own note exactly once (newest first: %s)', (newestFirst) => {
    const inOrder = newestFirst ? events.toReversed() : events
    const seen: string[] = []
    let reached: Instant | null = null
    for (let i = 0; i < inOrder.length; i += 3) {
      const page = inOrder.slice(i, i + 3)
      const hasMore = i + 3 < inOrder.length
      const bounds = boundsOf(page, { newestFirst, hasMore, reached })
      seen.push(...namesOf(daysOf({ events: page, notes, newestFirst, bounds }, 'UTC')))
      reached = page.at(-1)?.at ?? null
    }
    const everything = [...events.map(({ id }) => id.slice(0, 2)), ...notes.map(({ id }) => id)]
    expect(seen.toSorted()).toEqual(everything.toSorted())
  })
})
