import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openedBy, type System, systemOf } from '../../kit/api.ts'
import { network, type Network, vendorOf } from '../../kit/network.ts'

let net: Network
let alpine: System
let basalt: System
let cedar: System
let at: string
beforeAll(async () => {
  net = await network([1, 2])
  alpine = await systemOf(vendorOf(net, 0))
  basalt = await systemOf(vendorOf(net, 1))
  cedar = await systemOf(vendorOf(net, 2))
  const partners = [basalt, cedar]
  const opened = await openedBy(alpine, {
    engagements: partners.map(({ vendor }) => ({ partner: vendor.id })),
  })
  at = opened.at
  await net.settle()
  for (const [i, partner] of partners.entries())
    await partner.post(`${at}/engagements/${opened.engagements[i]}/accept`)
  await net.settle()
})
afterAll(() => net[Symbol.asyncDispose]())

const notesOf = async (system: System, query = '') =>
  (await system.get(`${at}/notes${query}`)).body.items

describe('serves', () => {
  it('three audiences that hold', async () => {
    await alpine.post(`${at}/notes`, { text: 'For all of us.', kind: 'plan' })
    await alpine.post(`${at}/notes`, { text: 'For basalt alone.', audience: [basalt.vendor.id] })
    const own = await alpine.post(`${at}/notes`, {
      text: 'The customer is angry.',
      audience: 'own-organisation',
      author: 'Ines Prado',
    })
    expect(own.body.events).toEqual([])
    await net.settle()

    const texts = async (system: System) =>
      (await notesOf(system)).map((note: { text: string; held: string }) => [note.held, note.text])
    expect(await texts(alpine)).toEqual([
      ['held', 'For all of us.'],
      ['held', 'For basalt alone.'],
      ['held', 'The customer is angry.'],
    ])
    expect(await texts(basalt)).toEqual([
      ['held', 'For all of us.'],
      ['held', 'For basalt alone.'],
    ])
    expect(await texts(cedar)).toEqual([
      ['held', 'For all of us.'],
      ['withheld', null],
    ])
    const seen = await cedar.get(`${at}/history?token=true`)
    expect(seen.text).not.toContain('For basalt alone')
    expect(seen.text).not.toContain('angry')
    const [, limited, internal] = await notesOf(alpine)
    expect(limited.audience.toSorted()).toEqual([alpine.vendor.id, basalt.vendor.id].toSorted())
    expect(internal).toMatchObject({ audience: 'own-organisation', by: 'Ines Prado', trust: 'own' })
  })

  it('an internal note under the client’s name when nobody is named', async () => {
    await basalt.post(`${at}/notes`, { text: 'Ours.', audience: 'own-organisation' })
    expect((await notesOf(basalt)).at(-1).by).toBe('basalt desk')
  })

  it('a note that its author takes back', async () => {
    const said = await basalt.post(`${at}/notes`, { text: 'Wrong case, sorry.' })
    const [{ id }] = said.body.events
    await net.settle()
    const other = await alpine.post(`${at}/notes/${id}/withdraw`)
    expect([other.status, other.body.type]).toEqual([403, 'urn:entente:problem:not-author'])
    expect((await basalt.post(`${at}/notes/${id}/withdraw`, { text: 'Mixed up.' })).status).toBe(
      200,
    )
    await net.settle()
    const shown = (await notesOf(alpine)).find((note: { id: string }) => note.id === id)
    expect(shown.withdrawn).not.toBeNull()
    expect(shown.trust).toBe('vouched')
  })

  it('pages in both orders, without overlap', async () => {
    for (let i = 0; i < 4; i++) await cedar.post(`${at}/notes`, { text: `Note ${i}` })
    const all = (await notesOf(cedar)).map((note: { id: string }) => note.id)
    for (const order of ['oldest', 'newest']) {
      const got: string[] = []
      for (let after = ''; ;) {
        const { body } = await cedar.get(`${at}/notes?order=${order}&limit=3${after}`)
        got.push(...body.items.map((note: { id: string }) => note.id))
        if (body.next === null) break
        after = `&after=${body.next}`
      }
      expect(got).toEqual(order === 'oldest' ? all : all.toReversed())
    }
  })

  it('markup between back ticks, and a stack trace as it is', async () => {
    const text = 'at Foo.<init>(Foo.java:7)\nIt said `<b>oops</b>`:\n```\n<script>x</script>\n```'
    expect((await alpine.post(`${at}/notes`, { text })).status).toBe(201)
  })

  it('a note on a case that is closed', async () => {
    const opened = await openedBy(alpine)
    await alpine.post(`${opened.at}/close`, { code: 'solved' })
    expect((await alpine.post(`${opened.at}/notes`, { text: 'One more thing.' })).status).toBe(201)
  })
})

describe('refuses', () => {
  it.each([
    [{}, 'text'],
    [{ text: '' }, 'text'],
    [{ text: 'x'.repeat(20_001) }, 'text'],
    [{ text: '<script>alert(1)</script>' }, 'text'],
    [{ text: 'x', kind: 'rant' }, 'kind'],
    [{ text: 'x', audience: 'everybody' }, 'audience'],
    [{ text: 'x', audience: [] }, 'audience'],
    [{ text: 'x', audience: ['all'] }, 'audience.0'],
    [{ text: 'x', re: 7 }, 're'],
    [{ text: 'x', author: 'a\nb' }, 'author'],
  ])('%j', async (body, field) => {
    const said = await alpine.post(`${at}/notes`, body)
    expect([said.status, said.body.field]).toEqual([422, field])
  })

  it('a reader who does not take part', async () => {
    const said = await alpine.post(`${at}/notes`, {
      text: 'x',
      audience: ['https://nobody.example'],
    })
    expect(said.body.type).toBe('urn:entente:problem:reader-not-participant')
  })

  it('withdrawing what is no note', async () => {
    const [{ id }] = (await alpine.get(`${at}/history?limit=1`)).body.items
    expect((await alpine.post(`${at}/notes/${id}/withdraw`)).status).toBe(422)
    expect((await alpine.post(`${at}/notes/x/withdraw`)).status).toBe(404)
    const elsewhere = await openedBy(alpine)
    const note = await alpine.post(`${elsewhere.at}/notes`, { text: 'There.' })
    const said = await alpine.post(`${at}/notes/${note.body.events[0].id}/withdraw`)
    expect(said.body.type).toBe('urn:entente:problem:target-unknown')
  })

  it('a cursor of another list or order', async () => {
    const { body } = await cedar.get(`${at}/notes?limit=1`)
    expect((await cedar.get(`${at}/notes?order=newest&after=${body.next}`)).status).toBe(400)
    expect((await alpine.get(`${at}/notes?after=${body.next}`)).status).toBe(400)
  })
})
