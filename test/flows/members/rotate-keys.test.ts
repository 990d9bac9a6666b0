import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import type { KeyPurpose } from '../../../src/flows/member-ports.ts'
import {
  activateDueKeys,
  OVERLAP_MILLIS,
  rotateKeys,
  type RotateOptions,
} from '../../../src/flows/members/rotate-keys.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { settingsOf, sure, twoMembers, wordOf } from './gateways.ts'

const rotating = async (purpose: KeyPurpose) => {
  const w = await twoMembers()
  const rotate = (options: Partial<RotateOptions> = {}) =>
    rotateKeys(w.south.deps, w.borealis, { purpose, ...options })
  const keys = async () => w.south.deps.members.keysOf(w.borealis, purpose)
  const [old] = await keys()
  if (!old) throw new Error(`a ${purpose} key`)
  const states = async () =>
    Object.fromEntries((await keys()).map(({ publicKey, state }) => [publicKey.kid, state]))
  return { ...w, rotate, keys, states, old: old.publicKey.kid }
}

describe('an event key', () => {
  it('is published, and becomes active when the overlap is over', async () => {
    await using w = await rotating('event')
    const { kid, state } = sure(await w.rotate())
    expect([state, await w.states()]).toEqual([
      'published',
      { [w.old]: 'active', [kid]: 'published' },
    ])
    w.clock.advance(OVERLAP_MILLIS - 1)
    expect(sure(await w.rotate()).state).toBe('published')
    w.clock.advance(1)
    expect(sure(await w.rotate())).toMatchObject({ kid, state: 'active', retired: w.old })
    expect(await w.states()).toEqual({ [w.old]: 'retired', [kid]: 'active' })
    expect(await settingsOf(w.south, w.borealis)).toEqual([
      'entity-created',
      'anchor-trusted',
      'keys-published',
      'keys-activated',
    ])
  })

  it('is active at once when that is asked for', async () => {
    await using w = await rotating('event')
    const { kid } = sure(await w.rotate({ now: true }))
    expect(await w.states()).toEqual({ [w.old]: 'retired', [kid]: 'active' })
  })

  it('keeps the private part of the old one, which tells cases of the new one', async () => {
    await using w = await rotating('event')
    sure(await w.rotate({ now: true }))
    expect((await w.keys()).every(({ sealed }) => sealed !== null)).toBe(true)
  })

  it('signs from then on', async () => {
    await using w = await rotating('event')
    const draft = {
      author: w.borealis,
      audience: [w.atlas],
      iat: 1795000000,
      jti: 'j',
      caseId: null,
      incarnation: 0,
      seq: 1,
      prev: null,
      heads: [],
      type: 'case-opened',
      body: {},
      texts: {},
    }
    const signer = async (kids: string[]) => {
      const sealed = sure(await w.south.deps.signer.sealEvent(draft, kids))
      return sealed.event.kid
    }
    expect(await signer([w.old])).toBe(w.old)
    const { kid } = sure(await w.rotate({ now: true, alg: 'Ed25519' }))
    expect(await signer([w.old, kid])).toBe(kid)
    expect(await signer([w.old])).toBe(w.old)
  })

  it('marks the old one compromised when that is so', async () => {
    await using w = await rotating('event')
    sure(await w.rotate({ now: true, compromised: true }))
    const [retired] = (await w.keys()).filter(({ state }) => state === 'retired')
    expect(retired?.revoked).toEqual({ at: w.clock.now(), reason: 'compromised' })
  })
})

describe('a federation key', () => {
  it('is announced to the alliance, and becomes active once that vouches for it', async () => {
    await using w = await rotating('federation')
    const { kid } = sure(await w.rotate())
    const known = await w.north.deps.members.findSubordinate(w.alliance, w.borealis)
    const kids = known?.jwks.keys.map((key) => key.kid)
    expect(kids?.toSorted()).toEqual([w.old, kid].toSorted())
    w.clock.advance(OVERLAP_MILLIS)
    expect(sure(await w.rotate())).toMatchObject({ state: 'active', retired: w.old })
    const resolved = await resolvePartner(w.north.deps, w.atlas, w.borealis)
    expect(sure(resolved).footing).toBe('good')
  })

  it('leaves nothing of the old one that could sign', async () => {
    await using w = await rotating('federation')
    sure(await w.rotate({ now: true }))
    const sealed = (await w.keys()).map((key) => [key.state, key.sealed === null])
    expect(Object.fromEntries(sealed)).toEqual({ retired: true, active: false })
  })

  it('waits while the alliance cannot be asked, and is activated later', async () => {
    await using w = await rotating('federation')
    w.wire.part('https://north.test', 'https://south.test')
    expect(wordOf(await w.rotate({ now: true }))).toBe('rotation-not-vouched')
    expect(Object.values(await w.states()).toSorted()).toEqual(['active', 'published'])
    w.clock.advance(OVERLAP_MILLIS)
    const due = () => activateDueKeys(w.south.deps, w.borealis)
    expect((await due()).map(wordOf)).toEqual(['rotation-not-vouched'])
    w.wire.heal()
    expect((await due()).some((rotation) => rotation instanceof Refusal)).toBe(false)
    expect(Object.values(await w.states()).toSorted()).toEqual(['active', 'retired'])
  })

  it('of the alliance itself is announced before it signs, so that everybody still opens its chain', async () => {
    await using w = await rotating('federation')
    const rotate = (now: boolean) =>
      rotateKeys(w.north.deps, w.alliance, { purpose: 'federation', now })
    sure(await rotate(false))
    const ask = () => resolvePartner(w.south.deps, w.borealis, w.atlas, { fresh: true })
    expect(sure(await ask()).partner.lastError).toBeNull()
  })
})

it('rotates nothing for somebody that is not hosted here', async () => {
  await using w = await rotating('event')
  const rotated = await rotateKeys(w.north.deps, w.borealis, { purpose: 'event' })
  expect(wordOf(rotated)).toBe('member-unknown')
})
