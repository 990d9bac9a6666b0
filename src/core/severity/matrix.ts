// Schemes whose level is computed from two inputs (P15). A level has no single pair of inputs, so writing one means choosing a cell.
// In: a scheme, a level's code, the inputs that the case already has. Out: the cell to write, or null if the scheme has none.
import type { Cell, Scheme } from './scheme.ts'

/**
 * Keeps the first input (impact) where a cell of the wanted level exists in that row, and changes the second (urgency); otherwise
 * the level's preferred cell.
 */
export function cellToWrite(scheme: Scheme, code: string, current?: Cell): Cell | null {
  const cells = scheme.levels.find((level) => level.code === code)?.cells ?? []
  const kept = cells.find((cell) => cell[0] === current?.[0] && cell[1] === current[1])
  const sameRow = cells.find((cell) => cell[0] === current?.[0])
  return kept ?? sameRow ?? cells[0] ?? null
}

/** The code of the level that a cell gives, or null for a cell that the scheme does not list. */
export function codeOfCell(scheme: Scheme, cell: Cell): string | null {
  const gives = scheme.levels.find((level) =>
    level.cells?.some(([first, second]) => first === cell[0] && second === cell[1]),
  )
  return gives?.code ?? null
}
