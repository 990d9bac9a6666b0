import { expect, test } from 'vitest'
import { Refusal, SENTENCES } from '../../../src/core/kernel/refusal.ts'
import { secEventError } from '../../../src/core/exchange/sec-event-error.ts'

test('says the kind in a registered word, the reason in ours', () => {
  const refusal = new Refusal('engagement-not-agreed', 'a detail of ours')
  expect(secEventError(refusal, SENTENCES[refusal.code])).toEqual({
    err: 'access_denied',
    word: 'engagement-not-agreed',
    description: SENTENCES['engagement-not-agreed'],
  })
})

test('keeps details of trust to itself, and tells those of an event', () => {
  const trust = new Refusal('partner-untrusted', 'asked at an internal address')
  expect(secEventError(trust, 'A sentence.')).toMatchObject({
    err: 'invalid_issuer',
    description: 'A sentence.',
  })
  const event = new Refusal('event-claims-invalid', 'seq is no number')
  expect(secEventError(event, 'A sentence.')).toMatchObject({
    err: 'invalid_request',
    description: 'seq is no number',
  })
})
