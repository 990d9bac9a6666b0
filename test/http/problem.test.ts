import { expect, it } from 'vitest'
import { Refusal, SENTENCES } from '../../src/core/kernel/refusal.ts'
import { problemOf } from '../../src/http/problem.ts'
import { RETRY_AFTER, STATUS } from '../../src/http/status.ts'

it('every word has a status that refuses', () => {
  expect(Object.keys(STATUS).toSorted()).toEqual(Object.keys(SENTENCES).toSorted())
  for (const status of Object.values(STATUS)) expect(status).toBeGreaterThanOrEqual(400)
})

it('what is refused for the moment says when to come back', () => {
  const momentary = Object.entries(STATUS).filter(([, status]) => status === 503 || status === 429)
  for (const [word] of momentary) expect(RETRY_AFTER).toHaveProperty(word)
})

it('a problem carries word, sentence, field and request, and no more', () => {
  expect(problemOf(new Refusal('case-closed'), 409, 'r-1')).toEqual({
    type: 'urn:entente:problem:case-closed',
    title: 'case closed',
    status: 409,
    detail: SENTENCES['case-closed'],
    requestId: 'r-1',
  })
  expect(problemOf(new Refusal('invalid-field', 'x', 'a.b'), 422, 'r')).toHaveProperty(
    'field',
    'a.b',
  )
})
