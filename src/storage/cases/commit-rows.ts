// A group of commits as the parameters of the hot statement: one set of rows for each table.
import type { CaseCommit } from '../../core/cases/consequences.ts'
import { asParam } from '../record-set.ts'
import { json } from '../values.ts'
import * as beside from './commit-beside.ts'
import { event, overturned, placed, step, text } from './commit-truth.ts'
import type { Numbered } from './commit-truth.ts'

export const COMMIT_SETS = {
  step,
  event,
  placed,
  text,
  overturned,
  delivery: beside.delivery,
  leaf: beside.leaf,
  unparked: beside.unparked,
  wanted: beside.wanted,
  note: beside.note,
  answer: beside.answer,
  member: beside.member,
  number: beside.number,
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
