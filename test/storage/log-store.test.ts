import { expect, test } from 'vitest'
import type { Leaf } from '../../src/core/cases/consequences.ts'
import { createStores } from '../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, at } from '../kit/case-rows.ts'
import { freshDatabase, onBothDatabases } from '../kit/database.ts'
import type { Fresh } from '../kit/database.ts'

const leaf = (verdict: string): Leaf => ({
  kind: 'setting',
  caseId: null,
  event: null,
  tokenHash: null,
  direction: 'own',
  partner: null,
  verdict,
})

const withStores = (fresh: Fresh) => {
  const stores = createStores(fresh.database)
  /** Commits a case with so many leaves. */
  const add = (member: typeof ALPINE, ...words: string[]) =>
    stores.cases.commit(new CaseOnDesk(member).commit(1, { leaves: words.map(leaf) }))
  const words = async (member: typeof ALPINE, after = 0) =>
    (await stores.log.feed(member, after, 100)).map((item) => `${item.number} ${item.leaf.verdict}`)
  return { ...stores, add, words }
}

onBothDatabases('the log', (make) => {
  test('numbers leaves from one, without gaps, in the order they came', async () => {
    await using fresh = await make()
    const { add, log, words } = withStores(fresh)
    await add(ALPINE, 'a', 'b')
    await add(ALPINE, 'c')
    expect(await words(ALPINE)).toEqual([])
    expect(await log.lastNumber(ALPINE)).toBe(0)
    expect(await log.sequence(ALPINE, 2)).toBe(2)
    expect(await log.sequence(ALPINE, 10)).toBe(1)
    expect(await log.sequence(ALPINE, 10)).toBe(0)
    expect(await words(ALPINE)).toEqual(['1 a', '2 b', '3 c'])
    expect(await words(ALPINE, 2)).toEqual(['3 c'])
    expect(await log.lastNumber(ALPINE)).toBe(3)
  })

  test('gives a leaf back as it was', async () => {
    await using fresh = await make()
    const { cases, log } = withStores(fresh)
    const desk = new CaseOnDesk(ALPINE)
    const commit = desk.commit(7)
    await cases.commit(commit)
    await log.sequence(ALPINE, 10)
    expect(await log.feed(ALPINE, 0, 10)).toEqual([
      { number: 1, at: at(7), leaf: commit.leaves[0] },
    ])
  })

  test('counts for each member apart, and knows whose leaves wait', async () => {
    await using fresh = await make()
    const { add, log, words } = withStores(fresh)
    await add(BASALT, 'x')
    await add(ALPINE, 'a', 'b', 'c')
    await add(CEDAR, 'y')
    expect(await log.membersWithUnnumbered(10)).toEqual([ALPINE, BASALT, CEDAR])
    expect(await log.membersWithUnnumbered(2)).toEqual([ALPINE, BASALT])
    await log.sequence(BASALT, 10)
    expect(await log.membersWithUnnumbered(10)).toEqual([ALPINE, CEDAR])
    expect(await words(BASALT)).toEqual(['1 x'])
    expect(await words(ALPINE)).toEqual([])
  })

  test('stays without gaps when several number at once', async () => {
    await using fresh = await make()
    const { add, log } = withStores(fresh)
    const { log: another } = createStores(fresh.database)
    for (let i = 0; i < 20; i++) await add(ALPINE, `${i}a`, `${i}b`)
    const counted = await Promise.all(
      Array.from({ length: 12 }, (_, i) => (i % 2 ? log : another).sequence(ALPINE, 5)),
    )
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(40)
    const numbers = (await log.feed(ALPINE, 0, 100)).map(({ number }) => number)
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
  })
})

test('a leaf that commits late gets a later number, so that no reader misses it', async () => {
  await using fresh = await freshDatabase()
  const { add, log, words } = withStores(fresh)
  const insert = `insert into audit_leaf (member_id, kind, direction, verdict, at)
    values ($1, 'setting', 'own', $2, now())`
  await fresh.database.transaction(async (tx) => {
    await tx.execute(insert, [ALPINE, 'late'])
    await add(ALPINE, 'early')
    await log.sequence(ALPINE, 10)
    expect(await words(ALPINE)).toEqual(['1 early'])
  })
  await log.sequence(ALPINE, 10)
  expect(await words(ALPINE, 1)).toEqual(['2 late'])
})

test('numbers given by a transaction that rolls back are given again', async () => {
  await using fresh = await freshDatabase()
  const { add, log, words } = withStores(fresh)
  await add(ALPINE, 'a')
  const broken = fresh.database.transaction(async (tx) => {
    await tx.execute('insert into audit_log (member_id, next) values ($1, 2)', [ALPINE])
    await tx.execute('update audit_leaf set number = 1')
    throw new Error('died')
  })
  await expect(broken).rejects.toThrow('died')
  await log.sequence(ALPINE, 10)
  expect(await words(ALPINE)).toEqual(['1 a'])
})
