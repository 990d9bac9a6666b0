import { expect, test } from 'vitest'
import { foldHistory } from '../../../src/core/cases/fold.ts'
import { History } from '../../../src/core/cases/history.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CaseOnDesk, makeEvent } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

/** A note of a partner that saw the case as it was after so many events, with everything else in a commit. */
const crossing = (desk: CaseOnDesk, after: number) => {
  const history = new History()
  let seen = null
  for (const { event } of desk.events) {
    history.add(event, 'effect')
    if (history.nodes.length === after) seen = foldHistory(history)
  }
  const made = makeEvent({ author: BASALT, type: 'note-added' }, seen)
  history.add(made.event, 'effect')
  const state = foldHistory(history)
  if (!state) throw new Error('the case folds')
  desk.state = state
  desk.events.push(made)
  return desk.commit(500, { state, events: [made.row] })
}

onBothDatabases('states of a case kept on its way', (make) => {
  /** A case of so many events, written ten at a time. */
  const withCase = async (events: number) => {
    const fresh = await make()
    const { cases } = createStores(fresh.database)
    const desk = new CaseOnDesk(ALPINE)
    desk.join(BASALT)
    while (desk.state.size < events) {
      desk.note(`note ${desk.state.size}`)
      if (desk.state.size % 10 === 0 || desk.state.size === events)
        await cases.commit(desk.commit(desk.state.size))
    }
    const kept = () =>
      fresh.database.query<{ slot: number; size: number }>(
        'select slot, size from case_checkpoint where member_id = $1 and case_id = $2 order by slot',
        [ALPINE, desk.id],
      )
    const above = (depth: number) => ({ depth, version: desk.version, size: desk.state.size })
    return Object.assign(fresh, { cases, desk, kept, above })
  }

  test('are one for about every 64 events, and none of a short case', async () => {
    await using long = await withCase(200)
    expect(await long.kept()).toEqual([
      { slot: 1, size: 70 },
      { slot: 2, size: 130 },
      { slot: 3, size: 200 },
    ])
    await using short = await withCase(60)
    expect(await short.kept()).toEqual([])
  })

  test('spare what lies below them, and fold to the same case', async () => {
    await using fresh = await withCase(150)
    const { cases, desk, above } = fresh
    const part = await cases.loadHistory(ALPINE, desk.id, above(140))
    expect([part.base?.size, part.nodes.length]).toEqual([130, 20])
    expect(foldHistory(part)).toEqual(desk.state)
    expect((await cases.loadHistory(ALPINE, desk.id, above(100))).base?.size).toBe(70)
    const all = await cases.loadHistory(ALPINE, desk.id, above(10))
    expect([all.base, all.nodes.length]).toEqual([null, 150])
  })

  test('are passed over and forgotten once an event crossed them', async () => {
    await using fresh = await withCase(150)
    const { cases, desk, kept, above } = fresh
    expect(await cases.commit(crossing(desk, 120))).toBe('done')
    const part = await cases.loadHistory(ALPINE, desk.id, above(149))
    expect([part.base?.size, part.nodes.length]).toEqual([70, 81])
    expect(foldHistory(part)).toEqual(desk.state)
    expect(await kept()).toEqual([{ slot: 1, size: 70 }])
  })

  test('tell nothing of a case that moved on, and stay', async () => {
    await using fresh = await withCase(150)
    const { cases, desk, kept, above } = fresh
    const stale = above(149)
    await cases.commit(crossing(desk, 148))
    const all = await cases.loadHistory(ALPINE, desk.id, stale)
    expect([all.base, all.nodes.length]).toEqual([null, 151])
    expect(await kept()).toHaveLength(2)
  })

  test('are another member’s own', async () => {
    await using fresh = await withCase(150)
    const all = await fresh.cases.loadHistory(BASALT, fresh.desk.id, fresh.above(149))
    expect([all.base, all.nodes]).toEqual([null, []])
  })

  test('say how deep the events lie that have a place', async () => {
    await using fresh = await withCase(20)
    const { cases, desk } = fresh
    const ids = desk.events.slice(0, 3).map(({ event }) => event.id)
    const stranger = makeEvent({ author: BASALT, type: 'note-added' }, desk.state).event.id
    expect(await cases.depthsOf(ALPINE, desk.id, [...ids, stranger])).toEqual(
      new Map(ids.map((id, depth) => [id, depth])),
    )
  })
})
