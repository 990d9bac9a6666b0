import { describe, expect, it } from 'vitest'
import { anchorKeysShown, trustAnchor } from '../../../src/flows/members/trust-anchor.ts'
import { rotateKeys } from '../../../src/flows/members/rotate-keys.ts'
import { settingsOf, sure, twoGateways, wordOf } from './gateways.ts'

const apart = async () => {
  const w = await twoGateways()
  const { id: alliance } = await w.north.create({ handle: 'alliance', role: 'anchor' })
  const { id: borealis } = await w.south.create({ handle: 'borealis' })
  const [key] = await w.north.deps.members.keysOf(alliance, 'federation')
  if (!key) throw new Error('a federation key')
  return { ...w, alliance, borealis, key: key.publicKey }
}

describe('an alliance', () => {
  it('is trusted by keys given', async () => {
    await using w = await apart()
    const anchor = { id: w.alliance, keys: [w.key] }
    expect(sure(await trustAnchor(w.south.deps, w.borealis, anchor))).toEqual([w.key])
    expect(await w.south.deps.members.trustedAnchors(w.borealis)).toEqual([anchor])
    expect(await settingsOf(w.south, w.borealis)).toEqual(['entity-created', 'anchor-trusted'])
  })

  it('is trusted by the thumbprints of keys that it shows', async () => {
    await using w = await apart()
    const { kid } = sure(await rotateKeys(w.north.deps, w.alliance, { purpose: 'federation' }))
    const shown = sure(await anchorKeysShown(w.south.deps, w.alliance))
    expect(shown.map((key) => key.kid)).toEqual([w.key.kid, kid])
    const anchor = { id: w.alliance, thumbprints: [w.key.kid] }
    expect(sure(await trustAnchor(w.south.deps, w.borealis, anchor))).toEqual([w.key])
  })

  it('is refused when it shows none of the keys that were compared', async () => {
    await using w = await apart()
    const anchor = { id: w.alliance, thumbprints: ['A'.repeat(43)] }
    expect(wordOf(await trustAnchor(w.south.deps, w.borealis, anchor))).toBe('pin-mismatch')
  })

  it('is refused with keys that are none, or go by a wrong name', async () => {
    await using w = await apart()
    const given = (keys: (typeof w.key)[]) =>
      trustAnchor(w.south.deps, w.borealis, { id: w.alliance, keys })
    expect(await given([])).toMatchObject({ code: 'invalid-field', field: 'keys' })
    const renamed = { ...w.key, kid: 'A'.repeat(43) }
    expect(await given([renamed])).toMatchObject({ code: 'invalid-field', field: 'keys' })
  })

  it('is trusted by members hosted here only', async () => {
    await using w = await apart()
    const anchor = { id: w.alliance, keys: [w.key] }
    expect(wordOf(await trustAnchor(w.north.deps, w.borealis, anchor))).toBe('member-unknown')
  })

  it('is refused when it is no alliance', async () => {
    await using w = await apart()
    expect(wordOf(await anchorKeysShown(w.north.deps, w.borealis))).toBe('metadata-malformed')
  })
})
