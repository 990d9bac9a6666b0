import { expect, test } from 'vitest'
import type { StoredCase } from '../../../src/flows/case-ports.ts'
import { ViewCache } from '../../../src/storage/cases/view-cache.ts'
import { ALPINE, BASALT, CaseOnDesk, at } from '../../kit/case-rows.ts'

const view = (version: number, desk = new CaseOnDesk(ALPINE)): StoredCase => ({
  caseId: desk.id,
  version,
  stage: 'shared',
  state: desk.state,
  bundle: null,
  followUpAt: null,
  updatedAt: at(version),
  fenced: false,
})

test('a view is kept for its member alone', () => {
  const cache = new ViewCache(9)
  const one = view(1)
  cache.put(ALPINE, one)
  expect(cache.get(ALPINE, one.caseId)).toBe(one)
  expect(cache.get(BASALT, one.caseId)).toBeUndefined()
  cache.drop(ALPINE, one.caseId)
  expect(cache.get(ALPINE, one.caseId)).toBeUndefined()
})

test('a later version stands, in whatever order they come', () => {
  const cache = new ViewCache(9)
  const desk = new CaseOnDesk(ALPINE)
  const later = view(3, desk)
  for (const one of [view(1, desk), later, view(2, desk)]) cache.put(ALPINE, one)
  expect(cache.get(ALPINE, desk.id)).toBe(later)
})

test('the one unused for longest gives way', () => {
  const cache = new ViewCache(2)
  const [one, two, three] = [view(1), view(1), view(1)]
  cache.put(ALPINE, one)
  cache.put(ALPINE, two)
  cache.get(ALPINE, one.caseId)
  cache.put(ALPINE, three)
  const kept = [one, two, three].map(({ caseId }) => cache.get(ALPINE, caseId))
  expect(kept).toEqual([one, undefined, three])
})

test('a fenced case is not kept, nor what was known of it before', () => {
  const cache = new ViewCache(9)
  const desk = new CaseOnDesk(ALPINE)
  cache.put(ALPINE, view(1, desk))
  cache.put(ALPINE, { ...view(2, desk), fenced: true })
  expect(cache.get(ALPINE, desk.id)).toBeUndefined()
})
