import { expect, test } from 'vitest'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import type { CaseStore, SchemeCase } from '../../../src/flows/case-ports.ts'
import { createStores } from '../../../src/storage/stores.ts'
import { ALPINE, BASALT, CaseOnDesk } from '../../kit/case-rows.ts'
import { onBothDatabases } from '../../kit/database.ts'

const claimed = (version: string, code: string, level: number, scheme = 'our-levels') => {
  const desk = new CaseOnDesk(ALPINE)
  desk.add({
    author: ALPINE,
    type: 'severity-claimed',
    body: { level, native: { scheme, version, code }, reason: 'initial' },
  })
  return desk
}

async function listed(
  cases: CaseStore,
  version?: string,
  member = ALPINE,
): Promise<readonly SchemeCase[]> {
  const scheme = { id: 'our-levels', ...(version !== undefined && { version }) }
  const items: SchemeCase[] = []
  for (let after: string | null = null; ;) {
    const page = await cases.listSchemeCases(member, scheme, { after, limit: 1 })
    if (page instanceof Refusal) throw new Error(page.detail)
    items.push(...page.items)
    if (page.next === null) return items
    after = page.next
  }
}

onBothDatabases('cases that keep a level of a scheme', (make) => {
  test('are the open ones with an own claim in it, by version, page by page', async () => {
    await using fresh = await make()
    const { cases } = createStores(fresh.database)
    const [one, two, other] = [
      claimed('1', 'S2', 2),
      claimed('2', 'S1', 1),
      claimed('1', 'P1', 1, 'another-scheme'),
    ]
    const closed = claimed('1', 'S3', 3)
    closed.add({ author: ALPINE, type: 'case-closed', body: { code: 'solved' } })
    const silent = new CaseOnDesk(ALPINE)
    for (const [index, desk] of [one, two, other, closed, silent].entries())
      await cases.commit(desk.commit(index + 1))
    const shown = [
      { caseId: one.id, version: '1', code: 'S2', level: 2 },
      { caseId: two.id, version: '2', code: 'S1', level: 1 },
    ].toSorted((a, b) => (a.caseId < b.caseId ? -1 : 1))
    expect(await listed(cases)).toEqual(shown)
    expect(await listed(cases, '2')).toEqual(shown.filter(({ version }) => version === '2'))
    expect(await listed(cases, '3')).toEqual([])
    expect(await listed(cases, undefined, BASALT)).toEqual([])
    expect(await cases.countSchemeCases(ALPINE, 'our-levels')).toEqual(
      new Map([
        ['1', 1],
        ['2', 1],
      ]),
    )
    expect(await cases.countSchemeCases(ALPINE, 'nothing')).toEqual(new Map())
  })

  test('give no page to a cursor of another list', async () => {
    await using fresh = await make()
    const { cases } = createStores(fresh.database)
    const said = await cases.listSchemeCases(
      ALPINE,
      { id: 'our-levels' },
      { after: 'bm90aGluZw', limit: 1 },
    )
    expect(said).toMatchObject({ code: 'cursor-invalid' })
  })
})
