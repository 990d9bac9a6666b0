import { describe, expect, it } from 'vitest'
import type { CaseState } from '../../../src/core/cases/case.ts'
import {
  engagementsOf,
  gapOf,
  viewEngagement,
  waitingOn,
} from '../../../src/core/cases/view-engagement.ts'
import type { EventId } from '../../../src/core/kernel/id.ts'
import { Desk } from '../../kit/case-desk.ts'
import { answerOf, Graph, idOf, letterOf, nameOf, openedAll } from '../../kit/case-graph.ts'

const asked = (): Graph => new Graph().open('A1').invite('A2', 'B')
const joined = (): Graph => asked().accept('B1', 'A2')

function stateOf(graph: Graph): CaseState {
  const { state } = new Desk().receiveAll(openedAll(graph.events))
  if (state === null) throw new Error('the graph opens no case')
  return state
}

function engagementIn(s: CaseState) {
  const [engagement] = engagementsOf(s)
  if (engagement === undefined) throw new Error('nobody was asked')
  return engagement
}

/** Who owes what, since which event: `B answer A2`. */
function owed(graph: Graph): string {
  const s = stateOf(graph)
  const waiting = waitingOn(s, engagementIn(s))
  if (waiting === null) return 'nothing'
  const since = graph.events.find(
    (event) => new Date(event.iat * 1000).toISOString() === waiting.since,
  )
  return `${letterOf(waiting.member)} ${waiting.what} ${since?.id ?? '?'}`
}

describe('waitingOn', () => {
  it.each([
    ['the invitee owes an answer', asked(), 'B answer A2'],
    [
      'the inviter owes information that was asked for',
      asked().add('B1', 'info-requested', answerOf('B', 'A2')),
      'A information B1',
    ],
    [
      'the invitee owes an answer again once it was told',
      asked()
        .add('B1', 'info-requested', answerOf('B', 'A2'))
        .add('A3', 'info-provided', { engagement: '$A2' }),
      'B answer A3',
    ],
    ['the invitee owes the work once it accepted', joined(), 'B work B1'],
    [
      'the inviter owes information in the middle of the work',
      joined().add('B2', 'info-requested', answerOf('B', 'A2')),
      'A information B2',
    ],
    [
      'the invitee owes the work again, since it was told',
      joined()
        .add('B2', 'info-requested', answerOf('B', 'A2'))
        .add('A3', 'info-provided', { engagement: '$A2' }),
      'B work A3',
    ],
    [
      'the inviter owes a confirmation once it is done',
      joined().add('B2', 'engagement-completed', { engagement: '$A2', outcome: 'solved' }),
      'A confirmation B2',
    ],
    [
      'nobody owes anything once it was confirmed',
      joined()
        .add('B2', 'engagement-completed', { engagement: '$A2', outcome: 'solved' })
        .add('A3', 'completion-confirmed', { engagement: '$A2' }),
      'nothing',
    ],
    [
      'nobody owes anything once it was declined',
      asked().add('B1', 'engagement-declined', { ...answerOf('B', 'A2'), code: 'other' }),
      'nothing',
    ],
    [
      'nobody owes anything once the case is closed',
      joined().add('A3', 'case-closed', { code: 'solved' }),
      'nothing',
    ],
  ])('%s', (_, graph, expected) => {
    expect(owed(graph)).toBe(expected)
  })
})

describe('viewEngagement', () => {
  it('shows what was asked and what was answered, as far as the texts are held', () => {
    const s = stateOf(
      asked().add('B1', 'engagement-declined', { ...answerOf('B', 'A2'), code: 'no-capacity' }),
    )
    const texts = new Map<EventId, Record<string, unknown>>([
      [idOf('A2'), { ask: 'Please look.' }],
      [idOf('B1'), { reason: 'Nobody is here.' }],
    ])
    expect(viewEngagement(s, engagementIn(s), texts)).toMatchObject({
      standing: 'declined',
      code: 'no-capacity',
      answeredAt: '1970-01-01T00:17:00.000Z',
      texts: { ask: 'Please look.', reason: 'Nobody is here.' },
      waitingOn: null,
    })
  })

  it('shows each question with its answer', () => {
    const s = stateOf(
      asked()
        .add('B1', 'info-requested', answerOf('B', 'A2'))
        .add('A3', 'info-provided', { engagement: '$A2' }),
    )
    const texts = new Map<EventId, Record<string, unknown>>([
      [idOf('B1'), { question: 'Which firmware?' }],
      [idOf('A3'), { answer: '6.3.1' }],
    ])
    expect(viewEngagement(s, engagementIn(s), texts).questions).toMatchObject([
      { id: idOf('B1'), text: 'Which firmware?', answer: '6.3.1' },
    ])
  })

  it('leaves out the opener’s own part', () => {
    expect(engagementsOf(stateOf(joined())).map((e) => nameOf(e.id))).toEqual(['A2'])
  })
})

describe('gapOf', () => {
  it('counts levels between the gravest and the mildest claim', () => {
    expect(gapOf([1, 3, null, 2])).toBe(2)
    expect(gapOf([2, 2])).toBe(0)
    expect(gapOf([1, null])).toBe(0)
    expect(gapOf([])).toBe(0)
  })
})
