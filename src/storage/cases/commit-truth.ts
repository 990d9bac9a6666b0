// What a commit adds to the case itself, as rows: its view, its events, their places, their texts, what was overturned. `n` is the
// commit's place in its group, `i` a row's place in its set, kept where the order of rows is their order of arrival.
import type { CaseState } from '../../core/cases/case.ts'
import type { CaseCommit } from '../../core/cases/consequences.ts'
import { recordSet } from '../record-set.ts'
import { storable } from '../values.ts'
import { viewColumns } from './view-columns.ts'
import type { Parties } from './view-columns.ts'

export interface Numbered {
  readonly n: number
  readonly commit: CaseCommit
  /** What the lists of participants and numbers say already; null when that is not known. */
  readonly before: Parties | null
}

export const shownOf = ({ state, bundle }: Pick<CaseCommit, 'state' | 'bundle'>) => bundle ?? state

/** Every step may move a clock: those of a case are looked at after it. A notice has none, and one alone with itself neither. */
const hasClocks = ({ kind, engagements }: CaseState): boolean =>
  kind !== 'change' && Object.keys(engagements).length > 1

export const step = recordSet(
  ({ n, commit }: Numbered) => [
    {
      n,
      member_id: commit.member,
      case_id: commit.caseId,
      expected: commit.expected,
      stage: commit.stage,
      state: commit.state as object | null,
      bundle: commit.bundle as object | null,
      ...viewColumns(commit.member, commit.stage, shownOf(commit)),
      at: commit.at,
      follow_up_at: commit.followUpAt,
      clocks_at: hasClocks(shownOf(commit)) ? commit.at : null,
    },
  ],
  {
    n: 'integer',
    member_id: 'text',
    case_id: 'text',
    expected: 'integer',
    stage: 'text',
    state: 'json',
    bundle: 'json',
    status: 'text',
    host: 'text',
    holder: 'text',
    level: 'smallint',
    test: 'boolean',
    notice: 'boolean',
    escalated: 'boolean',
    opened_at: 'timestamptz',
    at: 'timestamptz',
    follow_up_at: 'timestamptz',
    clocks_at: 'timestamptz',
  },
)

export const event = recordSet(
  ({ n, commit }: Numbered) =>
    commit.events.map(({ event: { id, author, incarnation, seq, type }, ...row }, i) => ({
      n,
      i,
      event_id: id,
      author,
      incarnation,
      seq,
      type,
      jti: row.jti,
      alg: row.alg,
      kid: row.kid,
      token: row.token,
      token_hash: row.tokenHash,
      received_from: row.receivedFrom,
      trust: row.trust,
      depth: row.place?.depth ?? null,
      at: row.place?.at ?? null,
      verdict: row.place?.verdict ?? null,
    })),
  {
    n: 'integer',
    i: 'integer',
    event_id: 'text',
    author: 'text',
    incarnation: 'bigint',
    seq: 'bigint',
    type: 'text',
    jti: 'text',
    alg: 'text',
    kid: 'text',
    token: 'text',
    token_hash: 'text',
    received_from: 'text',
    trust: 'text',
    depth: 'integer',
    at: 'bigint',
    verdict: 'text',
  },
)

export const placed = recordSet(
  ({ n, commit }: Numbered) =>
    commit.placed.map(({ event: event_id, place }) => ({ n, event_id, ...place })),
  { n: 'integer', event_id: 'text', depth: 'integer', at: 'bigint', verdict: 'text' },
)

export const TEXT_COLUMNS = {
  event_id: 'text',
  slot: 'text',
  digest: 'text',
  readers: 'json',
  disclosure: 'text',
  words: 'text',
} as const

export const textRow = ({ event, slot, ref, disclosure, words }: CaseCommit['texts'][number]) => ({
  event_id: event,
  slot,
  digest: ref.digest,
  readers: ref.readers,
  disclosure,
  words: storable(words),
})

export const text = recordSet(
  ({ n, commit }: Numbered) => commit.texts.map((row) => ({ n, ...textRow(row) })),
  { n: 'integer', ...TEXT_COLUMNS },
)

export const overturned = recordSet(
  ({ n, commit }: Numbered) => commit.overturned.map((row, i) => ({ n, i, ...row })),
  {
    n: 'integer',
    i: 'integer',
    register: 'text',
    before: 'text',
    after: 'text',
    decider: 'text',
    by: 'text',
    settled: 'boolean',
  },
)
