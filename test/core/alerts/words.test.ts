import { expect, it } from 'vitest'
import { causeWords, valuesOf } from '../../../src/core/alerts/words.ts'
import type { Instant } from '../../../src/core/kernel/instant.ts'

const told = {
  reference: 'EN-1',
  link: 'https://g.example',
  minutes: 5,
  partner: null,
  person: null,
}
const cause = { kind: 'clock-breached', clock: 'resolve', level: 1, product: null } as const

it('says which clock it was, and when it was due, to the minute in UTC', () => {
  expect(causeWords(cause)).toBe('A clock ran out: resolve')
  const values = valuesOf({ ...cause, due: '2026-11-21T20:00:00.000Z' as Instant }, told)
  expect([values.due, values.level]).toEqual(['2026-11-21 20:00 UTC', '1 critical'])
})

it('leaves no placeholder empty', () => {
  const values = valuesOf({ ...cause, due: null }, told)
  expect(Object.values(values).every((value) => value !== '')).toBe(true)
})
