// A group of commits as the parameters of the hot statement: a set of rows for each table, column by column.
import type { CaseCommit } from '../../core/cases/consequences.ts'
import { columnsOf } from '../record-set.ts'
import type { TextColumn } from '../values.ts'
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
const NAMES = Object.keys(COMMIT_SETS) as CommitSet[]

/** The number of the first parameter of each set. */
export const FIRST_PARAMETER = Object.fromEntries(
  NAMES.map((name, index) => [name, 1 + sum(NAMES.slice(0, index).map(widthOf))]),
) as Readonly<Record<CommitSet, number>>

/** The parameters of a group: set by set, column by column. */
export const paramsOf = (group: readonly Numbered[]): TextColumn[] =>
  NAMES.flatMap((name) => {
    const { rows, columns } = COMMIT_SETS[name]
    return columnsOf(
      columns,
      group.flatMap((one): readonly object[] => rows(one)),
    )
  })

function widthOf(name: CommitSet): number {
  return Object.keys(COMMIT_SETS[name].columns).length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}

/** Rough size of a commit on its way, in characters. */
export function sizeOf({ events, texts }: CaseCommit): number {
  const tokens = events.reduce((sum, row) => sum + row.token.length, 0)
  return texts.reduce((sum, row) => sum + row.disclosure.length + row.words.length, tokens)
}
