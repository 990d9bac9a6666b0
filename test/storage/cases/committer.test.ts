// Several gateway processes on one PostgreSQL: each has its own pool, its own memory, its own groups.
import { expect, test } from 'vitest'
import { foldHistory, step } from '../../../src/core/cases/fold.ts'
import type { CaseStore } from '../../../src/flows/case-ports.ts'
import { StorageUnavailable } from '../../../src/storage/fault.ts'
import { createStores } from '../../../src/storage/stores.ts'
import {
  ALPINE,
  BASALT,
  CEDAR,
  CaseOnDesk,
  at,
  makeEvent,
  nth,
  toPartner,
} from '../../kit/case-rows.ts'
import { freshDatabase } from '../../kit/database.ts'

/** What a flow does: load, compute, commit, and again when the case moved on. Answers how often it had to. */
async function addNote(cases: CaseStore, desk: CaseOnDesk, text: string): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    const stored = await cases.loadCase(ALPINE, desk.id)
    if (!stored) throw new Error('the case is gone')
    const { event, row, texts } = makeEvent(
      { author: ALPINE, type: 'note-added', texts: { note: text } },
      stored.state,
    )
    const outcome = await cases.commit({
      ...desk.commit(1),
      expected: stored.version,
      state: step(stored.state, event, 'effect'),
      events: [row],
      texts,
      deliveries: [toPartner(BASALT, event.id, true), toPartner(CEDAR, event.id)],
      leaves: [],
    })
    if (outcome === 'done') return attempt
  }
}

const range = (length: number): number[] => Array.from({ length }, (_, i) => i)

test('processes that write the same cases at once lose nothing and lock nobody out', async () => {
  await using fresh = await freshDatabase()
  const processes = range(3).map(() => createStores(fresh.open({ poolSize: 4 })))
  const desks = range(6).map(() => new CaseOnDesk(ALPINE, { summary: 's' }))
  await Promise.all(desks.map((desk) => nth(processes, 0).cases.commit(desk.commit(1))))
  const jobs = range(60).map((i) => ({
    desk: nth(desks, i % 6),
    cases: nth(processes, i % 3).cases,
  }))
  await Promise.all(jobs.map(({ desk, cases }, i) => addNote(cases, desk, `note ${i}`)))
  const { cases, work } = createStores(fresh.database)
  for (const desk of desks) {
    const stored = await cases.loadCase(ALPINE, desk.id)
    const history = await cases.loadHistory(ALPINE, desk.id)
    expect(stored?.version).toBe(11)
    expect(history.nodes).toHaveLength(11)
    expect(stored?.state).toEqual(foldHistory(history))
    expect(await cases.loadTexts(ALPINE, desk.id)).toHaveLength(11)
  }
  expect(await work.partnerQueues(ALPINE)).toMatchObject([
    { partner: BASALT, waiting: 60 },
    { partner: CEDAR, waiting: 60 },
  ])
})

test('a process that remembers an old view loses once and goes on from the new one', async () => {
  await using fresh = await freshDatabase()
  const [here, there] = [createStores(fresh.open()), createStores(fresh.open())]
  const desk = new CaseOnDesk(ALPINE)
  await here.cases.commit(desk.commit(1))
  expect(await addNote(there.cases, desk, 'there')).toBe(0)
  expect(await addNote(here.cases, desk, 'here')).toBe(1)
  expect(await addNote(here.cases, desk, 'here again')).toBe(0)
})

test('behind a transaction-mode pooler nothing is named, and all is written alike', async () => {
  await using fresh = await freshDatabase()
  const stores = createStores(fresh.open({ pooler: 'transaction' }))
  const desks = range(40).map(() => new CaseOnDesk(ALPINE, { summary: 's' }))
  const opened = await Promise.all(desks.map((desk) => stores.cases.commit(desk.commit(1))))
  expect(new Set(opened)).toEqual(new Set(['done']))
  expect(await stores.work.claimQueue(at(1), 1)).toBeNull()
})

test('a database that goes away fails what waits, and it is written when it is back', async () => {
  await using fresh = await freshDatabase()
  const database = fresh.open({ poolSize: 2 })
  const { cases } = createStores(database)
  const desk = new CaseOnDesk(ALPINE)
  await cases.commit(desk.commit(1))
  await database.query('select 1')
  const cut = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`
  const commits = range(20).map(() => new CaseOnDesk(ALPINE).commit(2))
  const [settled] = await Promise.all([
    Promise.allSettled(commits.map((commit) => cases.commit(commit))),
    fresh.database.query(cut),
  ])
  for (const [index, one] of settled.entries()) {
    const commit = nth(commits, index)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ name: 'StorageUnavailable' })
    const again = await insist(() => cases.commit(commit))
    if (one.status === 'fulfilled') expect(again).toBe('moved-on')
    expect(await cases.loadCase(ALPINE, commit.caseId)).not.toBeNull()
  }
})

/** Asks again as long as the pool hands out connections that were cut. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (let left = 2; ; left--)
    try {
      return await ask()
    } catch (error) {
      if (left === 0 || !(error instanceof StorageUnavailable)) throw error
    }
}
