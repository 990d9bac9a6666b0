import { expect, test } from 'vitest'
import type { EngagementId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import type { LookedAt } from '../../../src/flows/clock-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CaseOnDesk, CEDAR, at } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'
import type { Fresh } from '../../kit/database.ts'

/** Alpine asked Basalt into a case; it rests in the database. */
async function withCase(fresh: Fresh) {
  const { cases, work } = createStores(fresh.database)
  const desk = new CaseOnDesk(ALPINE)
  const { asked } = desk.join(BASALT)
  await cases.commit(desk.commit(1))
  const looked = (change: Partial<LookedAt> = {}): LookedAt => ({
    member: ALPINE,
    caseId: desk.id,
    version: desk.version,
    nextAt: at(9_000),
    clocks: [],
    stages: [],
    ...change,
  })
  const engagement: EngagementId = asked.event.id
  const clock = (due: number | null, name: 'accept' | 'resolve' = 'resolve') => ({
    engagement,
    clock: name,
    invitee: BASALT,
    word: due === null ? ('paused' as const) : ('running' as const),
    level: 2 as const,
    test: false,
    startedAt: at(100),
    warnAt: null,
    dueAt: due === null ? null : at(due),
  })
  const stage = (due: number) => ({
    engagement,
    clock: 'resolve' as const,
    stage: 'breached' as const,
    due: at(due),
    at: at(due),
  })
  const listed = async (state: 'running' | 'paused' = 'running', member = ALPINE) => {
    const page = await work.listClocks(member, { state }, { after: null, limit: 50 })
    if (page instanceof Refusal) throw new Error(page.code)
    return page.items.map(({ clock: name, dueAt }) => [name, dueAt])
  }
  const stages = () => fresh.database.query('select due from clock_stage order by entry')
  return { cases, work, desk, looked, clock, stage, listed, stages }
}

onBothDatabases('the clocks of a case', (make) => {
  test('are due with every step, claimed by one process at a time, and due again if that dies', async () => {
    await using fresh = await make()
    const { work, desk } = await withCase(fresh)
    expect(await work.claimClocks(at(5_000), 10)).toEqual([{ member: ALPINE, caseId: desk.id }])
    expect(await work.claimClocks(at(5_029), 10)).toEqual([])
    expect(await work.claimClocks(at(5_030), 10)).toHaveLength(1)
  })

  test('are none in a case that nobody else was asked into', async () => {
    await using fresh = await make()
    const { cases, work } = createStores(fresh.database)
    await cases.commit(new CaseOnDesk(ALPINE).commit(1))
    expect(await work.claimClocks(at(9_999), 10)).toEqual([])
  })

  test('are looked at again when they say, and replace what was known of them', async () => {
    await using fresh = await make()
    const { work, looked, clock, listed } = await withCase(fresh)
    await work.settleClocks([looked({ clocks: [clock(9_000), clock(8_000, 'accept')] })])
    expect(await work.claimClocks(at(8_999), 10)).toEqual([])
    expect(await work.claimClocks(at(9_000), 10)).toHaveLength(1)
    expect(await listed()).toEqual([
      ['accept', at(8_000)],
      ['resolve', at(9_000)],
    ])
    expect(await listed('running', CEDAR)).toEqual([])
    await work.settleClocks([looked({ clocks: [clock(null)], nextAt: null })])
    expect(await listed()).toEqual([])
    expect(await listed('paused')).toEqual([['resolve', null]])
    expect(await work.claimClocks(at(99_999), 10)).toEqual([])
  })

  test('reach each stage once for each time they were due', async () => {
    await using fresh = await make()
    const { work, looked, stage, stages } = await withCase(fresh)
    await work.settleClocks([looked({ stages: [stage(500)] })])
    await work.settleClocks([looked({ stages: [stage(500), stage(700)] })])
    expect(await stages()).toEqual([{ due: at(500) }, { due: at(700) }])
  })

  test('write nothing of a case that moved on', async () => {
    await using fresh = await make()
    const { cases, work, desk, looked, clock, stage, listed, stages } = await withCase(fresh)
    const old = looked({ clocks: [clock(9_000)], stages: [stage(500)] })
    desk.note('meanwhile')
    await cases.commit(desk.commit(2))
    await work.settleClocks([old])
    expect(await listed()).toEqual([])
    expect(await stages()).toEqual([])
    expect(await work.claimClocks(at(5_000), 10)).toHaveLength(1)
  })
})
