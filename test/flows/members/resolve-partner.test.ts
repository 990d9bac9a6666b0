import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { MemberId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { judgeNewEngagement } from '../../../src/core/members/trust.ts'
import { suspendMember, admitMember } from '../../../src/flows/members/admit-member.ts'
import { pinPartner } from '../../../src/flows/members/pin-partner.ts'
import { resolvePartner, standingOf } from '../../../src/flows/members/resolve-partner.ts'
import { rotateKeys } from '../../../src/flows/members/rotate-keys.ts'
import { exchangeTrustRoutes } from '../../../src/http/exchange/trust-routes.ts'
import {
  DAY,
  HOUR,
  sure,
  type TestGateway,
  trusts,
  twoGateways,
  twoMembers,
  wordOf,
} from './gateways.ts'

const STRANGER = MemberId.parse('https://south.test/members/nobody')
const statementsKept = async ({ fresh }: TestGateway, partner: MemberId): Promise<number> => {
  const rows = await fresh.database.query('select 1 from member_statement where partner = $1', [
    partner,
  ])
  return rows.length
}

const silent = async () => {
  const w = await twoMembers()
  sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
  w.wire.part('https://north.test', 'https://south.test')
  w.clock.advance(HOUR)
  const ask = () => resolvePartner(w.north.deps, w.atlas, w.borealis)
  return { ...w, ask }
}

const pinned = async () => {
  const w = await twoGateways()
  const { id: atlas } = await w.north.create({ handle: 'atlas' })
  const { id: borealis } = await w.south.create({ handle: 'borealis' })
  const [key] = await w.south.deps.members.keysOf(borealis, 'federation')
  const thumbprint = key?.publicKey.kid ?? ''
  sure(await pinPartner(w.north.deps, atlas, borealis, [thumbprint]))
  return { ...w, atlas, borealis, thumbprint }
}

describe('a partner of the same alliance', () => {
  it('is resolved by the chain, with the keys that sign its events', async () => {
    await using w = await twoMembers()
    const resolved = sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
    expect(resolved).toMatchObject({
      footing: 'good',
      partner: { id: w.borealis, name: 'borealis', via: 'anchor', anchor: w.alliance },
    })
    const keys = await w.south.deps.members.keysOf(w.borealis, 'event')
    expect(resolved.eventKeys).toEqual(keys.map(({ publicKey }) => publicKey))
    expect(await w.north.deps.members.findPartner(w.atlas, w.borealis)).toEqual(resolved.partner)
  })

  it('is asked over the network too when it is hosted on the same gateway', async () => {
    await using w = await twoMembers()
    const atlas = { handle: 'cedar', authorityHints: [w.alliance] }
    const { id: cedar } = await w.north.create(atlas)
    sure(await admitMember(w.north.deps, w.alliance, cedar))
    const before = w.wire.sent
    expect(sure(await resolvePartner(w.north.deps, w.atlas, cedar)).footing).toBe('good')
    expect(w.wire.sent).toBeGreaterThan(before)
  })

  it('is answered from what is stored for an hour', async () => {
    await using w = await twoMembers()
    sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
    const before = w.wire.sent
    w.clock.advance(HOUR - 1)
    sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
    expect(w.wire.sent).toBe(before)
    w.clock.advance(1)
    sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
    expect(w.wire.sent).toBeGreaterThan(before)
  })

  it('is asked at once when something fresh is wanted', async () => {
    await using w = await twoMembers()
    sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
    const before = w.wire.sent
    sure(await resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true }))
    expect(w.wire.sent).toBeGreaterThan(before)
  })

  it('is asked once by many who ask at once', async () => {
    await using w = await twoMembers()
    const ask = () => resolvePartner(w.north.deps, w.atlas, w.borealis)
    const before = w.wire.sent
    await ask()
    const once = w.wire.sent - before
    w.clock.advance(HOUR)
    await Promise.all([ask(), ask(), ask(), ask()])
    expect(w.wire.sent - before).toBe(2 * once)
  })

  it('has what vouched for it kept as received, again only when it says something new or on another day', async () => {
    await using w = await twoMembers()
    const ask = () => resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true })
    sure(await ask())
    expect(await statementsKept(w.north, w.borealis)).toBe(3)
    w.clock.advance(HOUR)
    sure(await ask())
    expect(await statementsKept(w.north, w.borealis)).toBe(3)
    sure(await rotateKeys(w.south.deps, w.borealis, { purpose: 'event' }))
    sure(await ask())
    const rotated = await statementsKept(w.north, w.borealis)
    expect(rotated).toBeGreaterThan(3)
    w.clock.advance(DAY)
    sure(await ask())
    expect(await statementsKept(w.north, w.borealis)).toBe(rotated + 3)
  })

  it('shows its next event key before it signs with it, and lists the last one after', async () => {
    await using w = await twoMembers()
    const ask = async () =>
      sure(await resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true }))
    const [old] = (await ask()).eventKeys
    w.clock.advance(1)
    const next = sure(await rotateKeys(w.south.deps, w.borealis, { purpose: 'event' }))
    expect((await ask()).eventKeys.map(({ kid }) => kid)).toEqual([old?.kid, next.kid])
    sure(await rotateKeys(w.south.deps, w.borealis, { purpose: 'event', now: true }))
    const { eventKeys, partner } = await ask()
    expect(eventKeys.map(({ kid }) => kid)).toEqual([next.kid])
    expect(partner.pastKeys).toEqual([{ kid: old?.kid, revokedAt: null }])
  })
})

describe('a partner that cannot be resolved', () => {
  it('is unknown where nobody is hosted at its address', async () => {
    await using w = await twoMembers()
    expect(wordOf(await resolvePartner(w.north.deps, w.atlas, STRANGER))).toBe('member-unknown')
  })

  it('is unreachable where nothing answers', async () => {
    await using w = await twoMembers()
    w.wire.part('https://north.test', 'https://south.test')
    expect(wordOf(await resolvePartner(w.north.deps, w.atlas, w.borealis))).toBe(
      'partner-unreachable',
    )
  })

  it('is untrusted without an alliance in common', async () => {
    await using w = await twoGateways()
    const { id: atlas } = await w.north.create({ handle: 'atlas' })
    const { id: borealis } = await w.south.create({ handle: 'borealis' })
    expect(wordOf(await resolvePartner(w.north.deps, atlas, borealis))).toBe('partner-untrusted')
  })

  it('is untrusted while the alliance has not admitted it', async () => {
    await using w = await twoMembers()
    const { id } = await w.south.create({ handle: 'cedar', authorityHints: [w.alliance] })
    expect(wordOf(await resolvePartner(w.north.deps, w.atlas, id))).toBe('partner-untrusted')
    expect(await w.north.deps.members.findPartner(w.atlas, id)).toBeNull()
  })

  it('is refused when its alliance does not vouch for the key that signed', async () => {
    await using w = await twoMembers()
    const [old] = await w.south.deps.members.keysOf(w.borealis, 'federation')
    if (!old) throw new Error('a federation key')
    const { publicKey, sealed } = await w.south.deps.keys.makeKey(w.borealis, 'ES256')
    const at = w.clock.now()
    await w.south.deps.members.saveKeys(
      w.borealis,
      [
        { ...old, state: 'retired', retiredAt: at },
        { ...old, publicKey, sealed },
      ],
      { leaf: null, answer: null, at },
    )
    w.south.deps.keys.keysChanged(w.borealis)
    expect(wordOf(await resolvePartner(w.north.deps, w.atlas, w.borealis))).toBe(
      'chain-leaf-key-unvouched',
    )
  })

  it('is asked again only after 30 seconds, unless something fresh is wanted', async () => {
    await using w = await twoMembers()
    const ask = (fresh = false) => resolvePartner(w.north.deps, w.atlas, STRANGER, { fresh })
    await ask()
    const before = w.wire.sent
    expect(wordOf(await ask())).toBe('member-unknown')
    expect(w.wire.sent).toBe(before)
    await ask(true)
    expect(w.wire.sent).toBe(before + 1)
    w.clock.advance(30_000)
    await ask()
    expect(w.wire.sent).toBe(before + 2)
  })
})

describe('a partner that does not answer any more', () => {
  it('keeps its standing until its statement ends, and says what is wrong', async () => {
    await using w = await silent()
    expect(sure(await w.ask())).toMatchObject({
      footing: 'good',
      partner: { lastError: 'partner-unreachable' },
    })
    const stored = await w.north.deps.members.findPartner(w.atlas, w.borealis)
    expect(stored?.lastError).toBe('partner-unreachable')
  })

  it('goes on for 7 days more, marked, and without new engagements', async () => {
    await using w = await silent()
    w.clock.advance(DAY)
    const { footing, partner } = sure(await w.ask())
    expect(footing).toBe('lapsing')
    const judged = judgeNewEngagement(standingOf(partner), w.clock.now())
    expect(wordOf(judged)).toBe('partner-untrusted')
    w.clock.advance(6 * DAY)
    expect(sure(await w.ask()).footing).toBe('lapsing')
    w.clock.advance(DAY)
    expect(wordOf(await w.ask())).toBe('partner-unreachable')
  })

  it('is good again as soon as it answers', async () => {
    await using w = await silent()
    w.clock.advance(3 * DAY)
    sure(await w.ask())
    w.wire.heal()
    w.clock.advance(30_000)
    expect(sure(await w.ask())).toMatchObject({ footing: 'good', partner: { lastError: null } })
  })
})

describe('a suspended partner', () => {
  it('is known as such within the hour, and good again minutes after it is admitted again', async () => {
    await using w = await twoMembers()
    const ask = async () => sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
    await ask()
    sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    w.clock.advance(HOUR)
    expect(await ask()).toMatchObject({ footing: 'suspended', partner: { suspended: true } })
    sure(await admitMember(w.north.deps, w.alliance, w.borealis))
    w.clock.advance(5 * 60_000)
    expect(await ask()).toMatchObject({ footing: 'good', partner: { suspended: false } })
  })

  it('is nobody to one that never knew it', async () => {
    await using w = await twoMembers()
    sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    expect(wordOf(await resolvePartner(w.north.deps, w.atlas, w.borealis))).toBe(
      'partner-untrusted',
    )
  })

  it('is not made by a stray 404 on the way to the alliance', async () => {
    await using w = await twoMembers()
    sure(await resolvePartner(w.south.deps, w.borealis, w.atlas))
    const astray = new Hono()
      .get('/members/alliance/exchange/fetch', (c) => c.text('no such page', 404))
      .route('/', exchangeTrustRoutes(w.north.deps, w.north.site))
    w.wire.attach('https://north.test', astray)
    w.clock.advance(HOUR)
    expect(sure(await resolvePartner(w.south.deps, w.borealis, w.atlas))).toMatchObject({
      footing: 'good',
      partner: { suspended: false, lastError: 'partner-unreachable' },
    })
  })
})

describe('a pinned partner', () => {
  it('is resolved without an alliance', async () => {
    await using w = await pinned()
    expect(sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))).toMatchObject({
      footing: 'good',
      partner: { via: 'pin', anchor: null },
    })
  })

  it('is refused when it shows other keys than those pinned', async () => {
    await using w = await pinned()
    sure(await pinPartner(w.north.deps, w.atlas, w.borealis, ['A'.repeat(43)]))
    expect(wordOf(await resolvePartner(w.north.deps, w.atlas, w.borealis))).toBe('pin-mismatch')
  })

  it('carries new engagements while its statement is over', async () => {
    await using w = await pinned()
    w.wire.part('https://north.test', 'https://south.test')
    w.clock.advance(3 * DAY)
    const { footing, partner } = sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
    expect(footing).toBe('lapsing')
    expect(judgeNewEngagement(standingOf(partner), w.clock.now())).toBeUndefined()
  })

  it('is suspended all the same by the alliance that vouched for it', async () => {
    await using w = await twoMembers()
    const [key] = await w.south.deps.members.keysOf(w.borealis, 'federation')
    sure(await pinPartner(w.north.deps, w.atlas, w.borealis, [key?.publicKey.kid ?? '']))
    const ask = async () =>
      sure(await resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true }))
    expect((await ask()).partner).toMatchObject({ via: 'pin', anchor: w.alliance })
    sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    expect((await ask()).footing).toBe('suspended')
  })
})

describe('two alliances', () => {
  it('each may vouch: a no of one is no suspension while the other goes on', async () => {
    await using w = await twoMembers()
    const { id: other } = await w.south.create({ handle: 'other-alliance', role: 'anchor' })
    const { id: cedar } = await w.south.create({
      handle: 'cedar',
      authorityHints: [w.alliance, other],
    })
    await trusts(w.north, w.atlas, w.south, other)
    for (const [gateway, anchor] of [
      [w.north, w.alliance],
      [w.south, other],
    ] as const)
      sure(await admitMember(gateway.deps, anchor, cedar))
    const ask = async () =>
      sure(await resolvePartner(w.north.deps, w.atlas, cedar, { fresh: true }))
    const first = (await ask()).partner.anchor
    const operator = first === other ? w.south : w.north
    sure(await suspendMember(operator.deps, first as MemberId, cedar))
    const { footing, partner } = await ask()
    expect(footing).toBe('good')
    expect(partner.anchor).toBe(first === other ? w.alliance : other)
  })
})

it('never answers with a refusal and a partner at once', async () => {
  await using w = await twoMembers()
  const answers = await Promise.all(
    [w.borealis, STRANGER, w.alliance].map((id) => resolvePartner(w.north.deps, w.atlas, id)),
  )
  expect(answers.map((answer) => answer instanceof Refusal)).toEqual([false, true, true])
  // An alliance takes no cases.
  expect(wordOf(answers[2])).toBe('partner-untrusted')
})
