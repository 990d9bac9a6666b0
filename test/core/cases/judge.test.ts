import { describe, expect, it } from 'vitest'
import { EVENT_TYPES } from '../../../src/core/cases/registry.ts'
import { SENTENCES } from '../../../src/core/kernel/refusal.ts'
import { Desk } from '../../kit/case-desk.ts'
import { answerOf, beginning, Graph, idOf, openedAll } from '../../kit/case-graph.ts'
import type { Body, Place } from '../../kit/case-graph.ts'
import { HANDLING_REFUSED, type Row } from './judge-handling.ts'

/** The verdict of a graph's last event. */
function verdictOf(graph: Graph): string {
  const last = graph.events.at(-1)
  return (last && new Desk().receiveAll(openedAll(graph.events)).verdicts.get(idOf(last.id))) ?? ''
}

const row = (
  given: Graph,
  id: string,
  type: string,
  word: string,
  body: Body = {},
  place: Place = {},
): Row => [type, word, given.add(id, type, body, place)]

const code = { code: 'other' }
const epoch = (term: number, n: number): Body => ({ epoch: { term, n } })
const at00 = epoch(0, 0)

/** D is asked by A; B may engage. */
const asked = (): Graph =>
  beginning().add('A5', 'may-engage-granted', { member: '@B', granted: true }).invite('A6', 'D')
const joined = (): Graph => asked().accept('D1', 'A6')
const declined = (): Graph =>
  asked().add('D1', 'engagement-declined', { ...answerOf('D', 'A6'), code: 'no-capacity' })
const withoutC = (): Graph => beginning().add('C3', 'participant-left', code)
const offered = (): Graph => beginning().add('A5', 'baton-offered', { to: '@B', ...at00 })
const passed = (): Graph =>
  offered()
    .add('B3', 'baton-accepted', { offer: '$A5' })
    .add('A6', 'baton-passed', { to: '@B', ...at00, offer: '$A5' })
const hosting = (): Graph =>
  beginning()
    .add('A5', 'host-offered', { to: '@B' })
    .add('B3', 'host-accepted', { offer: '$A5' })
    .add('A6', 'host-transferred', { to: '@B', offer: '$A5', engagement: '$A2' })
const closed = (): Graph => beginning().add('A5', 'case-closed', { code: 'solved' })
const cut = (): Graph => beginning().add('A5', 'author-cut', { member: '@C' })

const invited = (letter: string): Body => ({ invitee: `@${letter}`, keys: [`#k${letter}`] })
/** B holds the baton since second 1050 and has ten minutes. */
const silent = (): Graph =>
  new Graph()
    .open('A1', { batonSilence: 600 })
    .invite('A2', 'B')
    .accept('B1', 'A2')
    .add('A3', 'baton-offered', { to: '@B', ...at00 })
    .add('B2', 'baton-accepted', { offer: '$A3' })
    .add('A4', 'baton-passed', { to: '@B', ...at00, offer: '$A3' })
const claim = { level: 2, reason: 'initial' }

function crowd(): Graph {
  const graph = new Graph().open('A1')
  for (let i = 0; i < 31; i++) {
    const invitee = String.fromCodePoint(i < 25 ? 66 + i : 72 + i)
    graph.add(`A${i + 2}`, 'engagement-requested', {
      invitee: `https://m${i}.example`,
      keys: [`#k${invitee}`],
    })
  }
  return graph
}

const REFUSED: readonly Row[] = [
  row(beginning(), 'B3', 'note-edited', 'type-unknown'),
  row(beginning(), 'A5', 'case-opened', 'body-invalid'),
  row(beginning(), 'A5', 'case-opened', 'event-parents-invalid', {
    rules: 1,
    algs: ['ES256'],
    keys: [{ kid: '#kA' }],
  }),

  row(beginning(), 'B3', 'problem-restated', 'not-host'),

  row(beginning(), 'B3', 'engagement-requested', 'not-host', invited('D')),
  row(beginning(), 'A5', 'engagement-requested', 'already-participant', invited('B')),
  row(asked(), 'B3', 'engagement-requested', 'already-requested', invited('D')),
  row(crowd(), 'A99', 'engagement-requested', 'too-many-participants', invited('D')),
  row(withoutC(), 'C4', 'engagement-requested', 'not-active', invited('D')),
  row(closed(), 'A6', 'engagement-requested', 'case-closed', invited('D')),

  row(asked(), 'B3', 'engagement-accepted', 'not-invitee', answerOf('B', 'A6')),
  row(asked(), 'D1', 'engagement-accepted', 'engagement-unknown', answerOf('D', 'A1')),
  row(joined(), 'D2', 'engagement-accepted', 'engagement-not-open', answerOf('D', 'A6')),
  row(declined(), 'D2', 'engagement-accepted', 'engagement-not-open', answerOf('D', 'A6')),
  row(asked(), 'D1', 'note-added', 'not-active', { keys: [{ kid: '#kD' }] }),
  row(asked(), 'B3', 'engagement-declined', 'not-invitee', { ...answerOf('B', 'A6'), ...code }),
  row(joined(), 'D2', 'engagement-declined', 'engagement-not-open', {
    ...answerOf('D', 'A6'),
    ...code,
  }),
  row(asked(), 'A7', 'engagement-declined', 'engagement-unknown', {
    ...answerOf('A', 'A5'),
    ...code,
  }),
  row(asked(), 'B3', 'info-requested', 'not-invitee', answerOf('B', 'A6')),
  row(declined(), 'D2', 'info-requested', 'engagement-not-open', answerOf('D', 'A6')),
  row(asked(), 'B3', 'info-provided', 'not-inviter', { engagement: '$A6' }),
  row(asked(), 'A7', 'info-provided', 'engagement-unknown', { engagement: '$A1' }),
  row(asked(), 'A7', 'info-provided', 'target-unknown', { engagement: '$A6', answers: '$A5' }),
  row(declined(), 'A7', 'info-provided', 'engagement-not-open', { engagement: '$A6' }),
  row(asked(), 'B3', 'engagement-withdrawn', 'not-inviter', { engagement: '$A6', ...code }),
  row(joined(), 'A7', 'engagement-withdrawn', 'engagement-not-open', {
    engagement: '$A6',
    ...code,
  }),
  row(asked(), 'B3', 'engagement-lapsed', 'not-inviter', { engagement: '$A6' }),
  row(joined(), 'A7', 'engagement-lapsed', 'engagement-not-open', { engagement: '$A6' }),
  row(asked(), 'A7', 'engagement-lapsed', 'engagement-unknown', { engagement: '$B1' }),
  row(joined(), 'B3', 'engagement-completed', 'not-invitee', {
    engagement: '$A6',
    outcome: 'solved',
  }),
  row(asked(), 'D1', 'engagement-completed', 'not-active', {
    ...answerOf('D', 'A6'),
    outcome: 'solved',
  }),
  row(
    withoutC().invite('A5', 'C').accept('C4', 'A5'),
    'C5',
    'engagement-completed',
    'engagement-not-active',
    {
      engagement: '$A3',
      outcome: 'solved',
    },
  ),
  row(joined(), 'B3', 'completion-confirmed', 'not-inviter', { engagement: '$A6' }),
  row(joined(), 'A7', 'completion-confirmed', 'engagement-not-active', { engagement: '$A6' }),

  row(beginning(), 'A5', 'participant-left', 'host-cannot-leave', code),
  row(hosting(), 'C3', 'participant-left', 'transfer-unsettled', code),
  row(hosting(), 'A7', 'participant-left', 'transfer-unsettled', code),
  row(withoutC(), 'C4', 'participant-left', 'not-active', code),
  row(beginning(), 'B3', 'member-removed', 'not-host', { member: '@C', ...code }),
  row(beginning(), 'A5', 'member-removed', 'target-is-self', { member: '@A', ...code }),
  row(withoutC(), 'A5', 'member-removed', 'target-not-active', { member: '@C', ...code }),
  row(beginning(), 'B3', 'may-engage-granted', 'not-host', { member: '@B', granted: true }),
  row(asked(), 'A7', 'may-engage-granted', 'target-not-active', { member: '@D', granted: true }),
  row(beginning(), 'B3', 'member-proposed', 'already-participant', { member: '@C' }),
  row(beginning(), 'B3', 'author-cut', 'not-host', { member: '@C' }),
  row(beginning(), 'A5', 'author-cut', 'target-is-self', { member: '@A' }),
  row(beginning(), 'A5', 'author-cut', 'target-unknown', { member: '@D' }),
  row(cut(), 'A6', 'author-cut', 'unchanged', { member: '@C' }),
  row(cut(), 'C3', 'note-added', 'author-frozen'),
  row(cut(), 'B3', 'author-resumed', 'not-host', { member: '@C', incarnation: 1, keys: ['#kX'] }),
  row(beginning(), 'A5', 'author-resumed', 'target-unknown', {
    member: '@D',
    incarnation: 1,
    keys: ['#kX'],
  }),
  row(
    cut()
      .add('A6', 'author-resumed', { member: '@C', incarnation: 2, keys: ['#kX'] })
      .add('A7', 'author-cut', { member: '@C' }),
    'A8',
    'author-resumed',
    'unchanged',
    { member: '@C', incarnation: 2, keys: ['#kY'] },
  ),
  row(beginning(), 'A5', 'author-resumed', 'author-not-frozen', {
    member: '@C',
    incarnation: 1,
    keys: ['#kX'],
  }),
  row(beginning(), 'A5', 'author-resumed', 'author-not-frozen', {
    member: '@A',
    incarnation: 1,
    keys: ['#kA'],
  }),
  row(withoutC(), 'C4', 'keys-rotated', 'not-active', { keys: [{ kid: '#kC2' }] }),

  row(offered(), 'B3', 'baton-offered', 'not-holder', { to: '@C', ...at00 }),
  row(beginning(), 'A5', 'baton-offered', 'epoch-stale', { to: '@C', ...epoch(0, 1) }),
  row(beginning(), 'A5', 'baton-offered', 'target-is-self', { to: '@A', ...at00 }),
  row(asked(), 'A7', 'baton-offered', 'target-not-active', { to: '@D', ...at00 }),
  row(offered(), 'B3', 'baton-offer-withdrawn', 'not-holder', { offer: '$A5' }),
  row(offered(), 'A6', 'baton-offer-withdrawn', 'offer-unknown', { offer: '$A4' }),
  row(offered(), 'B3', 'baton-accepted', 'offer-unknown', { offer: '$A4' }),
  row(offered(), 'C3', 'baton-accepted', 'not-offeree', { offer: '$A5' }),
  row(offered(), 'C3', 'baton-declined', 'not-offeree', { offer: '$A5', ...code }),
  row(passed(), 'B4', 'baton-declined', 'offer-unknown', { offer: '$A5', ...code }),
  row(offered(), 'C3', 'baton-passed', 'not-holder', { to: '@B', ...at00, offer: '$A5' }),
  row(passed(), 'B4', 'baton-passed', 'epoch-stale', { to: '@C', ...at00, offer: '$A5' }),
  row(offered(), 'A6', 'baton-passed', 'offer-not-accepted', { to: '@B', ...at00, offer: '$A5' }),
  row(offered(), 'A6', 'baton-passed', 'offer-unknown', { to: '@C', ...at00, offer: '$A5' }),
  row(
    offered().add('B3', 'baton-accepted', { offer: '$A5' }).add('B4', 'participant-left', code),
    'A6',
    'baton-passed',
    'target-not-active',
    { to: '@B', ...at00, offer: '$A5' },
  ),
  row(beginning(), 'B3', 'baton-reclaimed', 'not-host', { term: 1 }),
  row(beginning(), 'A5', 'baton-reclaimed', 'baton-held-by-host', { term: 1 }),
  row(passed(), 'A7', 'baton-reclaimed', 'epoch-stale', { term: 2 }),
  row(silent(), 'A5', 'baton-reclaimed', 'silence-too-short', { term: 1 }, { iat: 1649 }),

  row(beginning(), 'B3', 'host-offered', 'not-host', { to: '@C' }),
  row(beginning(), 'A5', 'host-offered', 'target-is-self', { to: '@A' }),
  row(withoutC(), 'A5', 'host-offered', 'target-not-active', { to: '@C' }),
  row(hosting(), 'A7', 'host-offer-withdrawn', 'not-host', { offer: '$A5' }),
  row(beginning(), 'A5', 'host-offer-withdrawn', 'offer-unknown', { offer: '$A4' }),
  row(hosting(), 'B4', 'host-accepted', 'offer-unknown', { offer: '$A5' }),
  row(beginning().add('A5', 'host-offered', { to: '@B' }), 'C3', 'host-accepted', 'not-offeree', {
    offer: '$A5',
  }),
  row(beginning().add('A5', 'host-offered', { to: '@B' }), 'C3', 'host-declined', 'not-offeree', {
    offer: '$A5',
  }),
  row(hosting(), 'B4', 'host-declined', 'offer-unknown', { offer: '$A5' }),
  row(hosting(), 'A7', 'host-transferred', 'not-host', {
    to: '@C',
    offer: '$A5',
    engagement: '$A3',
  }),
  row(beginning(), 'A5', 'host-transferred', 'offer-unknown', {
    to: '@B',
    offer: '$A4',
    engagement: '$A2',
  }),
  row(
    beginning().add('A5', 'host-offered', { to: '@B' }),
    'A6',
    'host-transferred',
    'offer-not-accepted',
    { to: '@B', offer: '$A5', engagement: '$A2' },
  ),
  row(
    beginning()
      .add('A5', 'host-offered', { to: '@B' })
      .add('B3', 'host-accepted', { offer: '$A5' }),
    'A6',
    'host-transferred',
    'engagement-unknown',
    { to: '@B', offer: '$A5', engagement: '$A3' },
  ),
  row(
    beginning()
      .add('A5', 'host-offered', { to: '@B' })
      .add('B3', 'host-accepted', { offer: '$A5' })
      .add('B4', 'participant-left', code),
    'A6',
    'host-transferred',
    'target-not-active',
    { to: '@B', offer: '$A5', engagement: '$A2' },
  ),

  row(beginning(), 'B3', 'case-closed', 'not-host', { code: 'solved' }),
  row(closed(), 'A6', 'case-closed', 'case-closed', { code: 'solved' }),
  row(closed(), 'B3', 'case-reopened', 'not-host', code),
  row(beginning(), 'A5', 'case-reopened', 'case-not-closed', code),
  row(beginning(), 'B3', 'reopen-requested', 'case-not-closed', code),
  row(closed().add('B3', 'reopen-requested', code), 'B4', 'reopen-requested', 'unchanged', code),

  row(beginning().claim('B3', 2), 'B4', 'severity-claimed', 'unchanged', claim),
  row(closed(), 'B3', 'severity-claimed', 'case-closed', claim),
  row(withoutC(), 'C4', 'severity-claimed', 'not-active', claim),
  row(beginning().claim('B3', 2), 'C3', 'claim-released', 'not-host', { member: '@B' }),
  row(beginning().claim('B3', 2), 'A5', 'claim-released', 'participant-still-active', {
    member: '@B',
  }),
  row(withoutC(), 'A5', 'claim-released', 'claim-unknown', { member: '@C' }),

  row(withoutC(), 'C4', 'note-added', 'not-active'),
  row(withoutC(), 'C4', 'note-withdrawn', 'not-active', { note: '$C3' }),
  row(closed(), 'B3', 'slot-set', 'case-closed', { key: 'case-number', value: 'X' }),
  row(beginning(), 'B3', 'slot-set', 'body-invalid', { key: 'work-state', value: 'asleep' }),
  row(withoutC(), 'C4', 'received', 'not-active'),
  row(beginning(), 'B3', 'equivocation-shown', 'no-equivocation', {
    author: '@C',
    events: ['$C1', '$C2'],
  }),
  row(beginning(), 'B3', 'rules-raised', 'not-host', { rules: 2 }),
  row(beginning(), 'A5', 'rules-raised', 'unchanged', { rules: 1 }),
  row(beginning(), 'A5', 'rules-raised', 'rules-not-supported', { rules: 2 }),

  ...HANDLING_REFUSED,
]

/** What a partner's event may do on a closed case. */
const WHILE_CLOSED: readonly (readonly [string, Body])[] = [
  ['note-added', {}],
  ['note-withdrawn', { note: '$B2' }],
  ['received', {}],
  ['reopen-requested', code],
  ['keys-rotated', { keys: [{ kid: '#kB2' }] }],
  ['effort-shared', { minutes: 30, activity: 'analysis', day: '2026-11-22' }],
]

/** Words of the list for later issues, and for doors: no event type of these rules gives them. */
const UNUSED = ['slot-unknown']

describe('the judgement of events', () => {
  it.each(REFUSED)('gives %s no effect: %s', (_type, word, graph) => {
    expect(verdictOf(graph)).toBe(word)
  })

  it('has a refusal in the table for every type that can have one, and for every word', () => {
    const types = new Set(REFUSED.map(([type]) => type))
    expect(EVENT_TYPES.filter((type) => !types.has(type))).toEqual([])
    const words = Object.keys(SENTENCES)
    const ofEvents = words.slice(words.indexOf('type-unknown'), words.indexOf('case-not-found'))
    const reached = new Set(REFUSED.map(([, word]) => word))
    expect(ofEvents.filter((word) => !reached.has(word))).toEqual(UNUSED)
  })

  it.each(WHILE_CLOSED)('lets %s have its effect on a closed case', (type, body) => {
    expect(verdictOf(closed().add('B3', type, body))).toBe('effect')
  })

  it('lets the host reopen and release a departed claim on a closed case', () => {
    const given = beginning()
      .claim('C3', 2)
      .add('C4', 'participant-left', code)
      .add('A5', 'case-closed', { code: 'solved' })
    expect(verdictOf(given.add('A6', 'claim-released', { member: '@C' }))).toBe('effect')
    expect(verdictOf(given.add('A7', 'case-reopened', code))).toBe('effect')
  })

  it('lets everything have its effect again on a contested close', () => {
    const given = beginning()
      .add('A5', 'case-closed', { code: 'solved' }, { sees: ['B2', 'C2'] })
      .claim('B3', 2, { sees: ['C2'] })
    expect(verdictOf(given.claim('B4', 1))).toBe('effect')
    expect(verdictOf(given.add('A6', 'case-closed', { code: 'solved' }))).toBe('effect')
  })

  it('judges silence by claimed times from the exact second', () => {
    expect(verdictOf(silent().add('A5', 'baton-reclaimed', { term: 1 }, { iat: 1649 }))).toBe(
      'silence-too-short',
    )
    expect(verdictOf(silent().add('A5', 'baton-reclaimed', { term: 1 }, { iat: 1650 }))).toBe(
      'effect',
    )
  })
})
