// What the database itself promises, against whoever holds a connection to it.
import { expect, test } from 'vitest'
import { createStores } from '../../src/storage/stores.ts'
import { ALPINE, BASALT, CaseOnDesk, at, nth } from '../kit/case-rows.ts'
import { onBothDatabases } from '../kit/database.ts'

onBothDatabases('what is appended', (make) => {
  const withRows = async () => {
    const fresh = await make()
    const stores = createStores(fresh.database)
    const desk = new CaseOnDesk(ALPINE, { summary: 'text' })
    const commit = desk.commit(1)
    const event = desk.events.map(({ event: { id } }) => id)[0] ?? ''
    const overturned = { register: 'host', before: 'a', after: 'b', settled: false }
    await stores.cases.commit({
      ...commit,
      events: commit.events.map((row) => ({ ...row, place: null })),
      overturned: [
        { ...overturned, decider: nth(desk.events, 0).event.id, by: nth(desk.events, 0).event.id },
      ],
    })
    await stores.members.keepStatements(ALPINE, BASALT, ['a.b.c'], at(1))
    const agreement = {
      partner: BASALT,
      mayEngage: 'ask' as const,
      products: 'all' as const,
      upTo: 1 as const,
      perHour: null,
      perDay: null,
      autoAccept: 'none' as const,
    }
    await stores.members.saveAgreement(ALPINE, agreement, 0, {
      leaf: null,
      answer: null,
      at: at(1),
    })
    const refused = async (sql: string) =>
      expect(fresh.database.script(sql)).rejects.toMatchObject({
        sqlstate: '23001',
        message: expect.stringMatching(/append-only/),
      })
    return Object.assign(fresh, { stores, refused, event })
  }

  for (const table of [
    'case_event',
    'audit_leaf',
    'overturned',
    'member_statement',
    'agreement',
  ] as const)
    test(`is never deleted from ${table}, row by row or whole`, async () => {
      await using fresh = await withRows()
      expect(await fresh.database.query(`select 1 from ${table}`)).toHaveLength(1)
      await fresh.refused(`delete from ${table}`)
      await fresh.refused(`truncate ${table}`)
    })

  test('is never changed', async () => {
    await using fresh = await withRows()
    await fresh.refused(`update case_event set token = 'other'`)
    await fresh.refused(`update audit_leaf set verdict = 'other'`)
    await fresh.refused(`update overturned set settled = true`)
    await fresh.refused(`update member_statement set token = 'other'`)
    await fresh.refused(`update agreement set version = 2`)
    await fresh.refused(`update case_text set disclosure = 'other'`)
  })

  test('an event gains its place once, and nothing with it', async () => {
    await using fresh = await withRows()
    const place = `depth = 0, at = 1, verdict = 'effect'`
    await fresh.refused(`update case_event set ${place}, trust = 'revoked'`)
    await expect(fresh.database.script(`update case_event set depth = 0`)).rejects.toMatchObject({
      constraint: 'case_event_has_a_whole_place_or_none',
    })
    await fresh.database.script(`update case_event set ${place}`)
    await fresh.refused(`update case_event set ${place}`)
    await fresh.refused(`update case_event set depth = null, at = null, verdict = null`)
    await fresh.refused(`update case_event set verdict = 'not-active'`)
  })

  test('a leaf gains its number once, and nothing with it', async () => {
    await using fresh = await withRows()
    await fresh.refused(`update audit_leaf set number = 1, at = now()`)
    await fresh.database.script(`update audit_leaf set number = 1 where kind = 'event'`)
    await fresh.refused(`update audit_leaf set number = 2`)
    await fresh.refused(`update audit_leaf set number = null`)
  })

  test('a text is only ever erased', async () => {
    await using fresh = await withRows()
    expect(await fresh.database.execute('delete from case_text')).toBe(1)
  })
})
