import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { keysShownBy, pinPartner } from '../../../src/flows/members/pin-partner.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { rotateKeys } from '../../../src/flows/members/rotate-keys.ts'
import { settingsOf, sure, twoGateways, wordOf } from './gateways.ts'

const OTHER = 'A'.repeat(43)
const apart = async () => {
  const w = await twoGateways()
  const { id: atlas } = await w.north.create({ handle: 'atlas' })
  const { id: borealis } = await w.south.create({ handle: 'borealis' })
  const pin = (thumbprints: readonly string[]) =>
    pinPartner(w.north.deps, atlas, borealis, thumbprints)
  const shown = async () => sure(await keysShownBy(w.north.deps, borealis))
  return { ...w, atlas, borealis, pin, shown }
}

describe('a pin', () => {
  it('of the keys that a partner shows resolves it at once', async () => {
    await using w = await apart()
    const { signsWith } = await w.shown()
    const pinned = sure(await w.pin([signsWith]))
    expect(sure(pinned.resolved)).toMatchObject({ footing: 'good', partner: { via: 'pin' } })
    expect(await settingsOf(w.north, w.atlas)).toEqual(['entity-created', 'partner-pinned'])
  })

  it('of other keys stands, and what was known by the last one is forgotten', async () => {
    await using w = await apart()
    sure(await w.pin([(await w.shown()).signsWith]))
    const pinned = sure(await w.pin([OTHER]))
    expect(wordOf(pinned.resolved)).toBe('pin-mismatch')
    w.wire.part('https://north.test', 'https://south.test')
    const resolved = await resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true })
    expect(wordOf(resolved)).toBe('partner-unreachable')
    expect(await w.north.deps.members.pinOf(w.atlas, w.borealis)).toEqual([OTHER])
  })

  it('may name the next key beside the present one, so that its first use ends nothing', async () => {
    await using w = await apart()
    const { kid } = sure(await rotateKeys(w.south.deps, w.borealis, { purpose: 'federation' }))
    const { signsWith, others } = await w.shown()
    expect(others).toEqual([kid])
    sure(await w.pin([signsWith, kid]))
    sure(await rotateKeys(w.south.deps, w.borealis, { purpose: 'federation', now: true }))
    const resolved = await resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true })
    expect(sure(resolved).partner.lastError).toBeNull()
  })

  it('is refused for oneself, and without thumbprints', async () => {
    await using w = await apart()
    const self = await pinPartner(w.north.deps, w.atlas, w.atlas, [OTHER])
    expect(wordOf(self)).toBe('target-is-self')
    expect(await w.pin([])).toMatchObject({ code: 'invalid-field', field: 'thumbprints.0' })
    expect(await w.pin([OTHER, 'x'])).toMatchObject({ field: 'thumbprints.1' })
  })
})

it('shows no keys of somebody that is not there', async () => {
  await using w = await apart()
  w.wire.part('https://north.test', 'https://south.test')
  expect(await keysShownBy(w.north.deps, w.borealis)).toBeInstanceOf(Refusal)
})
