import { expect, test } from 'vitest'
import type { EventId } from '../../../src/core/kernel/id.ts'
import type { WorkStore } from '../../../src/flows/work-ports.ts'
import { MAX_WANTED_IDS } from '../../../src/storage/work/repairs.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, at, hash, nth } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import type { Fresh } from '../../kit/database.ts'

const LEASE = 60_000
const [A, B, C] = ['a', 'b', 'c'].map((name) => hash(name) as EventId) as [
  EventId,
  EventId,
  EventId,
]

const madeUp = (from: number) =>
  Array.from({ length: 800 }, (_, n) => hash(`made up ${from + n}`) as EventId)

const withDesk = (fresh: Fresh) => {
  const { cases, work } = createStores(fresh.database)
  const desk = new CaseOnDesk(ALPINE)
  const want = (ids: EventId[], seconds = 1, partner = BASALT) =>
    work.wantEvents(ALPINE, desk.id, partner, ids, at(seconds))
  const claim = (seconds: number) => work.claimRepair(at(seconds), LEASE)
  const settle = (
    claimed: Awaited<ReturnType<WorkStore['claimRepair']>>,
    nextAt: number | null = null,
  ) =>
    work.settleRepair({
      member: ALPINE,
      caseId: desk.id,
      partner: claimed?.partner ?? BASALT,
      lease: claimed?.lease ?? 'none',
      nextAt: nextAt === null ? null : at(nextAt),
      error: nextAt === null ? null : 'no answer',
    })
  return { cases, desk, want, claim, settle }
}

onBothDatabases('a repair', (make) => {
  test('is claimed once for each case and partner, and over when it is settled', async () => {
    await using fresh = await make()
    const { want, claim, settle, desk } = withDesk(fresh)
    await want([A])
    await want([B, A])
    expect(await claim(0)).toBeNull()
    const claimed = await claim(1)
    expect(claimed).toMatchObject({ member: ALPINE, caseId: desk.id, partner: BASALT, attempts: 0 })
    expect(claimed?.wanted.toSorted()).toEqual([A, B].toSorted())
    expect(await claim(2)).toBeNull()
    await settle(claimed)
    expect(await claim(999)).toBeNull()
  })

  test('may be for whatever the partner has', async () => {
    await using fresh = await make()
    const { want, claim } = withDesk(fresh)
    await want([])
    expect(await claim(1)).toMatchObject({ wanted: [] })
  })

  test('remembers only so many names, which a partner may have made up', async () => {
    await using fresh = await make()
    const { want, claim } = withDesk(fresh)
    await want(madeUp(0))
    await want(madeUp(800))
    expect((await claim(1))?.wanted).toHaveLength(MAX_WANTED_IDS)
  })

  test('goes on when more was wanted while it was under way', async () => {
    await using fresh = await make()
    const { cases, desk, want, claim, settle } = withDesk(fresh)
    const here = nth(desk.events, 0).event.id
    await want([A, here])
    const first = await claim(1)
    await cases.commit(desk.commit(2, { wanted: { from: BASALT, ids: [B] } }))
    await settle(first)
    const second = await claim(3)
    expect(second?.wanted.toSorted()).toEqual([A, B].toSorted())
    await settle(second)
    expect(await claim(999)).toBeNull()
  })

  test('is tried again later, and a new wish does not hurry it', async () => {
    await using fresh = await make()
    const { want, claim, settle } = withDesk(fresh)
    await want([A])
    await settle(await claim(1), 50)
    await want([B], 2)
    expect(await claim(49)).toBeNull()
    const again = await claim(50)
    expect(again?.attempts).toBe(1)
    expect(again?.wanted.toSorted()).toEqual([A, B].toSorted())
  })

  test('falls to another when its process dies, who alone may settle it', async () => {
    await using fresh = await make()
    const { want, claim, settle } = withDesk(fresh)
    await want([A])
    const dead = await claim(1)
    expect(await claim(60)).toBeNull()
    const alive = await claim(61)
    expect(alive).toMatchObject({ wanted: [A] })
    await settle(dead)
    await settle(dead, 900)
    await settle(alive, 70)
    expect(await claim(70)).toMatchObject({ wanted: [A], attempts: 1 })
  })

  test('runs beside that of another partner', async () => {
    await using fresh = await make()
    const { want, claim } = withDesk(fresh)
    await want([A], 1)
    await want([C], 2, CEDAR)
    expect([await claim(3), await claim(3), await claim(3)]).toMatchObject([
      { partner: BASALT, wanted: [A] },
      { partner: CEDAR, wanted: [C] },
      null,
    ])
  })
})
