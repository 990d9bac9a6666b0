import { expect, test } from 'vitest'
import type { MemberId } from '../../../src/core/kernel/id.ts'
import type { EventId } from '../../../src/core/kernel/id.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, at, toPartner } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import type { Fresh } from '../../kit/database.ts'

const DAY = 24 * 3600

/** A case with one event delivered to Basalt at second 10, one refused by it, one that waits for Cedar. */
async function sent(fresh: Fresh, status: 'open' | 'closed') {
  const { cases, work } = createStores(fresh.database)
  const desk = new CaseOnDesk(ALPINE)
  const ids = ['one', 'two'].map((text) => desk.note(text).event.id)
  const deliveries = ids.map((id) => toPartner(BASALT, id))
  const waits = toPartner(CEDAR, ids[0] as EventId)
  await cases.commit(desk.commit(1, { deliveries: [...deliveries, waits] }))
  await work.settleDeliveries({
    member: ALPINE,
    partner: BASALT,
    lease: null,
    delivered: ids.slice(0, 1),
    refused: ids.slice(1).map((event) => ({ event, word: 'invalid_key', description: '' })),
    attempted: [],
    at: at(10),
    nextAt: at(10),
    error: null,
  })
  await fresh.database.execute('update case_view set status = $2 where case_id = $1', [
    desk.id,
    status,
  ])
  const left = async () =>
    (await cases.sumDeliveries(ALPINE, desk.id)).map((sum) => [
      sum.partner,
      sum.delivered,
      sum.refused.length,
      sum.waiting,
    ])
  return { work, left }
}

onBothDatabases('sweeping', (make) => {
  test('removes what has expired, some at a time, and nothing else', async () => {
    await using fresh = await make()
    const { work, members } = createStores(fresh.database)
    const answer = { client: 'c', key: 'old', requestHash: 'h', status: 200, body: '' }
    for (const jti of ['a', 'b', 'c']) await work.rememberJti(ALPINE, BASALT, jti, at(10))
    await work.rememberJti(ALPINE, BASALT, 'd', at(DAY + 99))
    await work.keepAnswer(answer, at(0))
    await work.keepAnswer({ ...answer, key: 'new' }, at(50))
    await members.noteAsked(ALPINE, BASALT, new CaseOnDesk(ALPINE).id, at(-2 * DAY))
    await members.noteAsked(ALPINE, BASALT, new CaseOnDesk(ALPINE).id, at(0))
    expect(await work.sweep(at(5), 2)).toBe(1)
    expect(await work.sweep(at(DAY + 20), 2)).toBe(3)
    expect(await work.sweep(at(DAY + 20), 2)).toBe(1)
    expect(await work.sweep(at(DAY + 20), 2)).toBe(0)
    expect(await work.rememberJti(ALPINE, BASALT, 'a', at(DAY + 99))).toBe(true)
    expect(await work.rememberJti(ALPINE, BASALT, 'd', at(DAY + 99))).toBe(false)
    expect(await work.findAnswer('c', 'old')).toBeNull()
    expect(await work.findAnswer('c', 'new')).not.toBeNull()
  })

  test('removes settled deliveries of closed cases after 30 days, and never one that waits', async () => {
    await using fresh = await make()
    const { work, left } = await sent(fresh, 'closed')
    const settled: [MemberId, number, number, number] = [BASALT, 1, 1, 0]
    expect(await work.sweep(at(30 * DAY), 9)).toBe(0)
    expect(await left()).toEqual([settled, [CEDAR, 0, 0, 1]])
    expect(await work.sweep(at(30 * DAY + 11), 9)).toBe(2)
    expect(await left()).toEqual([[CEDAR, 0, 0, 1]])
    expect(await work.sweep(at(9999 * DAY), 9)).toBe(0)
    expect(await work.queued(ALPINE, CEDAR, { events: 9, bytes: 9_999 })).toHaveLength(1)
  })

  test('leaves those of a case that is not closed, however old', async () => {
    await using fresh = await make()
    const { work, left } = await sent(fresh, 'open')
    expect(await work.sweep(at(400 * DAY), 9)).toBe(0)
    expect(await left()).toHaveLength(2)
  })

  test('keeps refused events 90 days, refused bytes that were none 7 days, and parked events 7 days', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    const desk = new CaseOnDesk(BASALT)
    const { event } = desk.note('refused')
    const refused = { from: BASALT, token: 'x'.repeat(100_000), word: 'event-malformed' }
    await work.keepRefused(ALPINE, {
      ...refused,
      event: event.id,
      caseId: desk.id,
      detail: '',
      at: at(1),
    })
    await work.keepRefused(ALPINE, { ...refused, event: null, caseId: null, detail: '', at: at(1) })
    const kept = await fresh.database.query<{ size: number }>(
      'select length(token) as size from refused_event',
    )
    expect(kept).toEqual([{ size: 65_536 }])
    const parked = { caseId: desk.id, event: event.id, from: BASALT, token: 't', disclosures: [] }
    await work.park(ALPINE, [{ ...parked, missing: [] }], at(1))
    expect(await work.sweep(at(7 * DAY), 9)).toBe(0)
    expect(await work.sweep(at(7 * DAY + 2), 9)).toBe(1)
    expect(await work.parked(ALPINE, desk.id)).toEqual([])
    expect(await work.findRefused(ALPINE, event.id)).not.toBeNull()
    expect(await work.sweep(at(90 * DAY + 2), 9)).toBe(1)
    expect(await work.findRefused(ALPINE, event.id)).toBeNull()
  })
})
