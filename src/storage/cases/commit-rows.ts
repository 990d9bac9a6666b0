// One commit as the rows that the hot statement takes, a set for each table. `n` is the commit's place in its group, `i` a
// row's place in its set, kept where the order of rows is their order of arrival.
import type { CaseCommit } from '../../core/cases/consequences.ts'
import { asParam, recordSet } from '../record-set.ts'
import { json, storable } from '../values.ts'
import { partiesOf, viewColumns } from './view-columns.ts'
import type { Parties } from './view-columns.ts'

export interface Numbered {
  readonly n: number
  readonly commit: CaseCommit
  /** What the lists of participants and numbers say already; null when that is not known. */
  readonly before: Parties | null
}

export const shownOf = ({ state, bundle }: Pick<CaseCommit, 'state' | 'bundle'>) => bundle ?? state

const step = recordSet(
  ({ n, commit }: Numbered) => [
    {
      n,
      member_id: commit.member,
      case_id: commit.caseId,
      expected: commit.expected,
      stage: commit.stage,
      state: commit.state as object | null,
      bundle: commit.bundle as object | null,
      state_text: null as string | null,
      bundle_text: null as string | null,
      ...viewColumns(commit.member, commit.stage, shownOf(commit)),
      at: commit.at,
      follow_up_at: commit.followUpAt,
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
    state_text: 'text',
    bundle_text: 'text',
    status: 'text',
    host: 'text',
    holder: 'text',
    level: 'smallint',
    test: 'boolean',
    opened_at: 'timestamptz',
    at: 'timestamptz',
    follow_up_at: 'timestamptz',
  },
)

const event = recordSet(
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

const placed = recordSet(
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

const text = recordSet(
  ({ n, commit }: Numbered) => commit.texts.map((row) => ({ n, ...textRow(row) })),
  { n: 'integer', ...TEXT_COLUMNS },
)

const overturned = recordSet(
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

const delivery = recordSet(
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

const leaf = recordSet(
  ({ n, commit }: Numbered) => commit.leaves.map((row, i) => ({ n, i, ...leafRow(row) })),
  { n: 'integer', i: 'integer', ...LEAF_COLUMNS },
)

const unparked = recordSet(
  ({ n, commit }: Numbered) => commit.unparked.map((event_id) => ({ n, event_id })),
  { n: 'integer', event_id: 'text' },
)

const wanted = recordSet(
  ({ n, commit: { wanted: w } }: Numbered) => (w ? [{ n, partner: w.from, ids: w.ids }] : []),
  { n: 'integer', partner: 'text', ids: 'text[]' },
)

const note = recordSet(
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

const answer = recordSet(
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
const member = recordSet(
  ({ n, commit, before }: Numbered) =>
    [...partiesOf(shownOf(commit)).members]
      .filter(([participant, active]) => before?.members.get(participant) !== active)
      .map(([participant, active]) => ({ n, participant, active })),
  { n: 'integer', participant: 'text', active: 'boolean' },
)

/** A number that was taken back is null. */
const number = recordSet(
  ({ n, commit, before }: Numbered) => {
    const { numbers, members } = partiesOf(shownOf(commit))
    const owners = new Set<string>([...numbers.keys(), ...members.keys()])
    return [...owners]
      .map((owner) => ({ n, owner, number: numbers.get(owner) ?? null }))
      .filter((row) => !before || (before.numbers.get(row.owner) ?? null) !== row.number)
  },
  { n: 'integer', owner: 'text', number: 'text' },
)

export const COMMIT_SETS = {
  step,
  event,
  placed,
  text,
  overturned,
  delivery,
  leaf,
  unparked,
  wanted,
  note,
  answer,
  member,
  number,
} as const

export type CommitSet = keyof typeof COMMIT_SETS
export const COMMIT_SET_NAMES = Object.keys(COMMIT_SETS) as CommitSet[]

/** The parameters of a group, one for each set. */
export function paramsOf(group: readonly Numbered[]): string[] {
  return COMMIT_SET_NAMES.map((name) => {
    const rows = group.flatMap((one): readonly object[] => COMMIT_SETS[name].rows(one))
    const param = asParam(rows)
    return name === 'step' && param.includes(NUL) ? asParam(group.flatMap(withoutNul)) : param
  })
}

/** A partner's codes may hold a NUL. PostgreSQL refuses to read it out of JSON, but keeps JSON that came as text. */
const NUL = String.raw`\u0000`

const withoutNul = (one: Numbered) =>
  step.rows(one).map(({ state, bundle, ...row }) => ({
    ...row,
    state_text: json(state),
    bundle_text: bundle && json(bundle),
  }))

/** Rough size of a commit on its way, in characters. */
export function sizeOf({ events, texts }: CaseCommit): number {
  const tokens = events.reduce((sum, row) => sum + row.token.length, 0)
  return texts.reduce((sum, row) => sum + row.disclosure.length + row.words.length, tokens)
}
