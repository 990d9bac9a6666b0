import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { expect, test } from 'vitest'
import { foldHistory } from '../../../src/core/cases/fold.ts'
import type { CaseId } from '../../../src/core/kernel/id.ts'
import { createStores } from '../../../src/storage/stores.ts'
import type { Stores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CaseOnDesk, CEDAR, at, nth, toPartner } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

onBothDatabases('cases at rest', (make) => {
  const withStores = async () => {
    const fresh = await make()
    return Object.assign(fresh, { stores: createStores(fresh.database) })
  }

  test('a case that was opened is read back to the letter', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE, { summary: 'paths are lost' })
    expect(await fresh.stores.cases.commit(desk.commit(1, { followUpAt: at(9) }))).toBe('done')
    const another = createStores(fresh.database)
    expect(await another.cases.loadCase(ALPINE, desk.id)).toEqual({
      caseId: desk.id,
      version: 1,
      stage: 'shared',
      state: desk.state,
      bundle: null,
      followUpAt: at(9),
      updatedAt: at(1),
      fenced: false,
    })
  })

  test('the state keeps the order of its members, and any text', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE)
    const state = { ...desk.state, kind: 'a\u0000b "\\ ü 😀' }
    await fresh.stores.cases.commit(desk.commit(1, { state, bundle: state }))
    const loaded = await createStores(fresh.database).cases.loadCase(ALPINE, desk.id)
    expect(JSON.stringify(loaded?.state)).toBe(JSON.stringify(state))
    expect(JSON.stringify(loaded?.bundle)).toBe(JSON.stringify(state))
  })

  test('what is not here is null', async () => {
    await using fresh = await withStores()
    const { id } = new CaseOnDesk(ALPINE)
    expect(await fresh.stores.cases.loadCase(ALPINE, id)).toBeNull()
    expect(await fresh.stores.cases.loadCase(ALPINE, id, { fresh: true })).toBeNull()
  })

  test('the graph is read back as it was written, and folds to the same state', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE, { summary: 'paths are lost' })
    desk.join(BASALT)
    desk.note('controller two was restarted')
    await fresh.stores.cases.commit(desk.commit(1))
    desk.add({ author: BASALT, type: 'note-added', texts: { note: 'seen' } })
    await fresh.stores.cases.commit(desk.commit(2))
    const history = await fresh.stores.cases.loadHistory(ALPINE, desk.id)
    expect(history.nodes.map(({ event }) => event)).toEqual(desk.events.map(({ event }) => event))
    expect(history.nodes.map(({ verdict }) => verdict)).toEqual(desk.events.map(() => 'effect'))
    expect(foldHistory(history)).toEqual(desk.state)
  })

  test('a hot case is not read again, and shown fresh it is', async () => {
    await using fresh = await withStores()
    const elsewhere = createStores(fresh.database)
    const desk = new CaseOnDesk(ALPINE)
    await fresh.stores.cases.commit(desk.commit(1))
    const first = await fresh.stores.cases.loadCase(ALPINE, desk.id)
    desk.note('two')
    await elsewhere.cases.commit(desk.commit(2))
    expect(await fresh.stores.cases.loadCase(ALPINE, desk.id)).toBe(first)
    const shown = await fresh.stores.cases.loadCase(ALPINE, desk.id, { fresh: true })
    expect(shown).toMatchObject({ version: 2, state: desk.state })
    expect(await fresh.stores.cases.loadCase(ALPINE, desk.id)).toBe(shown)
  })

  test('a commit from an old view is moved-on, writes nothing, and the next load reads anew', async () => {
    await using fresh = await withStores()
    const elsewhere = createStores(fresh.database)
    const desk = new CaseOnDesk(ALPINE)
    await fresh.stores.cases.commit(desk.commit(1))
    desk.note('first')
    await elsewhere.cases.commit(desk.commit(2))
    const late = new CaseOnDesk(ALPINE)
    const parts = late.commit(3)
    const before = await counts(fresh.stores, desk.id)
    const outcome = await fresh.stores.cases.commit({ ...parts, caseId: desk.id, expected: 1 })
    expect(outcome).toBe('moved-on')
    expect(await counts(fresh.stores, desk.id)).toEqual(before)
    expect(await fresh.stores.cases.findEvent(ALPINE, nth(late.events, 0).event.id)).toBeNull()
    expect((await fresh.stores.cases.loadCase(ALPINE, desk.id))?.version).toBe(2)
  })

  test('a case that is here already is not opened again', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE)
    const commit = desk.commit(1)
    expect(await fresh.stores.cases.commit(commit)).toBe('done')
    expect(await fresh.stores.cases.commit(commit)).toBe('moved-on')
    expect(await fresh.stores.cases.commit({ ...commit, member: BASALT })).toBe('done')
  })

  test('of many that write at once on one case, one is done', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE)
    await fresh.stores.cases.commit(desk.commit(1))
    const commits = Array.from({ length: 8 }, () => ({
      ...new CaseOnDesk(ALPINE).commit(2),
      caseId: desk.id,
      expected: 1,
    }))
    const several = [fresh.stores, createStores(fresh.database)]
    const outcomes = await Promise.all(commits.map((c, i) => nth(several, i % 2).cases.commit(c)))
    expect(outcomes.filter((outcome) => outcome === 'done')).toHaveLength(1)
    const page = await fresh.stores.cases.listEvents(ALPINE, desk.id, { after: null, limit: 100 })
    expect(page).toMatchObject({ next: null })
    expect('items' in page && page.items).toHaveLength(2)
  })

  test('many cases written at once all stand', async () => {
    await using fresh = await withStores()
    const desks = Array.from({ length: 150 }, () => new CaseOnDesk(ALPINE, { summary: 'x' }))
    const opened = await Promise.all(desks.map((desk) => fresh.stores.cases.commit(desk.commit(1))))
    expect(new Set(opened)).toEqual(new Set(['done']))
    for (const desk of desks) desk.note('more')
    const added = await Promise.all(desks.map((desk) => fresh.stores.cases.commit(desk.commit(2))))
    expect(new Set(added)).toEqual(new Set(['done']))
    const anew = createStores(fresh.database)
    for (const desk of desks)
      expect((await anew.cases.loadCase(ALPINE, desk.id))?.state).toEqual(desk.state)
  })

  test('one that cannot be written does not fail its neighbours', async () => {
    await using fresh = await withStores()
    const desks = Array.from({ length: 5 }, () => new CaseOnDesk(ALPINE))
    const commits = desks.map((desk) => desk.commit(1))
    const bad = { ...nth(commits, 2), stage: 'no-such-stage' as 'shared' }
    const settled = await Promise.allSettled(
      commits.map((commit, i) => fresh.stores.cases.commit(i === 2 ? bad : commit)),
    )
    expect(settled.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([
      'done',
      'done',
      'failed',
      'done',
      'done',
    ])
    expect(await fresh.stores.cases.loadCase(ALPINE, nth(desks, 2).id)).toBeNull()
  })

  test('an event that comes a second time is kept once', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE, { summary: 's' })
    const opening = desk.commit(1)
    await fresh.stores.cases.commit(opening)
    desk.note('n')
    const again = desk.commit(2)
    const twice = [...again.events, ...opening.events]
    expect(await fresh.stores.cases.commit({ ...again, events: twice })).toBe('done')
    const events = await fresh.stores.cases.listEvents(ALPINE, desk.id, { after: null, limit: 9 })
    expect('items' in events && events.items).toHaveLength(2)
  })

  test('an answered request is answered once, whoever answers first', async () => {
    await using fresh = await withStores()
    const answer = { client: 'c', key: 'k', requestHash: 'h', status: 201, body: '{"a":1}' }
    const [one, two, three] = [
      new CaseOnDesk(ALPINE),
      new CaseOnDesk(ALPINE),
      new CaseOnDesk(BASALT),
    ]
    const settled = await Promise.allSettled([
      fresh.stores.cases.commit(one.commit(1, { answer })),
      fresh.stores.cases.commit(two.commit(1, { answer })),
      fresh.stores.cases.commit(three.commit(1)),
    ])
    expect(settled.map(({ status }) => status).toSorted()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
    ])
    expect(settled.find((s) => s.status === 'rejected')).toMatchObject({
      reason: { name: 'StorageUnavailable', outcome: 'nothing-changed' },
    })
    const kept = await fresh.stores.work.findAnswer('c', 'k')
    expect(kept).toEqual({ ...answer, at: at(1) })
    const day = 24 * 3600
    const later = new CaseOnDesk(ALPINE).commit(day + 2, { answer: { ...answer, body: 'new' } })
    expect(await fresh.stores.cases.commit(later)).toBe('done')
    expect((await fresh.stores.work.findAnswer('c', 'k'))?.body).toBe('new')
  })

  test('held events get their place later, once', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE)
    const commit = desk.commit(1)
    const held = commit.events.map((row) => ({ ...row, place: null }))
    await fresh.stores.cases.commit({ ...commit, stage: 'joining', events: held })
    expect(await fresh.stores.cases.heldEvents(ALPINE, desk.id)).toMatchObject([
      { event: nth(desk.events, 0).event.id, depth: null, verdict: null },
    ])
    expect((await fresh.stores.cases.loadHistory(ALPINE, desk.id)).nodes).toEqual([])
    const place = { depth: 0, at: 5, verdict: 'effect' as const }
    const placed = [{ event: nth(desk.events, 0).event.id, place }]
    await fresh.stores.cases.commit({ ...desk.commit(2), placed })
    expect(await fresh.stores.cases.heldEvents(ALPINE, desk.id)).toEqual([])
    expect(await fresh.stores.cases.findEvent(ALPINE, nth(placed, 0).event)).toMatchObject(place)
    await fresh.stores.cases.commit({
      ...desk.commit(3),
      placed: [{ event: nth(placed, 0).event, place: { ...place, verdict: 'not-active' } }],
    })
    expect((await fresh.stores.cases.findEvent(ALPINE, nth(placed, 0).event))?.verdict).toBe(
      'effect',
    )
  })

  test('texts are kept, added later, and never replaced', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE, { summary: 'first', symptoms: 'second' })
    const commit = desk.commit(1)
    const [first, second] = [nth(commit.texts, 0), nth(commit.texts, 1)]
    await fresh.stores.cases.commit({ ...commit, texts: [first] })
    await fresh.stores.cases.addTexts(ALPINE, desk.id, [
      { ...first, disclosure: 'other' },
      { ...second, ref: { ...second.ref, readers: [ALPINE, BASALT] } },
    ])
    const texts = await fresh.stores.cases.loadTexts(ALPINE, desk.id)
    expect(texts.map(({ slot, disclosure, readers }) => ({ slot, disclosure, readers }))).toEqual([
      { slot: 'summary', disclosure: first.disclosure, readers: 'case' },
      { slot: 'symptoms', disclosure: second.disclosure, readers: [ALPINE, BASALT] },
    ])
    const other = nth(new CaseOnDesk(ALPINE).events, 0).event.id
    expect(await fresh.stores.cases.loadTexts(ALPINE, desk.id, [other])).toEqual([])
    expect(await fresh.stores.cases.loadTexts(ALPINE, desk.id, [first.event])).toHaveLength(2)
  })

  test('a fence stands around shared cases that others take part in, whatever a process remembers', async () => {
    await using fresh = await withStores()
    const elsewhere = createStores(fresh.database)
    const [alone, shared] = [new CaseOnDesk(ALPINE), new CaseOnDesk(ALPINE)]
    shared.join(BASALT)
    for (const desk of [alone, shared]) await elsewhere.cases.commit(desk.commit(1))
    expect(await fresh.stores.cases.fenceCases(ALPINE)).toBe(1)
    expect((await fresh.stores.cases.loadCase(ALPINE, alone.id))?.fenced).toBe(false)
    expect((await fresh.stores.cases.loadCase(ALPINE, shared.id))?.fenced).toBe(true)
    shared.note('from an old view')
    expect(await elsewhere.cases.commit(shared.commit(2))).toBe('moved-on')
    const fenced = await elsewhere.cases.loadCase(ALPINE, shared.id)
    expect(fenced).toMatchObject({ fenced: true, version: 2 })
    shared.add({ author: BASALT, type: 'note-added' })
    expect(await elsewhere.cases.commit({ ...shared.commit(3), expected: 2 })).toBe('done')
    expect(await elsewhere.cases.loadCase(ALPINE, shared.id)).toMatchObject({ fenced: true })
    await fresh.stores.cases.liftFence(ALPINE, shared.id)
    expect((await elsewhere.cases.loadCase(ALPINE, shared.id))?.fenced).toBe(false)
  })

  test('everything that goes with a commit is kept with it', async () => {
    await using fresh = await withStores()
    const desk = new CaseOnDesk(ALPINE)
    desk.join(BASALT)
    const event = nth(desk.events, 0).event.id
    const overturned = {
      register: 'host',
      before: 'a',
      after: 'b',
      decider: event,
      by: event,
      settled: true,
    }
    await fresh.stores.cases.commit(
      desk.commit(1, {
        overturned: [overturned],
        deliveries: [toPartner(BASALT, event), toPartner(CEDAR, event, true)],
        localNotes: [{ id: 'n1', author: 'ada', text: 'for us', at: at(1) }],
        wanted: { from: BASALT, ids: [event] },
      }),
    )
    const { cases, work } = fresh.stores
    expect(await cases.listOverturned(ALPINE, desk.id)).toEqual([{ ...overturned, at: at(1) }])
    const notes = { after: null, limit: 9, newestFirst: false }
    expect(await cases.findNotes(ALPINE, desk.id, notes)).toEqual({
      shared: [],
      local: [{ id: 'n1', author: 'ada', text: 'for us', at: at(1) }],
    })
    const delivery = { event, queuedAt: at(1), deliveredAt: null, attempts: 0, refused: null }
    const page = async (after: string | null, limit: number) => {
      const found = await cases.listDeliveries(ALPINE, desk.id, { after, limit })
      if (found instanceof Refusal) throw new Error(found.code)
      return found
    }
    const first = await page(null, 1)
    expect(first.items).toEqual([{ partner: BASALT, ...delivery }])
    expect(await page(first.next, 1)).toEqual({
      items: [{ partner: CEDAR, ...delivery }],
      next: null,
    })
    const stale = await cases.listDeliveries(BASALT, desk.id, { after: first.next, limit: 1 })
    expect(stale).toMatchObject({ code: 'cursor-invalid' })
    const waits = { delivered: 0, lastDeliveredAt: null, waiting: 1, waitingSince: at(1) }
    expect(await cases.sumDeliveries(ALPINE, desk.id)).toEqual(
      [BASALT, CEDAR].map((partner) => ({ partner, ...waits, refused: [] })),
    )
    expect(await work.claimRepair(at(2), 1000)).toMatchObject({ partner: BASALT, wanted: [event] })
  })

  test('the tips of cases shared with a partner come page by page', async () => {
    await using fresh = await withStores()
    const desks = Array.from({ length: 5 }, () => new CaseOnDesk(ALPINE))
    for (const [index, desk] of desks.entries()) {
      if (index < 4) desk.join(BASALT)
      if (index === 3)
        desk.add({ author: BASALT, type: 'participant-left', body: { code: 'work-done' } })
      await fresh.stores.cases.commit(desk.commit(1))
    }
    const expected = desks
      .slice(0, 3)
      .map((desk) => ({ caseId: desk.id, heads: desk.state.heads.map(({ id }) => id) }))
      .toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))
    const { cases } = fresh.stores
    const first = await cases.sharedCases(ALPINE, BASALT, { after: null, limit: 2 })
    expect(first).toEqual(expected.slice(0, 2))
    const after = nth(first, -1).caseId
    expect(await cases.sharedCases(ALPINE, BASALT, { after, limit: 9 })).toEqual(expected.slice(2))
  })
})

async function counts({ cases, work, log }: Stores, caseId: CaseId) {
  const events = await cases.listEvents(ALPINE, caseId, { after: null, limit: 100 })
  return {
    events: 'items' in events && events.items.length,
    texts: (await cases.loadTexts(ALPINE, caseId)).length,
    deliveries: (await cases.sumDeliveries(ALPINE, caseId)).length,
    queues: (await work.partnerQueues(ALPINE)).length,
    leaves: (await log.sequence(ALPINE, 100), await log.lastNumber(ALPINE)),
  }
}
