import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EVENT_TYPES } from '../../../src/core/cases/registry.ts'
import type { EventId, MemberId } from '../../../src/core/kernel/id.ts'
import { plainSentence } from '../../../src/http/console/sentence.ts'
import { EVENT_SENTENCES, sentenceOf } from '../../../src/http/console/sentences.ts'
import type { Around } from '../../../src/http/console/telling.ts'
import { idOf, memberOf } from '../../kit/case-graph.ts'

const [A, B] = [memberOf('A'), memberOf('B')]
const ENGAGEMENT = idOf('A2')
const AROUND: Around = { engagements: new Map([[ENGAGEMENT, { inviter: A, invitee: B }]]) }
const NOBODY: Around = { engagements: new Map() }

const NAMES: Readonly<Record<string, string>> = { [A]: 'Alpine', [B]: 'Basalt' }
const nameOf = (member: MemberId): string => NAMES[member] ?? member
const read = (
  author: MemberId,
  type: string,
  body: Readonly<Record<string, unknown>> = {},
  around = AROUND,
): string => plainSentence(sentenceOf({ author, type, body }, around), nameOf, (at) => at)

describe('a sentence', () => {
  it('exists for every event type, names the author and ends', () => {
    expect(Object.keys(EVENT_SENTENCES).toSorted()).toEqual([...EVENT_TYPES].toSorted())
    for (const type of EVENT_TYPES) expect(read(A, type, {}, NOBODY)).toMatch(/^Alpine\b.*\.$/)
  })

  const EXAMPLES: readonly (readonly [string, MemberId, string, Record<string, unknown>])[] = [
    ['Alpine opened the case, as a test.', A, 'case-opened', { test: true }],
    [
      'Alpine asked Basalt to investigate, at severity high, with an answer by 1970-01-01T00:16:40.000Z.',
      A,
      'engagement-requested',
      { invitee: B, ask: 'investigate', due: 1000, level: 2 },
    ],
    [
      'Alpine asked Basalt in, for information.',
      A,
      'engagement-requested',
      { invitee: B, ask: 'inform' },
    ],
    [
      'Basalt declined: it is not their product.',
      B,
      'engagement-declined',
      { code: 'not-our-product' },
    ],
    [
      'Alpine took back the invitation of Basalt: it is solved.',
      A,
      'engagement-withdrawn',
      { engagement: ENGAGEMENT, code: 'solved' },
    ],
    ['Basalt asked Alpine for information.', B, 'info-requested', { engagement: ENGAGEMENT }],
    [
      'Basalt set the severity to high, in its own words “P2”: the impact changed.',
      B,
      'severity-claimed',
      { level: 2, native: { code: 'P2' }, reason: 'impact-changed' },
    ],
    [
      'Basalt has its own case number “BA-1”.',
      B,
      'slot-set',
      { key: 'case-number', value: 'BA-1' },
    ],
    ['Basalt is investigating.', B, 'slot-set', { key: 'work-state', value: 'investigating' }],
    [
      'Basalt promised its next update by 1970-01-01T00:00:07.000Z.',
      B,
      'slot-set',
      { key: 'next-update', value: 7 },
    ],
    ['Alpine handed the next step to Basalt.', A, 'baton-passed', { to: B }],
    ['Alpine closed the case: solved.', A, 'case-closed', { code: 'solved' }],
    ['Basalt asked a question.', B, 'note-added', { kind: 'question' }],
  ]
  it.each(EXAMPLES)('reads: %s', (sentence, author, type, body) => {
    expect(read(author, type, body)).toBe(sentence)
  })

  it('says of an event type it does not know that it does not know it', () => {
    expect(read(A, 'urn:other:event')).toBe(
      'Alpine wrote an entry of a kind that this gateway does not know: “urn:other:event”.',
    )
    expect(read(A, 'constructor')).toContain('does not know')
  })

  it('quotes a code it does not know, and names nobody it cannot read', () => {
    expect(read(A, 'case-closed', { code: 'toString' })).toBe('Alpine closed the case: “toString”.')
    expect(read(A, 'baton-offered', { to: { toString: null } })).toContain('to somebody')
    expect(read(A, 'engagement-withdrawn', { engagement: '__proto__' }, NOBODY)).toContain(
      'the invited vendor',
    )
  })

  it('holds for whatever a partner puts into a body', () => {
    const fields = [
      'code',
      'to',
      'member',
      'invitee',
      'engagement',
      'level',
      'native',
      'key',
      'value',
    ]
    const more = [
      'kind',
      'reason',
      'due',
      'test',
      'continues',
      'granted',
      'author',
      'outcome',
      'ask',
    ]
    const body = fc.dictionary(fc.constantFrom(...fields, ...more), fc.jsonValue())
    fc.assert(
      fc.property(fc.constantFrom(...EVENT_TYPES, 'unknown'), body, (type, given) => {
        expect(read(A, type, given as Record<string, unknown>)).toMatch(/^Alpine/)
      }),
    )
  })
})

it('names an engagement by its own event only', () => {
  const other = idOf('A9') as EventId
  expect(read(A, 'completion-confirmed', { engagement: other })).toContain('the invited vendor')
})
