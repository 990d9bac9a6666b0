import { describe, expect, it } from 'vitest'
import { parseEventToken } from '../../../src/core/exchange/event-token.ts'
import { claimsOf } from '../../../src/core/exchange/read-claims.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { readVectors } from '../../vectors/exchange/read.ts'

const VALID = readVectors('event').filter(({ expect: e }) => 'accepted' in e)

describe('claimsOf', () => {
  it.each(VALID)('reads $name as it was read when it came', async ({ jwt }) => {
    const event = await parseEventToken(jwt)
    if (event instanceof Refusal) throw new Error(event.detail)
    const { iss, iat, jti, aud, case: place, type, body, text } = claimsOf(jwt)
    const { author, audience } = event
    expect({ iss, iat, jti, aud, type, body }).toEqual({
      iss: author,
      iat: event.iat,
      jti: event.jti,
      aud: audience,
      type: event.type,
      body: event.body,
    })
    expect(place.id ?? event.id).toBe(event.caseId)
    expect([place.seq, place.prev ?? null, place.heads, place.incarnation ?? 0]).toEqual([
      event.seq,
      event.prev,
      event.heads,
      event.incarnation,
    ])
    expect(Object.keys(text)).toEqual(Object.keys(event.texts))
  })
})
