import { expect, test } from 'vitest'
import { referenceOf } from '../../../src/core/cases/reference.ts'
import type { CaseId } from '../../../src/core/kernel/id.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import type { CaseFilter, CaseStore } from '../../../src/flows/case-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CEDAR, CaseOnDesk, nth } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

async function found(cases: CaseStore, filter: CaseFilter, member = ALPINE): Promise<CaseId[]> {
  const page = await cases.listCases(member, filter, { after: null, limit: 50 })
  if (page instanceof Refusal) throw new Error(page.detail)
  return page.items.map(({ caseId }) => caseId)
}

onBothDatabases('a list of cases', (make) => {
  const withCases = async (...desks: CaseOnDesk[]) => {
    const fresh = await make()
    const { cases } = createStores(fresh.database)
    for (const [index, desk] of desks.entries()) await cases.commit(desk.commit(index + 1))
    return Object.assign(fresh, { cases, ids: desks.map(({ id }) => id) })
  }

  test('has the one that changed last first', async () => {
    const [one, two] = [new CaseOnDesk(ALPINE), new CaseOnDesk(ALPINE)]
    await using fresh = await withCases(one, two)
    expect(await found(fresh.cases, {})).toEqual([two.id, one.id])
    one.note('later')
    await fresh.cases.commit(one.commit(9))
    expect(await found(fresh.cases, {})).toEqual([one.id, two.id])
  })

  test('comes in pages, also where many changed at one moment', async () => {
    const desks = Array.from({ length: 7 }, () => new CaseOnDesk(ALPINE))
    await using fresh = await withCases()
    for (const desk of desks) await fresh.cases.commit(desk.commit(1))
    const read: CaseId[][] = []
    for (let after: string | null = null; ;) {
      const page = await fresh.cases.listCases(ALPINE, { test: false }, { after, limit: 3 })
      if (page instanceof Refusal) throw new Error(page.detail)
      read.push(page.items.map(({ caseId }) => caseId))
      if (page.next === null) break
      after = page.next
    }
    expect(read.map(({ length }) => length)).toEqual([3, 3, 1])
    expect(new Set(read.flat())).toEqual(new Set(desks.map(({ id }) => id)))
  })

  test('takes back its own cursor and no other', async () => {
    await using fresh = await withCases(new CaseOnDesk(ALPINE), new CaseOnDesk(ALPINE))
    const page = await fresh.cases.listCases(ALPINE, { test: false }, { after: null, limit: 1 })
    if (page instanceof Refusal) throw new Error(page.detail)
    const cursor = { after: page.next, limit: 1 }
    expect(await fresh.cases.listCases(ALPINE, { test: false }, cursor)).toMatchObject({
      next: null,
    })
    for (const asked of [
      fresh.cases.listCases(ALPINE, {}, cursor),
      fresh.cases.listCases(BASALT, { test: false }, cursor),
      fresh.cases.listCases(ALPINE, { test: false }, { ...cursor, after: 'x' }),
    ])
      expect(await asked).toMatchObject({ code: 'cursor-invalid' })
  })

  test('shows each case as it stands, with its summary', async () => {
    const [named, unnamed] = [
      new CaseOnDesk(ALPINE, { summary: 'paths lost' }),
      new CaseOnDesk(ALPINE),
    ]
    await using fresh = await withCases(named, unnamed)
    const page = await fresh.cases.listCases(ALPINE, {}, { after: null, limit: 9 })
    const row = { version: 1, stage: 'shared', bundle: null }
    const summary = nth(nth(named.events, 0).texts, 0).disclosure
    expect(page).toMatchObject({
      items: [
        { ...row, caseId: unnamed.id, state: unnamed.state, summary: null },
        { ...row, caseId: named.id, state: named.state, summary },
      ],
    })
  })

  test('shows an invited member the summary of its invitation', async () => {
    const desk = new CaseOnDesk(ALPINE)
    const { asked } = desk.join(BASALT)
    await using fresh = await withCases()
    const commit = { ...desk.commit(1), member: BASALT, stage: 'invited' as const }
    await fresh.cases.commit({ ...commit, bundle: desk.state })
    const page = await fresh.cases.listCases(BASALT, {}, { after: null, limit: 9 })
    expect(page).toMatchObject({ items: [{ summary: nth(asked.texts, 0).disclosure }] })
  })

  test('finds by any participant’s number and by the reference, however they are typed', async () => {
    const desk = new CaseOnDesk(ALPINE)
    desk.join(BASALT)
    desk.number('SR-00017')
    desk.add({ author: BASALT, type: 'slot-set', body: { key: 'case-number', value: 4711 } })
    await using fresh = await withCases(desk, new CaseOnDesk(ALPINE))
    const reference = referenceOf(desk.id)
    for (const number of [
      'SR-00017',
      ' sr-00017 ',
      '4711',
      reference,
      reference.replaceAll('-', '').toLowerCase(),
    ])
      expect(await found(fresh.cases, { number })).toEqual([desk.id])
    expect(await found(fresh.cases, { number: 'SR-0001' })).toEqual([])
    desk.number('SR-00018')
    await fresh.cases.commit(desk.commit(9))
    expect(await found(fresh.cases, { number: 'SR-00017' })).toEqual([])
    expect(await found(fresh.cases, { number: 'SR-00018' })).toEqual([desk.id])
    desk.number(null)
    await createStores(fresh.database).cases.commit(desk.commit(10))
    expect(await found(fresh.cases, { number: 'SR-00018' })).toEqual([])
    expect(await found(fresh.cases, { number: '4711' })).toEqual([desk.id])
  })

  test('finds by partner, also one that joined later', async () => {
    const [one, two] = [new CaseOnDesk(ALPINE), new CaseOnDesk(ALPINE)]
    one.join(BASALT)
    await using fresh = await withCases(one, two)
    expect(await found(fresh.cases, { partner: BASALT })).toEqual([one.id])
    two.join(BASALT)
    two.join(CEDAR)
    await fresh.cases.commit(two.commit(9))
    expect(await found(fresh.cases, { partner: BASALT })).toEqual([two.id, one.id])
    expect(await found(fresh.cases, { partner: CEDAR })).toEqual([two.id])
  })

  test('finds by words of texts that are held', async () => {
    const [one, two] = [
      new CaseOnDesk(ALPINE, { summary: 'The storage array lost two paths' }),
      new CaseOnDesk(ALPINE, { summary: 'Lizenz für München abgelaufen' }),
    ]
    one.note('firmware 7.2.1 on controller-2')
    await using fresh = await withCases(one, two)
    for (const text of [
      'storage',
      'PATHS array',
      '"lost two"',
      'firmware',
      'array -münchen',
      '7.2.1',
    ])
      expect(await found(fresh.cases, { text })).toEqual([one.id])
    expect(await found(fresh.cases, { text: 'münchen' })).toEqual([two.id])
    for (const text of ['absent', 'storage münchen', '"two lost"', '\u0000', '', '  ', '& | ! ('])
      expect(await found(fresh.cases, { text })).toEqual([])
  })

  test('finds by status, holder and test flag, together', async () => {
    const desks = [
      new CaseOnDesk(ALPINE),
      new CaseOnDesk(ALPINE, {}, { test: true }),
      new CaseOnDesk(ALPINE),
    ]
    const closed = nth(desks, 2)
    closed.add({ type: 'case-closed', body: { code: 'solved' } })
    await using fresh = await withCases(...desks)
    const [plain, trial] = fresh.ids
    expect(await found(fresh.cases, { status: 'open' })).toEqual([trial, plain])
    expect(await found(fresh.cases, { status: 'closed' })).toEqual([closed.id])
    expect(await found(fresh.cases, { status: 'invited' })).toEqual([])
    expect(await found(fresh.cases, { status: 'open', test: true })).toEqual([trial])
    expect(await found(fresh.cases, { test: false, holder: ALPINE })).toEqual([closed.id, plain])
    expect(await found(fresh.cases, { holder: BASALT })).toEqual([])
  })

  test('calls an invitation invited until it was answered', async () => {
    const desk = new CaseOnDesk(ALPINE)
    const asked = desk.add({
      type: 'engagement-requested',
      body: { invitee: BASALT, keys: ['A'.repeat(43)] },
    })
    await using fresh = await withCases()
    const { cases } = fresh
    const invited = { member: BASALT, stage: 'invited' as const }
    await cases.commit({ ...desk.commit(1), ...invited, bundle: desk.state })
    expect(await found(cases, { status: 'invited' }, BASALT)).toEqual([desk.id])
    desk.add({
      type: 'engagement-withdrawn',
      body: { engagement: asked.event.id, code: 'solved' },
    })
    await cases.commit({ ...desk.commit(2), ...invited, bundle: desk.state })
    const states = [desk.state.engagements[asked.event.id]?.withdrawn ? 'declined' : 'invited']
    expect(states).toEqual(['declined'])
    expect(await found(cases, { status: 'declined' }, BASALT)).toEqual([desk.id])
    expect(await found(cases, { status: 'invited' }, BASALT)).toEqual([])
  })
})
