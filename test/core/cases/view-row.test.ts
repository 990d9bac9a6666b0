import { expect, it } from 'vitest'
import { viewRow } from '../../../src/core/cases/view-row.ts'
import { Instant } from '../../../src/core/kernel/instant.ts'
import { Desk } from '../../kit/case-desk.ts'
import { beginning, memberOf, openedAll } from '../../kit/case-graph.ts'

const { state } = new Desk().receiveAll(
  openedAll(
    beginning().add('B3', 'slot-set', { key: 'case-number', value: 'T-9' }).claim('C3', 2).events,
  ),
)
if (state === null) throw new Error('no case')
const held = {
  caseId: state.id,
  version: 9,
  stage: 'shared',
  state,
  bundle: null,
  updatedAt: Instant.parse('2026-11-21T10:00:00.000Z'),
} as const

it('a case is one line with what people look for', () => {
  expect(viewRow(held, 'Guests freeze', memberOf('A'))).toMatchObject({
    version: 9,
    status: 'open',
    summary: 'Guests freeze',
    host: memberOf('A'),
    holder: memberOf('A'),
    severity: 2,
    requested: null,
    accepted: 2,
    waitingOnUs: true,
    participants: [
      { member: memberOf('A'), standing: 'accepted', caseNumber: null },
      { member: memberOf('B'), standing: 'accepted', caseNumber: 'T-9' },
      { member: memberOf('C'), standing: 'accepted', caseNumber: null },
    ],
  })
})

it('a summary that a partner made of something else than text is none', () => {
  expect(viewRow(held, { html: '<b>' }, memberOf('A')).summary).toBeNull()
})
