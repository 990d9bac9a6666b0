import { expect, test } from 'vitest'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, at, nth } from '../../kit/case-rows.ts'
import { freshDatabase, onBothDatabases } from '../../kit/database.ts'

const DAY = 24 * 3600

onBothDatabases('work at rest', (make) => {
  test('a case to follow up is claimed when it is due, and again if nobody followed', async () => {
    await using fresh = await make()
    const { cases, work } = createStores(fresh.database)
    const [soon, later] = [new CaseOnDesk(ALPINE), new CaseOnDesk(BASALT)]
    await cases.commit(soon.commit(1, { followUpAt: at(5) }))
    await cases.commit(later.commit(1, { followUpAt: at(6) }))
    await cases.commit(new CaseOnDesk(CEDAR).commit(1))
    expect(await work.claimFollowUps(at(4), 9)).toEqual([])
    expect(await work.claimFollowUps(at(7), 1)).toEqual([{ member: ALPINE, caseId: soon.id }])
    expect(await work.claimFollowUps(at(7), 9)).toEqual([{ member: BASALT, caseId: later.id }])
    expect(await work.claimFollowUps(at(8), 9)).toEqual([])
    soon.note('followed')
    expect(await cases.commit(soon.commit(9))).toBe('done')
    expect(await work.claimFollowUps(at(60), 9)).toEqual([{ member: BASALT, caseId: later.id }])
  })

  test('a refusal is kept with its bytes, the same one once', async () => {
    await using fresh = await make()
    const { cases, work } = createStores(fresh.database)
    const desk = new CaseOnDesk(BASALT)
    const { event } = nth(desk.events, 0)
    const refused = {
      from: BASALT,
      event: event.id,
      caseId: desk.id,
      token: 'not\u0000a\ud800token',
      word: 'event-malformed',
      detail: 'first',
      at: at(1),
    }
    await work.keepRefused(ALPINE, refused)
    await work.keepRefused(ALPINE, { ...refused, detail: 'second', at: at(2) })
    await work.keepRefused(ALPINE, { ...refused, from: null, event: null, caseId: null })
    const rows = await fresh.database.query(
      'select event_id, token, detail, times from refused_event order by entry',
    )
    expect(rows).toEqual([
      { event_id: event.id, token: 'nota\ufffdtoken', detail: 'second', times: 2 },
      { event_id: null, token: 'nota\ufffdtoken', detail: 'first', times: 1 },
    ])
    const found = { word: 'event-malformed', detail: 'second' }
    expect(await work.findRefused(ALPINE, event.id)).toEqual(found)
    expect(await work.findRefused(BASALT, event.id)).toBeNull()
    await cases.commit({ ...desk.commit(3), member: ALPINE })
    expect(await work.findRefused(ALPINE, event.id)).toBeNull()
  })

  test('a request id is good once for each issuer and member', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    expect(await work.rememberJti(ALPINE, BASALT, 'j', at(60))).toBe(true)
    expect(await work.rememberJti(ALPINE, BASALT, 'j', at(90))).toBe(false)
    expect(await work.rememberJti(ALPINE, CEDAR, 'j', at(60))).toBe(true)
    expect(await work.rememberJti(CEDAR, BASALT, 'j', at(60))).toBe(true)
  })

  test('an answer is kept for a day, the first one', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    const answer = { client: 'c', key: 'k', requestHash: 'h', status: 200, body: '{"n": 1}' }
    await work.keepAnswer(answer, at(1))
    await work.keepAnswer({ ...answer, body: 'two' }, at(DAY))
    expect(await work.findAnswer('c', 'k')).toEqual({ ...answer, at: at(1) })
    expect(await work.findAnswer('d', 'k')).toBeNull()
    await work.keepAnswer({ ...answer, body: 'three' }, at(DAY + 2))
    expect((await work.findAnswer('c', 'k'))?.body).toBe('three')
  })
})

test('of several processes one alone is told that a request id is new', async () => {
  await using fresh = await freshDatabase()
  const stores = [fresh.open(), fresh.open()].map((database) => createStores(database).work)
  const told = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      nth(stores, i % 2).rememberJti(ALPINE, BASALT, 'j', at(60)),
    ),
  )
  expect(told.filter(Boolean)).toHaveLength(1)
})
