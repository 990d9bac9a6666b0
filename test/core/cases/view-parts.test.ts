import { expect, it } from 'vitest'
import { momentOf, textOf, viewClaim, viewOffer } from '../../../src/core/cases/view-parts.ts'
import { idOf, memberOf } from '../../kit/case-graph.ts'

const texts = new Map([[idOf('A1'), { ask: 'Please.', note: false }]])

it('a text that is not held shows as null', () => {
  expect(textOf(texts, idOf('A1'), 'ask')).toBe('Please.')
  expect(textOf(texts, idOf('A1'), 'note')).toBe(false)
  expect(textOf(texts, idOf('A1'), 'reason')).toBeNull()
  expect(textOf(texts, idOf('A2'), 'ask')).toBeNull()
  expect(textOf(texts, undefined, 'ask')).toBeNull()
})

it('what did not happen has no moment', () => {
  expect(momentOf(null)).toBeNull()
  expect(momentOf({ at: 60 })).toBe('1970-01-01T00:01:00.000Z')
})

it('no offer and no claim show as none', () => {
  expect(viewOffer(null, texts)).toBeNull()
  expect(viewClaim(null, texts)).toBeNull()
})

it('an offer shows by whom, to whom, and the answer', () => {
  const offer = { event: idOf('A1'), at: 60, by: memberOf('A'), to: memberOf('B') }
  const answer = { event: idOf('B1'), at: 90, word: 'declined' } as const
  expect(viewOffer({ ...offer, answer }, texts)).toEqual({
    id: idOf('A1'),
    by: memberOf('A'),
    to: memberOf('B'),
    at: '1970-01-01T00:01:00.000Z',
    text: 'Please.',
    answer: 'declined',
    answeredAt: '1970-01-01T00:01:30.000Z',
  })
})
