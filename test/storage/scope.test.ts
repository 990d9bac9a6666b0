// Every statement by hand names its member first, but for those that look for work of any member or know no member.
import { expect, test } from 'vitest'
import * as alertWork from '../../src/storage/alerts/alert-work.ts'
import * as caseRecords from '../../src/storage/cases/case-records.ts'
import * as checkpoints from '../../src/storage/cases/checkpoints.ts'
import * as commit from '../../src/storage/cases/commit-statement.ts'
import * as findEvents from '../../src/storage/cases/find-events.ts'
import * as listCases from '../../src/storage/cases/list-cases.ts'
import { EVENT_PAGES } from '../../src/storage/cases/list-events.ts'
import { NOTE_PAGES } from '../../src/storage/cases/list-notes.ts'
import * as loadHistory from '../../src/storage/cases/load-history.ts'
import * as texts from '../../src/storage/cases/texts.ts'
import * as views from '../../src/storage/cases/views.ts'
import type { Statement } from '../../src/storage/database.ts'
import * as log from '../../src/storage/log-store.ts'
import * as partners from '../../src/storage/members/partners.ts'
import * as answers from '../../src/storage/work/answers.ts'
import * as followUps from '../../src/storage/work/follow-ups.ts'
import * as parking from '../../src/storage/work/parking.ts'
import * as queues from '../../src/storage/work/partner-queues.ts'
import * as refusals from '../../src/storage/work/refusals.ts'
import * as repairs from '../../src/storage/work/repairs.ts'

/** Work of any member, or a group of commits that each bring their member; answers belong to an API client. */
const OF_ALL_MEMBERS = new Set([
  'claim-queue',
  'claim-repair',
  'claim-comparison',
  'claim-follow-ups',
  'members-waiting',
  'begin-watches',
  'claim-watch',
  'cases-cut-off',
  'cases-late',
  'claim-alert',
  'commit',
  'commit-plain',
  'find-answer',
  'keep-answer',
])

const isStatement = (value: unknown): value is Statement =>
  typeof value === 'object' && value !== null && 'name' in value && 'text' in value

const modules = [
  alertWork,
  caseRecords,
  checkpoints,
  commit,
  findEvents,
  listCases,
  EVENT_PAGES,
  NOTE_PAGES,
  loadHistory,
  texts,
  views,
  log,
  partners,
  answers,
  followUps,
  parking,
  queues,
  refusals,
  repairs,
]
const statements = modules.flatMap((one) => Object.values<unknown>(one).filter(isStatement))
const ASKS = /\bmember_id = \$1\b/
const ADDS = /^insert into \w+ (as \w+ )?\(member_id,[^)]*\)\s*(values \(|select )\$1\b/

for (const { name, text } of statements)
  test(`${name} ${OF_ALL_MEMBERS.has(name) ? 'is for all members' : 'is within its member'}`, () => {
    expect(ASKS.test(text) || ADDS.test(text)).toBe(!OF_ALL_MEMBERS.has(name))
  })

test('a name means one statement, so that no connection confuses two', () => {
  const names = statements.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names.length).toBeGreaterThan(35)
})
