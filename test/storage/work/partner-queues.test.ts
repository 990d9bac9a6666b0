import { expect, test } from 'vitest'
import type { EventId, MemberId } from '../../../src/core/kernel/id.ts'
import type { WorkStore } from '../../../src/flows/work-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, at, nth, toPartner } from '../../kit/case-rows.ts'
import { freshDatabase, onBothDatabases } from '../../kit/database.ts'
import type { Fresh } from '../../kit/database.ts'

const LEASE = 60_000
const ALL = { events: 100, bytes: 1_000_000 }

const withStores = (fresh: Fresh) => {
  const { cases, work } = createStores(fresh.database)
  /** Writes a note that goes to some partners. */
  const send = async (desk: CaseOnDesk, seconds: number, to: MemberId[], grave = false) => {
    const { event } = desk.note('news')
    const deliveries = to.map((partner) => toPartner(partner, event.id, grave))
    await cases.commit(desk.commit(seconds, { deliveries }))
    return event.id
  }
  const settle = (settled: Partial<Parameters<WorkStore['settleDeliveries']>[0]>) =>
    work.settleDeliveries({
      member: ALPINE,
      partner: BASALT,
      lease: null,
      delivered: [],
      refused: [],
      attempted: [],
      at: at(10),
      nextAt: at(10),
      error: null,
      ...settled,
    })
  const waiting = async (partner = BASALT, limit = ALL): Promise<EventId[]> =>
    (await work.queued(ALPINE, partner, limit)).map(({ event }) => event)
  const queue = async (partner = BASALT) =>
    (await work.partnerQueues(ALPINE)).find((one) => one.partner === partner)
  return { cases, work, send, settle, waiting, queue }
}

onBothDatabases('partner queues', (make) => {
  test('hold what a commit sends, oldest first, with its token', async () => {
    await using fresh = await make()
    const { work, send } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const one = await send(desk, 1, [BASALT, CEDAR])
    const two = await send(desk, 2, [BASALT])
    const made = desk.events.slice(1).map(({ event, row }) => ({
      event: event.id,
      caseId: desk.id,
      jti: row.jti,
      token: row.token,
      attempts: 0,
    }))
    expect(made.map(({ event }) => event)).toEqual([one, two])
    expect(await work.queued(ALPINE, BASALT, ALL)).toEqual(made)
    expect(await work.queued(ALPINE, CEDAR, ALL)).toEqual(made.slice(0, 1))
    expect(await work.queued(BASALT, ALPINE, ALL)).toEqual([])
  })

  test('give at most so many messages or bytes, and always one', async () => {
    await using fresh = await make()
    const { send, waiting, work } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const ids = []
    for (let i = 0; i < 4; i++) ids.push(await send(desk, i + 1, [BASALT]))
    expect(await waiting(BASALT, { events: 2, bytes: 1_000_000 })).toEqual(ids.slice(0, 2))
    const bytes = (await work.queued(ALPINE, BASALT, ALL))
      .slice(0, 3)
      .reduce((sum, { token }) => sum + token.length, 0)
    expect(await waiting(BASALT, { events: 9, bytes })).toEqual(ids.slice(0, 3))
    expect(await waiting(BASALT, { events: 9, bytes: bytes - 1 })).toEqual(ids.slice(0, 2))
    expect(await waiting(BASALT, { events: 9, bytes: 1 })).toEqual(ids.slice(0, 1))
  })

  test('are claimed once, one after the other, until their lease ends', async () => {
    await using fresh = await make()
    const { send, work } = withStores(fresh)
    await send(new CaseOnDesk(ALPINE), 1, [BASALT])
    await send(new CaseOnDesk(ALPINE), 2, [CEDAR])
    expect(await work.claimQueue(at(0), LEASE)).toBeNull()
    const first = await work.claimQueue(at(3), LEASE)
    const second = await work.claimQueue(at(3), LEASE)
    expect([first?.partner, second?.partner]).toEqual([BASALT, CEDAR])
    expect(first?.lease).not.toBe(second?.lease)
    expect(await work.claimQueue(at(62), LEASE)).toBeNull()
    const again = await work.claimQueue(at(64), LEASE)
    expect(again).toMatchObject({ member: ALPINE, partner: BASALT, failures: 0 })
    expect(again?.lease).not.toBe(first?.lease)
  })

  test('are not due when nothing waits in them', async () => {
    await using fresh = await make()
    const { send, work, settle } = withStores(fresh)
    const event = await send(new CaseOnDesk(ALPINE), 1, [BASALT])
    const { lease = null } = (await work.claimQueue(at(2), LEASE)) ?? {}
    await settle({ lease, delivered: [event], attempted: [event], at: at(3), nextAt: at(3) })
    expect(await work.claimQueue(at(99), LEASE)).toBeNull()
    await send(new CaseOnDesk(ALPINE), 100, [BASALT])
    expect(await work.claimQueue(at(101), LEASE)).toMatchObject({ partner: BASALT })
  })

  test('forget what was delivered or refused, and remember it for the case', async () => {
    await using fresh = await make()
    const { cases, send, settle, waiting, queue } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const [one, two, three] = [
      await send(desk, 1, [BASALT]),
      await send(desk, 2, [BASALT]),
      await send(desk, 3, [BASALT]),
    ]
    const refused = [{ event: two, word: 'invalid_request\u0000', description: 'no\ud800' }]
    await settle({ delivered: [one], refused, attempted: [one, two, three] })
    expect(await waiting()).toEqual([three])
    const all = { after: null, limit: 9 }
    expect(await cases.listDeliveries(ALPINE, desk.id, all)).toMatchObject({
      next: null,
      items: [
        { event: one, deliveredAt: at(10), attempts: 1, refused: null },
        { event: two, deliveredAt: null, attempts: 1, refused: 'invalid_request' },
        { event: three, deliveredAt: null, attempts: 1, refused: null },
      ],
    })
    const sum = {
      partner: BASALT,
      delivered: 1,
      lastDeliveredAt: at(10),
      waiting: 1,
      waitingSince: at(3),
      refused: [{ event: two, word: 'invalid_request' }],
    }
    expect(await cases.sumDeliveries(ALPINE, desk.id)).toEqual([sum])
    await settle({ refused: [{ event: one, word: 'late', description: '' }], at: at(11) })
    expect(await cases.sumDeliveries(ALPINE, desk.id)).toEqual([sum])
    expect(await queue()).toMatchObject({ waiting: 1, oldest: at(3) })
  })

  test('say how long a partner has been failing, and forget it with the first success', async () => {
    await using fresh = await make()
    const { send, settle, work, queue } = withStores(fresh)
    const event = await send(new CaseOnDesk(ALPINE), 1, [BASALT])
    expect(await queue()).toEqual({
      member: ALPINE,
      partner: BASALT,
      waiting: 1,
      oldest: at(1),
      nextAt: at(1),
      failures: 0,
      failingSince: null,
      lastError: null,
      lastSuccessAt: null,
    })
    for (const seconds of [10, 20]) {
      const { lease = null } = (await work.claimQueue(at(seconds), LEASE)) ?? {}
      const failed = { at: at(seconds), nextAt: at(seconds + 5), error: `down at ${seconds}` }
      await settle({ lease, attempted: [event], ...failed })
    }
    const failing = { failures: 2, failingSince: at(10), lastError: 'down at 20', nextAt: at(25) }
    expect(await queue()).toMatchObject({ ...failing, lastSuccessAt: null })
    expect(await work.claimQueue(at(24), LEASE)).toBeNull()
    const claimed = await work.claimQueue(at(25), LEASE)
    expect(claimed).toMatchObject({ failures: 2 })
    await settle({ lease: claimed?.lease ?? null, delivered: [event], at: at(26), nextAt: at(26) })
    expect(await queue()).toMatchObject({
      waiting: 0,
      oldest: null,
      nextAt: null,
      failures: 0,
      failingSince: null,
      lastError: null,
      lastSuccessAt: at(26),
    })
  })

  test('are left alone by those who lost their lease, but what they delivered counts', async () => {
    await using fresh = await make()
    const { send, settle, work, waiting, queue } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const [one, two] = [await send(desk, 1, [BASALT]), await send(desk, 2, [BASALT])]
    const lost = await work.claimQueue(at(3), LEASE)
    const held = await work.claimQueue(at(70), LEASE)
    const late = { delivered: [one], at: at(71), nextAt: at(999), error: 'late' }
    await settle({ lease: lost?.lease ?? null, ...late })
    expect(await waiting()).toEqual([two])
    expect(await queue()).toMatchObject({ failures: 0, lastError: null })
    expect(await work.claimQueue(at(80), LEASE)).toBeNull()
    await settle({ lease: held?.lease ?? null, at: at(81), nextAt: at(82) })
    expect(await work.claimQueue(at(82), LEASE)).not.toBeNull()
  })

  test('are settled by a poll without a lease, and whoever holds it goes on', async () => {
    await using fresh = await make()
    const { send, settle, work, waiting, queue } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const [one, two] = [await send(desk, 1, [BASALT]), await send(desk, 2, [BASALT])]
    const held = await work.claimQueue(at(3), LEASE)
    await settle({ delivered: [one], at: at(4), nextAt: at(4) })
    expect(await waiting()).toEqual([two])
    expect(await queue()).toMatchObject({ lastSuccessAt: at(4), failures: 0 })
    expect(await work.claimQueue(at(5), LEASE)).toBeNull()
    await settle({ lease: held?.lease ?? null, delivered: [two], at: at(6), nextAt: at(6) })
    expect(await waiting()).toEqual([])
  })

  test('keep their time while a partner fails, whatever is sent, but hurry for the gravest', async () => {
    await using fresh = await make()
    const { send, settle, work, queue } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const event = await send(desk, 1, [BASALT])
    const { lease = null } = (await work.claimQueue(at(2), LEASE)) ?? {}
    await settle({ lease, attempted: [event], at: at(3), nextAt: at(903), error: 'down' })
    await send(desk, 10, [BASALT])
    expect((await queue())?.nextAt).toEqual(at(903))
    await send(desk, 20, [BASALT], true)
    expect((await queue())?.nextAt).toEqual(at(80))
    const again = await work.claimQueue(at(80), LEASE)
    const failed = { at: at(81), nextAt: at(981), error: 'down' }
    await settle({ lease: again?.lease ?? null, ...failed })
    expect((await queue())?.nextAt).toEqual(at(141))
  })

  test('wake when the partner shows a sign of life', async () => {
    await using fresh = await make()
    const { send, settle, work, queue } = withStores(fresh)
    await send(new CaseOnDesk(ALPINE), 1, [BASALT])
    const { lease = null } = (await work.claimQueue(at(2), LEASE)) ?? {}
    await settle({ lease, at: at(3), nextAt: at(903), error: 'down' })
    await work.wakeQueue(ALPINE, BASALT, at(7))
    expect((await queue())?.nextAt).toEqual(at(7))
    await work.wakeQueue(ALPINE, BASALT, at(9))
    expect((await queue())?.nextAt).toEqual(at(7))
  })

  test('send again what was refused before, when it is sent again', async () => {
    await using fresh = await make()
    const { cases, send, settle, waiting } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const [one, two] = [await send(desk, 1, [BASALT]), await send(desk, 2, [BASALT])]
    await settle({
      delivered: [two],
      refused: [{ event: one, word: 'access_denied', description: '' }],
    })
    desk.note('more')
    const deliveries = [toPartner(BASALT, one), toPartner(BASALT, two)]
    await cases.commit(desk.commit(20, { deliveries }))
    expect(await waiting()).toEqual([one])
  })

  test('find what a poll acknowledges by its token id, of two with one id the first', async () => {
    await using fresh = await make()
    const { cases, work, waiting, settle } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const [one, two] = [desk.note('one'), desk.note('two')]
    const commit = desk.commit(1, {
      deliveries: [toPartner(BASALT, one.event.id), toPartner(BASALT, two.event.id)],
    })
    const events = commit.events.map((row) => ({ ...row, jti: 'same' }))
    await cases.commit({ ...commit, events })
    expect(await waiting()).toEqual([one.event.id])
    const acknowledged = await work.queuedByJti(ALPINE, BASALT, ['same', 'other'])
    expect(acknowledged.map(({ event }) => event)).toEqual([one.event.id])
    await settle({ delivered: [one.event.id] })
    expect(await waiting()).toEqual([two.event.id])
    expect(await work.queuedByJti(ALPINE, CEDAR, ['same'])).toEqual([])
  })

  test('are there for everybody who takes part, to compare tips with now and then', async () => {
    await using fresh = await make()
    const { cases, work } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    desk.join(BASALT)
    desk.join(CEDAR)
    await cases.commit(desk.commit(1))
    const claimed = []
    for (const seconds of [10, 11, 12])
      claimed.push((await work.claimComparison(at(seconds), at(0)))?.partner)
    expect(claimed.toSorted()).toEqual([BASALT, CEDAR, undefined])
    expect(await work.claimComparison(at(20), at(5))).toBeNull()
    expect(await work.claimComparison(at(20), at(15))).toMatchObject({ member: ALPINE })
    desk.add({ type: 'member-removed', body: { member: CEDAR, code: 'not-needed' } })
    await cases.commit(desk.commit(30))
    expect(await work.claimComparison(at(31), at(30))).toEqual({ member: ALPINE, partner: BASALT })
    expect(await work.claimComparison(at(32), at(30))).toBeNull()
  })
})

test('several processes share the queues between them, each queue once', async () => {
  await using fresh = await freshDatabase()
  const { send } = withStores(fresh)
  const partners = Array.from({ length: 12 }, (_, i) => `https://p${i}.example` as MemberId)
  await send(new CaseOnDesk(ALPINE), 1, partners)
  const processes = [fresh.open(), fresh.open(), fresh.open()].map((one) => createStores(one).work)
  const claimed = await Promise.all(
    Array.from({ length: 15 }, (_, i) => nth(processes, i % 3).claimQueue(at(2), LEASE)),
  )
  const taken = claimed.flatMap((one) => (one ? [one.partner] : []))
  expect(new Set(taken).size).toBe(taken.length)
  const rest = []
  for (let one; (one = await nth(processes, 0).claimQueue(at(2), LEASE));) rest.push(one.partner)
  expect([...taken, ...rest].toSorted()).toEqual(partners.toSorted())
})
