// What a page of the list costs on PostgreSQL, in blocks read: no more where other members have a hundred thousand cases, and where the
// own ones that fit are rare.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseFilter } from '../../../src/flows/case-ports.ts'
import { casesQuery } from '../../../src/storage/cases/list-cases.ts'
import { ALPINE, BASALT, CEDAR } from '../../kit/case-rows.ts'
import { freshDatabase, type FreshPostgres } from '../../kit/database.ts'

const OTHERS = 100_000
const OWN = 3_000
/** Blocks of 8 KiB for a page of 50: its rows, and the way to them. */
const MOST_BLOCKS = 700

type Node = { readonly Plan: Readonly<Record<string, number>> }
let fresh: FreshPostgres

beforeAll(async () => {
  fresh = await freshDatabase()
  const { database } = fresh
  await database.query(FILL, [ALPINE, BASALT, CEDAR, OWN, OTHERS])
  await database.query(TEXTS, [])
  await database.query(MEMBERS, [BASALT, CEDAR])
  await database.query(NUMBERS, [])
  await database.query('analyze case_view, case_text, case_member, case_number', [])
}, 120_000)
afterAll(() => fresh[Symbol.asyncDispose]())

/** Every hundredth case is a test, held by Cedar, with Cedar in it. */
const FILL = `with numbered as (
    select $1::text as member, n, n % 100 = 0 as rare from generate_series(1, $4::int) as n
    union all
    select 'https://other-' || n % 20 || '.example', n, n % 2 = 0 from generate_series(1, $5::int) as n)
  insert into case_view (member_id, case_id, version, stage, state, status, host, holder, level, test,
    opened_at, updated_at)
  select member, 'case-' || n, 1, 'shared', '{}', case when rare then 'open' else 'closed' end, $2,
    case when rare then $3 else $2 end, 3, rare, now(), timestamptz '2026-01-01' + n * interval '1 s'
  from numbered`
const TEXTS = `insert into case_text (member_id, case_id, event_id, slot, digest, readers, disclosure, words)
  select member_id, case_id, 'event-' || case_id, 'note', 'd', '"case"', 'x',
    to_tsvector('simple', 'everywhere ' || case when test then 'seldom' else 'often' end)
  from case_view`
const MEMBERS = `insert into case_member (member_id, participant, case_id, active)
  select member_id, $1, case_id, true from case_view
  union all select member_id, $2, case_id, true from case_view where test`
const NUMBERS = `insert into case_number (member_id, case_id, owner, number)
  select member_id, case_id, '', lower(case_id) from case_view`

async function costOf(filter: CaseFilter): Promise<{ rows: number; blocks: number }> {
  const { database } = fresh
  const query = casesQuery(database, ALPINE, filter, null).limit(51).compile()
  const [explained] = await database.query<{ 'QUERY PLAN': readonly Node[] }>(
    `explain (analyze, buffers, timing off, format json) ${query.sql}`,
    query.parameters as string[],
  )
  const plan = explained?.['QUERY PLAN'][0]?.Plan ?? {}
  const blocks = (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0)
  return { rows: plan['Actual Rows'] ?? 0, blocks }
}

describe('a page of the list', () => {
  it.each<[string, CaseFilter, number]>([
    ['of all', {}, 51],
    ['of test cases, which are rare', { test: true }, 30],
    ['of others than test cases', { test: false }, 51],
    ['of a rare holder', { holder: CEDAR }, 30],
    ['of a frequent holder', { holder: BASALT }, 51],
    ['of a rare partner', { partner: CEDAR }, 30],
    ['of a frequent partner', { partner: BASALT }, 51],
    ['of open cases, which are rare', { status: 'open' }, 30],
    ['of closed cases', { status: 'closed' }, 51],
    ['of a number', { number: 'CASE-100' }, 1],
    ['of a word that is rare here', { text: 'seldom' }, 30],
    ['of a word that nobody has', { text: 'nowhere' }, 0],
    ['of two words', { text: 'seldom everywhere' }, 30],
    ['of several filters', { test: true, holder: CEDAR, status: 'open', text: 'seldom' }, 30],
  ])('%s costs what it shows', async (_what, filter, rows) => {
    const cost = await costOf(filter)
    expect(cost.rows).toBe(rows)
    expect(cost.blocks, `${cost.blocks} blocks`).toBeLessThan(MOST_BLOCKS)
  })

  it('of a word in every text costs what the own texts are, not those of others', async () => {
    const cost = await costOf({ text: 'everywhere' })
    expect(cost.rows).toBe(51)
    expect(cost.blocks, `${cost.blocks} blocks`).toBeLessThan(OWN * 6)
  })
})
