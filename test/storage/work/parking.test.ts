import { expect, test } from 'vitest'
import type { CaseId, EventId, MemberId } from '../../../src/core/kernel/id.ts'
import type { Parked } from '../../../src/flows/work-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, at, hash } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

const CASE = hash('a case') as CaseId

const one = (name: string, parts: Partial<Parked> = {}): Parked => ({
  caseId: CASE,
  event: hash(name) as EventId,
  from: BASALT,
  token: `token.of.${name}`,
  disclosures: ['abc', 'def'],
  missing: [hash('missing') as EventId],
  ...parts,
})

onBothDatabases('parking', (make) => {
  test('keeps events as they came, in their order, once', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    await work.park(ALPINE, [one('b'), one('a')], at(1))
    await work.park(ALPINE, [one('c'), one('b', { from: CEDAR, missing: [] })], at(2))
    expect(await work.parked(ALPINE, CASE)).toEqual([one('b', { missing: [] }), one('a'), one('c')])
    await work.dropParked(ALPINE, [one('a').event])
    expect((await work.parked(ALPINE, CASE)).map(({ token }) => token)).toEqual([
      'token.of.b',
      'token.of.c',
    ])
  })

  test('leaves out what is no disclosure', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    await work.park(ALPINE, [one('a', { disclosures: ['abc', '\u0000', '\ud800', 'd e'] })], at(1))
    expect(await work.parked(ALPINE, CASE)).toEqual([one('a', { disclosures: ['abc'] })])
  })

  test('ends with the commit that takes the event in', async () => {
    await using fresh = await make()
    const { cases, work } = createStores(fresh.database)
    await work.park(ALPINE, [one('a'), one('b')], at(1))
    await work.park(BASALT, [one('a')], at(1))
    const unparked = [one('a').event]
    await cases.commit(new CaseOnDesk(ALPINE).commit(2, { unparked }))
    expect(await work.parked(ALPINE, CASE)).toEqual([one('b')])
    expect(await work.parked(BASALT, CASE)).toEqual([one('a')])
  })

  test('lets the oldest go when a partner has more than its share of a case', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    const many = Array.from({ length: 256 }, (_, i) => one(`${i}`))
    await work.park(ALPINE, [one('other', { from: CEDAR })], at(1))
    await work.park(ALPINE, many, at(2))
    await work.park(ALPINE, [one('last'), one('elsewhere', { caseId: hash('2') as CaseId })], at(3))
    const tokens = (await work.parked(ALPINE, CASE)).map(({ token }) => token)
    expect(tokens).toHaveLength(257)
    expect(tokens).not.toContain('token.of.0')
    expect(tokens).toEqual(
      expect.arrayContaining(['token.of.other', 'token.of.1', 'token.of.last']),
    )
  })

  test('counts bytes too, and texts with them', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    const large = (name: string) =>
      one(name, { token: 'x'.repeat(1_000_000), disclosures: ['y'.repeat(1_097_152)] })
    await work.park(ALPINE, [large('a')], at(1))
    await work.park(ALPINE, [large('b')], at(2))
    expect(await work.parked(ALPINE, CASE)).toHaveLength(2)
    await work.park(ALPINE, [one('c')], at(3))
    expect((await work.parked(ALPINE, CASE)).map(({ event }) => event)).toEqual([
      large('b').event,
      one('c').event,
    ])
  })

  test('holds a partner to a number over all cases', async () => {
    await using fresh = await make()
    const { work } = createStores(fresh.database)
    const cases = Array.from({ length: 17 }, (_, i) => hash(`case ${i}`) as CaseId)
    for (const caseId of cases)
      await work.park(
        ALPINE,
        Array.from({ length: 256 }, (_, i) => one(`${caseId}${i}`, { caseId })),
        at(1),
      )
    const kept = await Promise.all(cases.map((caseId) => work.parked(ALPINE, caseId)))
    expect(kept.map(({ length }) => length)).toEqual([0, ...Array<number>(16).fill(256)])
    const other = 'https://dolerite.example' as MemberId
    await work.park(ALPINE, [one('x', { from: other })], at(2))
    expect(await work.parked(ALPINE, CASE)).toHaveLength(1)
  })
})
