// What goes with a commit beside the case, as rows: deliveries, leaves, parked events that were taken in, events to ask for, internal
// notes, the answer kept, and the lists by which cases are found.
import type { CaseCommit } from '../../core/cases/consequences.ts'
import { recordSet } from '../record-set.ts'
import { shownOf } from './commit-truth.ts'
import type { Numbered } from './commit-truth.ts'
import { partiesOf } from './view-columns.ts'

export const delivery = recordSet(
  ({ n, commit }: Numbered) =>
    commit.deliveries.map(({ partner, event: event_id, grave }, i) => ({
      n,
      i,
      partner,
      event_id,
      grave,
    })),
  { n: 'integer', i: 'integer', partner: 'text', event_id: 'text', grave: 'boolean' },
)

export const LEAF_COLUMNS = {
  kind: 'text',
  case_id: 'text',
  event_id: 'text',
  token_hash: 'text',
  direction: 'text',
  partner: 'text',
  verdict: 'text',
} as const

export const leafRow = (leaf: CaseCommit['leaves'][number]) => ({
  kind: leaf.kind,
  case_id: leaf.caseId,
  event_id: leaf.event,
  token_hash: leaf.tokenHash,
  direction: leaf.direction,
  partner: leaf.partner,
  verdict: leaf.verdict,
})

export const leaf = recordSet(
  ({ n, commit }: Numbered) => commit.leaves.map((row, i) => ({ n, i, ...leafRow(row) })),
  { n: 'integer', i: 'integer', ...LEAF_COLUMNS },
)

export const unparked = recordSet(
  ({ n, commit }: Numbered) => commit.unparked.map((event_id) => ({ n, event_id })),
  { n: 'integer', event_id: 'text' },
)

export const wanted = recordSet(
  ({ n, commit: { wanted: w } }: Numbered) => (w ? [{ n, partner: w.from, ids: w.ids }] : []),
  { n: 'integer', partner: 'text', ids: 'text[]' },
)

export const note = recordSet(
  ({ n, commit }: Numbered) =>
    commit.localNotes.map(({ id, author, text, at }, i) => ({
      n,
      i,
      note_id: id,
      author,
      text,
      at,
    })),
  {
    n: 'integer',
    i: 'integer',
    note_id: 'text',
    author: 'text',
    text: 'text',
    at: 'timestamptz',
  },
)

export const answerRow = (answer: NonNullable<CaseCommit['answer']>) => ({
  client: answer.client,
  key: answer.key,
  request_hash: answer.requestHash,
  status: answer.status,
  body: answer.body,
})

export const answer = recordSet(
  ({ n, commit }: Numbered) => (commit.answer ? [{ n, ...answerRow(commit.answer) }] : []),
  {
    n: 'integer',
    client: 'text',
    key: 'text',
    request_hash: 'text',
    status: 'smallint',
    body: 'text',
  },
)

/** Only what changed, so that the common commit touches neither list. */
export const member = recordSet(
  ({ n, commit, before }: Numbered) =>
    [...partiesOf(shownOf(commit)).members]
      .filter(([participant, active]) => before?.members.get(participant) !== active)
      .map(([participant, active]) => ({ n, participant, active })),
  { n: 'integer', participant: 'text', active: 'boolean' },
)

/** A number that was taken back is null. */
export const number = recordSet(
  ({ n, commit, before }: Numbered) => {
    const { numbers, members } = partiesOf(shownOf(commit))
    const owners = new Set<string>([...numbers.keys(), ...members.keys()])
    return [...owners]
      .map((owner) => ({ n, owner, number: numbers.get(owner) ?? null }))
      .filter((row) => !before || (before.numbers.get(row.owner) ?? null) !== row.number)
  },
  { n: 'integer', owner: 'text', number: 'text' },
)
