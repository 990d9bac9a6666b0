import { describe, expect, it } from 'vitest'
import * as limits from '../../../src/core/exchange/limits.ts'

describe('limits that depend on each other', () => {
  it('remember a request as long as any clock within the tolerance could accept it', () => {
    const { MAX_REQUEST_LIFE_SECONDS, CLOCK_TOLERANCE_SECONDS, JTI_KEPT_SECONDS } = limits
    expect(JTI_KEPT_SECONDS).toBeGreaterThanOrEqual(
      MAX_REQUEST_LIFE_SECONDS + 2 * CLOCK_TOLERANCE_SECONDS,
    )
  })

  it('let the largest event with the largest texts into an answer about missing events', () => {
    const { MAX_EVENT_BYTES, MAX_DISCLOSURES_BYTES, MAX_MISSING_BYTES } = limits
    expect(MAX_EVENT_BYTES + MAX_DISCLOSURES_BYTES).toBeLessThan(MAX_MISSING_BYTES)
  })

  it('let a batch of the largest events without texts into one request', () => {
    const { MAX_EVENT_BYTES, MAX_BATCH_EVENTS, MAX_EXCHANGE_BODY_BYTES } = limits
    expect(MAX_EVENT_BYTES * MAX_BATCH_EVENTS).toBeLessThan(MAX_EXCHANGE_BODY_BYTES)
  })

  it('let every participant have a head and every event name all of them', () => {
    expect(limits.MAX_HEADS).toBeGreaterThanOrEqual(2 * limits.MAX_PARTICIPANTS)
    expect(limits.MAX_AUDIENCE).toBeGreaterThanOrEqual(limits.MAX_PARTICIPANTS)
  })

  it('let one author fill less than a case', () => {
    expect(limits.MAX_EVENTS_PER_AUTHOR * 2).toBeLessThan(limits.MAX_EVENTS_PER_CASE)
  })

  it('keep the last second a date can show', () => {
    expect(new Date(limits.MAX_SECONDS * 1000).toISOString()).toBe('9999-12-31T23:59:59.000Z')
  })
})
