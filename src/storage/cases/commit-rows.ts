// A group of commits as the parameters of the hot statement: a set of rows for each table, column by column.
import type { CaseCommit } from '../../core/cases/consequences.ts'
import { columnsOf } from '../record-set.ts'
import type { TextColumn } from '../values.ts'
import * as beside from './commit-beside.ts'
import { event, overturned, placed, step, text } from './commit-truth.ts'
import type { Numbered } from './commit-truth.ts'

/** What nearly every commit writes stands first: a statement that needs no more takes only these parameters. */
const PLAIN_SETS = { step, event, text, leaf: beside.leaf } as const
const OTHER_SETS = {
  placed,
  overturned,
  delivery: beside.delivery,
  unparked: beside.unparked,
  wanted: beside.wanted,
  note: beside.note,
  answer: beside.answer,
  member: beside.member,
  number: beside.number,
} as const
export const COMMIT_SETS = { ...PLAIN_SETS, ...OTHER_SETS } as const

export type CommitSet = keyof typeof COMMIT_SETS
const namesIn = (sets: Partial<typeof COMMIT_SETS>): CommitSet[] => Object.keys(sets) as CommitSet[]
const NAMES = namesIn(COMMIT_SETS)

/** The number of the first parameter of each set. */
export const FIRST_PARAMETER = Object.fromEntries(
  NAMES.map((name, index) => [name, 1 + sum(NAMES.slice(0, index).map(widthOf))]),
) as Readonly<Record<CommitSet, number>>

export type GroupParams = { readonly plain: boolean; readonly params: readonly TextColumn[] }

/** The parameters of a group: set by set, column by column; those of the plain sets alone where the others are empty. */
export function paramsOf(group: readonly Numbered[]): GroupParams {
  const columnsIn = (names: readonly CommitSet[]): TextColumn[] =>
    names.flatMap((name) => columnsOf(COMMIT_SETS[name].columns, rowsOf(name, group)))
  const plain = namesIn(OTHER_SETS).every((name) => rowsOf(name, group).length === 0)
  return { plain, params: columnsIn(plain ? namesIn(PLAIN_SETS) : NAMES) }
}

const rowsOf = (name: CommitSet, group: readonly Numbered[]): readonly object[] =>
  group.flatMap((one): readonly object[] => COMMIT_SETS[name].rows(one))

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
