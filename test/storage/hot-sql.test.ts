// The SQL of what runs often, as text beside the tests, so that a change of a builder or a statement shows in review.
// After a change that is meant: npx vitest run test/storage/hot-sql.test.ts -u
import { expect, test } from 'vitest'
import type { CaseFilter } from '../../src/flows/case-ports.ts'
import { COMMIT, COMMIT_PLAIN } from '../../src/storage/cases/commit-statement.ts'
import { CHECKPOINT } from '../../src/storage/cases/checkpoints.ts'
import {
  DEPTHS,
  EVENTS_BY_ID,
  HELD_EVENTS,
  KNOWN_EVENTS,
} from '../../src/storage/cases/find-events.ts'
import { SUMMARIES, casesQuery } from '../../src/storage/cases/list-cases.ts'
import { EVENT_PAGES } from '../../src/storage/cases/list-events.ts'
import { NOTE_PAGES } from '../../src/storage/cases/list-notes.ts'
import { HISTORY, HISTORY_ABOVE } from '../../src/storage/cases/load-history.ts'
import { TEXTS_OF_EVENTS } from '../../src/storage/cases/texts.ts'
import { VIEW } from '../../src/storage/cases/views.ts'
import type { Statement } from '../../src/storage/database.ts'
import { FEED, MEMBERS_WAITING, NUMBER_LEAVES } from '../../src/storage/log-store.ts'
import { CLAIM_FOLLOW_UPS } from '../../src/storage/work/follow-ups.ts'
import { CLAIM_QUEUE, QUEUED, SETTLE_QUEUE } from '../../src/storage/work/partner-queues.ts'
import { CLAIM_REPAIR } from '../../src/storage/work/repairs.ts'
import { ALPINE, BASALT, at } from '../kit/case-rows.ts'
import { freshDatabase } from '../kit/database.ts'

const HOT: readonly Statement[] = [
  COMMIT,
  COMMIT_PLAIN,
  VIEW,
  HISTORY,
  HISTORY_ABOVE,
  CHECKPOINT,
  DEPTHS,
  EVENT_PAGES.placed,
  NOTE_PAGES.sharedBackwards,
  EVENTS_BY_ID,
  KNOWN_EVENTS,
  HELD_EVENTS,
  TEXTS_OF_EVENTS,
  SUMMARIES,
  CLAIM_QUEUE,
  QUEUED,
  SETTLE_QUEUE,
  CLAIM_REPAIR,
  CLAIM_FOLLOW_UPS,
  NUMBER_LEAVES,
  MEMBERS_WAITING,
  FEED,
]

const FILTERS: Readonly<Record<string, CaseFilter>> = {
  'cases-page': {},
  'cases-open': { status: 'open', test: false },
  'cases-searched': { number: 'SR-1', partner: BASALT, text: 'words', holder: ALPINE },
}

const fileOf = (name: string): string => `../vectors/sql/${name}.sql`

for (const { name, text } of HOT)
  test(`${name} is the statement that was reviewed`, async () => {
    await expect(`${text}\n`).toMatchFileSnapshot(fileOf(name))
  })

for (const [name, filter] of Object.entries(FILTERS))
  test(`${name} is built as it was reviewed`, async () => {
    await using fresh = await freshDatabase()
    const query = casesQuery(fresh.database, ALPINE, filter, [at(1), 'id']).limit(50)
    await expect(`${query.compile().sql}\n`).toMatchFileSnapshot(fileOf(name))
  })

test('a statement is named once', () => {
  expect(new Set(HOT.map(({ name }) => name)).size).toBe(HOT.length)
})
