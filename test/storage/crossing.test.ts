// Every question is answered within its member: here one asks with everything that it could know of another.
import { expect, test } from 'vitest'
import type { CaseId, EventId } from '../../src/core/kernel/id.ts'
import { createStores } from '../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, at, nth, toPartner } from '../kit/case-rows.ts'
import { onBothDatabases } from '../kit/database.ts'
import { beside } from '../kit/member-rows.ts'

const PAGE = { after: null, limit: 50 }
const EMPTY = { items: [], next: null }

onBothDatabases('another member’s', (make) => {
  /** Alpine has a case with everything in it; Basalt is hosted beside it and has one of its own. */
  const withBoth = async () => {
    const fresh = await make()
    const stores = createStores(fresh.database)
    const desk = new CaseOnDesk(ALPINE, { summary: 'secret words' })
    desk.join(CEDAR)
    desk.number('SR-1')
    const event = nth(desk.events, 0).event.id
    const overturned = { register: 'host', before: 'a', after: 'b', settled: false }
    const commit = desk.commit(1, {
      followUpAt: at(5),
      deliveries: [toPartner(CEDAR, event)],
      localNotes: [{ id: 'n', author: 'a', text: 'ours', at: at(1) }],
      overturned: [{ ...overturned, decider: event, by: event }],
    })
    const held = commit.events.map((row, i) => (i === 0 ? row : { ...row, place: null }))
    await stores.cases.commit({ ...commit, events: held })
    const parked = { caseId: desk.id, event, from: CEDAR, token: 't', disclosures: [], missing: [] }
    await stores.work.park(ALPINE, [parked], at(1))
    await stores.work.wantEvents(ALPINE, desk.id, CEDAR, [event], at(1))
    return Object.assign(fresh, { ...stores, desk, event })
  }

  test('case cannot be read', async () => {
    await using fresh = await withBoth()
    const { cases, desk, event } = fresh
    await cases.loadCase(ALPINE, desk.id)
    expect(await cases.loadCase(BASALT, desk.id)).toBeNull()
    expect(await cases.loadCase(BASALT, desk.id, { fresh: true })).toBeNull()
    expect((await cases.loadHistory(BASALT, desk.id)).nodes).toEqual([])
    expect(await cases.findEvent(BASALT, event)).toBeNull()
    expect(await cases.knownEvents(BASALT, [event])).toEqual(new Set())
    expect(await cases.eventsById(BASALT, [event])).toEqual([])
    expect(await cases.heldEvents(BASALT, desk.id)).toEqual([])
    expect(await cases.listEvents(BASALT, desk.id, PAGE)).toEqual(EMPTY)
    expect(await cases.loadTexts(BASALT, desk.id)).toEqual([])
    expect(await cases.loadTexts(BASALT, desk.id, [event])).toEqual([])
    const notes = { after: null, limit: 9, newestFirst: false }
    expect(await cases.findNotes(BASALT, desk.id, notes)).toEqual({ shared: [], local: [] })
    expect(await cases.depthsOf(BASALT, desk.id, [event])).toEqual(new Map())
    expect(await cases.listDeliveries(BASALT, desk.id, PAGE)).toEqual(EMPTY)
    expect(await cases.sumDeliveries(BASALT, desk.id)).toEqual([])
    expect(await cases.listOverturned(BASALT, desk.id)).toEqual([])
    expect(await cases.sharedCases(BASALT, CEDAR, PAGE)).toEqual([])
    expect(await cases.sharedCases(BASALT, ALPINE, PAGE)).toEqual([])
    for (const filter of [
      {},
      { number: 'SR-1' },
      { text: 'secret' },
      { partner: CEDAR },
      { holder: ALPINE },
    ])
      expect(await cases.listCases(BASALT, filter, PAGE)).toEqual(EMPTY)
  })

  test('case cannot be written', async () => {
    await using fresh = await withBoth()
    const { cases, desk, event } = fresh
    const before = await cases.listEvents(ALPINE, desk.id, PAGE)
    const held = nth(desk.events, 1).event.id
    const place = { depth: 1, at: 1, verdict: 'effect' as const }
    const foreign = new CaseOnDesk(BASALT)
    const placed = [{ event: held, place }]
    expect(await cases.commit(foreign.commit(2, { placed, unparked: [event] }))).toBe('done')
    expect(await cases.commit({ ...foreign.commit(3), caseId: desk.id })).toBe('moved-on')
    await cases.addTexts(BASALT, desk.id, nth(desk.events, 0).texts)
    await cases.liftFence(BASALT, desk.id)
    expect(await cases.fenceCases(BASALT)).toBe(0)
    expect(await cases.listEvents(ALPINE, desk.id, PAGE)).toEqual(before)
    expect(await cases.loadTexts(BASALT, desk.id)).toEqual([])
    expect(await fresh.work.parked(ALPINE, desk.id)).toHaveLength(1)
    expect(await createStores(fresh.database).cases.loadCase(ALPINE, desk.id)).toMatchObject({
      version: 1,
      state: desk.state,
    })
  })

  test('replica of one case is a replica of its own', async () => {
    await using fresh = await withBoth()
    const { cases, desk } = fresh
    const commit = new CaseOnDesk(BASALT).commit(1)
    const own = { ...commit, caseId: desk.id, state: desk.state }
    expect(await cases.commit(own)).toBe('done')
    desk.note('for one alone')
    expect(await cases.commit(desk.commit(2))).toBe('done')
    expect(await cases.loadCase(BASALT, desk.id)).toMatchObject({ version: 1 })
    expect(await cases.loadCase(ALPINE, desk.id)).toMatchObject({ version: 2 })
  })

  test('events are no proof that a text may be kept', async () => {
    await using fresh = await withBoth()
    const { cases, desk } = fresh
    const own = new CaseOnDesk(BASALT)
    await cases.commit(own.commit(1))
    await cases.addTexts(BASALT, own.id, nth(desk.events, 0).texts)
    expect(await cases.loadTexts(BASALT, own.id)).toEqual([])
  })

  test('work cannot be seen or settled', async () => {
    await using fresh = await withBoth()
    const { work, desk, event } = fresh
    const settle = { member: BASALT, at: at(2), nextAt: at(2), error: null }
    await work.settleDeliveries({
      ...settle,
      partner: CEDAR,
      lease: null,
      delivered: [event],
      refused: [],
      attempted: [],
    })
    await work.wakeQueue(BASALT, CEDAR, at(0))
    await work.dropParked(BASALT, [event])
    const claimed = await work.claimRepair(at(2), 1_000)
    await work.settleRepair({
      ...settle,
      caseId: desk.id,
      partner: CEDAR,
      lease: claimed?.lease ?? '',
      nextAt: null,
    })
    const all = { events: 9, bytes: 9_999 }
    expect(await work.queued(BASALT, CEDAR, all)).toEqual([])
    expect(await work.queuedByJti(BASALT, CEDAR, [nth(desk.events, 0).row.jti])).toEqual([])
    expect(await work.partnerQueues(BASALT)).toEqual([])
    expect(await work.parked(BASALT, desk.id)).toEqual([])
    expect(await work.queued(ALPINE, CEDAR, all)).toHaveLength(1)
    expect(await work.parked(ALPINE, desk.id)).toHaveLength(1)
    expect(await work.claimRepair(at(99), 1_000)).toMatchObject({ member: ALPINE })
  })

  test('log and settings cannot be seen', async () => {
    await using fresh = await withBoth()
    const { log, members } = fresh
    expect(await log.sequence(BASALT, 99)).toBe(0)
    await log.sequence(ALPINE, 99)
    expect(await log.feed(BASALT, 0, 99)).toEqual([])
    expect(await log.lastNumber(BASALT)).toBe(0)
    await members.pin(ALPINE, CEDAR, ['x'], beside(1))
    await members.trustAnchor(ALPINE, { id: CEDAR, keys: [] }, beside(1))
    expect(await members.pinOf(BASALT, CEDAR)).toBeNull()
    expect(await members.trustedAnchors(BASALT)).toEqual([])
    expect(await members.listAgreements(BASALT)).toEqual([])
  })

  test('name is no pattern: a member whose identifier is part of another’s sees nothing of it', async () => {
    await using fresh = await withBoth()
    const { cases, desk } = fresh
    for (const name of [ALPINE.slice(0, -1), `${ALPINE}/`, '%', '', ALPINE.toUpperCase()])
      expect(await cases.loadCase(name as typeof ALPINE, desk.id)).toBeNull()
    expect(await cases.loadCase(ALPINE, desk.id.toLowerCase() as CaseId)).toBeNull()
    expect(await cases.findEvent(ALPINE, desk.id.toUpperCase() as string as EventId)).toBeNull()
  })
})
