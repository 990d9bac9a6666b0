import { describe, expect, it } from 'vitest'
import { admitMember, suspendMember } from '../../../src/flows/members/admit-member.ts'
import { resolvePartner } from '../../../src/flows/members/resolve-partner.ts'
import { searchPartners } from '../../../src/flows/members/search-partners.ts'
import { sure, twoMembers } from './gateways.ts'

const searching = async () => {
  const w = await twoMembers()
  const search = async (
    words: string | null,
    page: { after?: string | null; limit?: number } = {},
  ) => sure(await searchPartners(w.north.deps, w.atlas, words, { after: null, limit: 20, ...page }))
  return { ...w, search }
}

describe('a search for partners', () => {
  it('finds members of the alliance that were never met, and not oneself', async () => {
    await using w = await searching()
    expect(await w.search(null)).toEqual({
      items: [],
      listed: [{ id: w.borealis, anchor: w.alliance }],
      silent: [],
      next: null,
    })
    expect((await w.search('BOREAL')).listed).toHaveLength(1)
    expect((await w.search('nobody')).listed).toEqual([])
  })

  it('finds those met as they were met', async () => {
    await using w = await searching()
    const { partner } = sure(await resolvePartner(w.north.deps, w.atlas, w.borealis))
    expect(await w.search('borealis')).toMatchObject({ items: [partner], listed: [] })
  })

  it('asks the alliance once in five minutes', async () => {
    await using w = await searching()
    await w.search(null)
    const before = w.wire.sent
    await w.search(null)
    expect(w.wire.sent).toBe(before)
    sure(await suspendMember(w.north.deps, w.alliance, w.borealis))
    w.clock.advance(5 * 60_000)
    expect((await w.search(null)).listed).toEqual([])
  })

  it('lists the unmet on the first page only, and no more than a page', async () => {
    await using w = await searching()
    for (const handle of ['cedar', 'delta']) {
      const { id } = await w.south.create({ handle, authorityHints: [w.alliance] })
      sure(await admitMember(w.north.deps, w.alliance, id))
      sure(await resolvePartner(w.north.deps, w.atlas, id))
    }
    const first = await w.search(null, { limit: 1 })
    expect([first.items.length, first.listed.length]).toEqual([1, 1])
    const second = await w.search(null, { limit: 1, after: first.next })
    expect([second.items.length, second.listed.length]).toEqual([1, 0])
    expect(second.items[0]?.id).not.toBe(first.items[0]?.id)
  })

  it('names an alliance that does not answer', async () => {
    await using w = await searching()
    w.wire.detach('https://north.test')
    expect(await w.search(null)).toMatchObject({ listed: [], silent: [w.alliance] })
  })
})
