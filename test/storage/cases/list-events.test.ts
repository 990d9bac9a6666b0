import { expect, test } from 'vitest'
import type { EventId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import type { CaseStore } from '../../../src/flows/case-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CaseOnDesk, nth } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

/** All pages of a list, one after the other, as far as it goes. */
async function pages(cases: CaseStore, desk: CaseOnDesk, limit: number, newestFirst = false) {
  const all: EventId[][] = []
  for (let after: string | null = null; ;) {
    const page = await cases.listEvents(ALPINE, desk.id, { after, limit, newestFirst })
    if (page instanceof Refusal) throw new Error(page.detail)
    all.push(page.items.map(({ event }) => event))
    if (page.next === null) return all
    after = page.next
  }
}

onBothDatabases('the events of a case', (make) => {
  /** Nine placed events of two authors, then three that are only held. */
  const withEvents = async () => {
    const fresh = await make()
    const { cases } = createStores(fresh.database)
    const desk = new CaseOnDesk(ALPINE, { summary: 's' })
    desk.join(BASALT)
    for (let i = 0; i < 6; i++)
      desk.add({ author: i % 2 ? ALPINE : BASALT, type: 'note-added', texts: { note: `${i}` } })
    await cases.commit(desk.commit(1))
    const placed = desk.events.map(({ event }) => event.id)
    for (let i = 0; i < 3; i++) desk.note(`held ${i}`)
    const commit = desk.commit(2)
    const held = commit.events.map((row) => ({ ...row, place: null }))
    await cases.commit({ ...commit, events: held })
    return Object.assign(fresh, {
      cases,
      desk,
      ids: desk.events.map(({ event }) => event.id),
      placed,
    })
  }

  test('come in display order, those that are only held last', async () => {
    await using fresh = await withEvents()
    expect(await pages(fresh.cases, fresh.desk, 100)).toEqual([fresh.ids])
    expect(await pages(fresh.cases, fresh.desk, 100, true)).toEqual([fresh.ids.toReversed()])
  })

  for (const limit of [1, 2, 4, 9, 12])
    test(`come in pages of ${limit}, each once, from either end`, async () => {
      await using fresh = await withEvents()
      const { cases, desk, ids } = fresh
      for (const newestFirst of [false, true]) {
        const read = await pages(cases, desk, limit, newestFirst)
        expect(read.flat()).toEqual(newestFirst ? ids.toReversed() : ids)
        expect(read.slice(0, -1).every((page) => page.length === limit)).toBe(true)
        expect(nth(read, -1).length).toBeGreaterThan(0)
      }
    })

  test('that are written while somebody pages neither repeat nor hide another', async () => {
    await using fresh = await withEvents()
    const { cases, desk, ids } = fresh
    const first = await cases.listEvents(ALPINE, desk.id, { after: null, limit: 5 })
    if (first instanceof Refusal) throw new Error(first.detail)
    await cases.commit({ ...new CaseOnDesk(ALPINE).commit(3), caseId: desk.id, expected: 2 })
    const rest = await cases.listEvents(ALPINE, desk.id, { after: first.next, limit: 50 })
    if (rest instanceof Refusal) throw new Error(rest.detail)
    expect(rest.items.map(({ event }) => event)).toEqual(ids.slice(5))
  })

  test('a cursor of another case, member or direction is refused', async () => {
    await using fresh = await withEvents()
    const { cases, desk } = fresh
    const page = await cases.listEvents(ALPINE, desk.id, { after: null, limit: 1 })
    if (page instanceof Refusal) throw new Error(page.detail)
    const cursor = { after: page.next, limit: 1 }
    const other = new CaseOnDesk(ALPINE).id
    for (const asked of [
      cases.listEvents(ALPINE, other, cursor),
      cases.listEvents(BASALT, desk.id, cursor),
      cases.listEvents(ALPINE, desk.id, { ...cursor, newestFirst: true }),
      cases.listEvents(ALPINE, desk.id, { ...cursor, after: 'eyJ4IjoxfQ' }),
    ])
      expect(await asked).toMatchObject({ code: 'cursor-invalid' })
  })
})
