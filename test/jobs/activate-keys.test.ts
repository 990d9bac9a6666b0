import { describe, expect, it } from 'vitest'
import { OVERLAP_MILLIS, rotateKeys } from '../../src/flows/members/rotate-keys.ts'
import { activateKeys } from '../../src/jobs/activate-keys.ts'
import { sure, twoMembers } from '../flows/members/gateways.ts'

const published = async () => {
  const w = await twoMembers()
  for (const purpose of ['event', 'federation', 'token'] as const)
    sure(await rotateKeys(w.south.deps, w.borealis, { purpose }))
  const published = async () =>
    (await w.south.deps.members.keysOf(w.borealis)).filter(({ state }) => state === 'published')
  return { ...w, published }
}

describe('one pass', () => {
  it('activates what was published long enough', async () => {
    await using w = await published()
    expect(await activateKeys(w.south.deps)).toBe(0)
    w.clock.advance(OVERLAP_MILLIS)
    expect(await activateKeys(w.south.deps)).toBe(3)
    expect(await w.published()).toEqual([])
    expect(await activateKeys(w.south.deps)).toBe(0)
  })

  it('leaves a federation key that nobody vouches for to the next', async () => {
    await using w = await published()
    w.clock.advance(OVERLAP_MILLIS)
    w.wire.part('https://north.test', 'https://south.test')
    expect(await activateKeys(w.south.deps)).toBe(2)
    expect((await w.published()).map(({ purpose }) => purpose)).toEqual(['federation'])
    w.wire.heal()
    expect(await activateKeys(w.south.deps)).toBe(1)
  })

  it('ends when it is told to', async () => {
    await using w = await published()
    w.clock.advance(OVERLAP_MILLIS)
    expect(await activateKeys(w.south.deps, { signal: AbortSignal.abort() })).toBe(0)
  })
})
