// Whether a matrix keeps order (P2): a graver impact or a graver urgency never gives a milder level. In: a scheme with cells. Out: every
// pair of cells that breaks it. Vendors do publish such tables; nothing is repaired, an administrator confirms exactly these cells or
// corrects them.
import type { Cell, Scheme, SchemeLevel } from './scheme.ts'

/** The cell whose inputs are graver, and the one whose level is. They lie in one row or one column. */
export type CellPair = { readonly graver: Cell; readonly milder: Cell }

/**
 * Every pair, row by row, then column by column. Two cells that differ in both inputs need not be named: where they break order, a pair
 * on the way from one to the other does.
 */
export function brokenCells({ levels, inputValues }: Scheme): CellPair[] {
  const [first, second] = inputValues ?? [[], []]
  const ranks = ranksByCell(levels)
  const rows = first.map((one) => second.map((two): Cell => [one, two]))
  const columns = second.map((two) => first.map((one): Cell => [one, two]))
  const rankOf = (cell: Cell): number => ranks.get(JSON.stringify(cell)) ?? 0
  return [...rows, ...columns].flatMap((line) =>
    line.flatMap((graver, i) =>
      line
        .slice(i + 1)
        .filter((milder) => rankOf(graver) > rankOf(milder))
        .map((milder) => ({ graver, milder })),
    ),
  )
}

export const ranksByCell = (levels: readonly SchemeLevel[]): Map<string, number> =>
  new Map(
    levels.flatMap(({ rank, cells = [] }) =>
      cells.map((cell): [string, number] => [JSON.stringify(cell), rank]),
    ),
  )

/** Whether two lists name the same pairs, in whatever order. */
export function areSamePairs(a: readonly CellPair[], b: readonly CellPair[]): boolean {
  const keys = (pairs: readonly CellPair[]): string =>
    JSON.stringify(
      [...new Set(pairs.map(({ graver, milder }) => JSON.stringify([graver, milder])))].toSorted(),
    )
  return keys(a) === keys(b)
}

/** Pairs in words, each with the levels that its cells give. */
export function namePairs(scheme: Scheme, pairs: readonly CellPair[]): string {
  const codes = new Map(
    scheme.levels.flatMap(({ code, cells = [] }) =>
      cells.map((cell): [string, string] => [JSON.stringify(cell), code]),
    ),
  )
  const named = (cell: Cell): string =>
    `(${cell.map((value, i) => `${scheme.inputs?.[i] ?? ''} ${value}`).join(', ')}) gives "${codes.get(JSON.stringify(cell)) ?? ''}"`
  return pairs
    .map(({ graver, milder }) => `${named(graver)}, milder than ${named(milder)}`)
    .join('; ')
}
