import { describe, expect, it } from 'vitest'
import { admitMember, suspendMember } from '../../src/flows/members/admit-member.ts'
import { resolvePartner } from '../../src/flows/members/resolve-partner.ts'
import { refreshPartners } from '../../src/jobs/refresh-partners.ts'
import { sure, twoMembers } from '../flows/members/gateways.ts'

const MINUTE = 60_000
const refreshing = async () => {
  const w = await twoMembers()
  const pass = (limit = 10) => refreshPartners(w.north.deps, { limit })
  const stored = () => w.north.deps.members.findPartner(w.atlas, w.borealis)
  return { ...w, pass, stored }
}

describe('one pass', () => {
  it('meets members that the alliance lists', async () => {
    await using w = await refreshing()
    expect(await w.pass()).toBe(1)
    expect((await w.stored())?.name).toBe('borealis')
  })

  it('asks those again whose standing grows old, and nobody else', async () => {
    await using w = await refreshing()
    await w.pass()
    w.clock.advance(44 * MINUTE)
    expect(await w.pass()).toBe(0)
    w.clock.advance(MINUTE)
    expect(await w.pass()).toBe(1)
    expect((await w.stored())?.resolvedAt).toBe(w.clock.now())
  })

  it('notices a suspension before anybody needs the partner', async () => {
    await using w = await refreshing()
    await w.pass()
    sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    w.clock.advance(45 * MINUTE)
    await w.pass()
    expect((await w.stored())?.suspended).toBe(true)
  })

  it('asks no more than its limit, and those last that failed before', async () => {
    await using w = await refreshing()
    const { id: cedar } = await w.north.create({ handle: 'cedar', authorityHints: [w.alliance] })
    sure(await admitMember(w.north.deps, w.alliance, cedar))
    for (const partner of [w.borealis, cedar])
      sure(await resolvePartner(w.north.deps, w.atlas, partner))
    w.wire.part('https://north.test', 'https://south.test')
    w.clock.advance(45 * MINUTE)
    sure(await resolvePartner(w.north.deps, w.atlas, w.borealis, { fresh: true }))
    expect(await w.pass(1)).toBe(1)
    const met = await w.north.deps.members.findPartner(w.atlas, cedar)
    expect(met?.resolvedAt).toBe(w.clock.now())
  })

  it('ends when it is told to', async () => {
    await using w = await refreshing()
    const signal = AbortSignal.abort()
    expect(await refreshPartners(w.north.deps, { limit: 10, signal })).toBe(0)
  })
})
