import { describe, expect, it } from 'vitest'
import { textStanding, viewEvent } from '../../../src/core/cases/view-event.ts'
import type { HeldEvent } from '../../../src/core/cases/view-event.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, idOf, memberOf, openedAll } from '../../kit/case-graph.ts'
import { craft } from '../../vectors/exchange/craft.ts'

const A = memberOf('A')
const B = memberOf('B')
const C = memberOf('C')
const { state } = new Desk().receiveAll(
  openedAll(beginning().add('A5', 'case-closed', { code: 'solved' }).add('B3', 'received').events),
)
if (state === null) throw new Error('no case')

const token = craft(
  { alg: 'ES256', kid: 'k', typ: 'secevent+jwt' },
  {
    iss: A,
    iat: 1_795_255_200,
    jti: 'j',
    case: { seq: 5, heads: [] },
    events: {
      'urn:entente:event:case-closed': {
        code: 'solved',
        text: {
          summary: { readers: 'case', value: [{ '...': 'd1' }] },
          aside: { readers: [C], value: [{ '...': 'd2' }] },
        },
      },
    },
  },
  'atlas-event',
)
const held: HeldEvent = {
  event: idOf('A5'),
  author: A,
  incarnation: 0,
  seq: 5,
  type: 'case-closed',
  token,
  receivedAt: Instant.parse('2026-11-21T10:00:00.500Z'),
  receivedFrom: A,
  trust: 'vouched',
  depth: 4,
  at: 1_795_255_201,
  verdict: 'effect',
}

describe('viewEvent', () => {
  it('shows the clear part, the verdict, the badge, and each text with whom it is for', () => {
    expect(viewEvent(state, held, { summary: 'Firmware.' }, { us: B })).toEqual({
      id: idOf('A5'),
      type: 'case-closed',
      author: A,
      at: '2026-11-21T10:00:01.000Z',
      claimedAt: '2026-11-21T10:00:00.000Z',
      receivedAt: '2026-11-21T10:00:00.500Z',
      receivedFrom: A,
      seq: 5,
      incarnation: 0,
      depth: 4,
      verdict: 'effect',
      trust: 'vouched',
      settled: false,
      notSeenBy: [C],
      body: { code: 'solved' },
      texts: [
        { slot: 'summary', audience: 'all', held: 'held', value: 'Firmware.' },
        { slot: 'aside', audience: [C], held: 'withheld', value: null },
      ],
    })
  })

  it('shows the token only when asked for', () => {
    expect(viewEvent(state, held, {}, { us: B, withToken: true }).token).toBe(token)
  })

  it('says of a decision that everybody has seen that it is settled', () => {
    expect(viewEvent(state, { ...held, event: idOf('A2') }, {}, { us: B })).toMatchObject({
      settled: true,
      notSeenBy: [],
    })
  })

  it('says nothing of seeing where nothing was decided', () => {
    for (const other of [
      { ...held, type: 'note-added' },
      { ...held, type: 'https://x.example/type' },
      { ...held, verdict: 'not-host' as const },
    ])
      expect(viewEvent(state, other, {}, { us: B }).settled).toBeNull()
  })

  it('shows an event that has no place yet without a time', () => {
    const waiting = { ...held, at: null, depth: null, verdict: null }
    expect(viewEvent(state, waiting, {}, { us: B })).toMatchObject({ at: null, verdict: null })
  })
})

describe('textStanding', () => {
  it('tells what never comes from what has not come', () => {
    expect(textStanding('case', A, B, true)).toBe('held')
    expect(textStanding('case', A, B, false)).toBe('awaited')
    expect(textStanding([B], A, B, false)).toBe('awaited')
    expect(textStanding([C], A, B, false)).toBe('withheld')
    expect(textStanding([C], A, A, false)).toBe('awaited')
  })
})
