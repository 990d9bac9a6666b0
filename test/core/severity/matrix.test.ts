import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellToWrite, codeOfCell } from '../../../src/core/severity/matrix.ts'
import type { Cell } from '../../../src/core/severity/scheme.ts'
import { SchemeShape } from '../../../src/core/severity/scheme.ts'

const level = (rank: number, shared: 1 | 2 | 3 | 4, cells: Cell[]) => ({
  rank,
  code: `P${rank}`,
  name: `P${rank}`,
  definition: 'x',
  shared,
  cells,
})
const scheme = SchemeShape.parse({
  id: 'matrix',
  version: '1',
  vendor: 'Example',
  product: 'Example',
  sources: [],
  unsetValues: [],
  axis: 'matrix',
  inputs: ['impact', 'urgency'],
  inputValues: [
    ['high', 'low'],
    ['high', 'low'],
  ],
  levels: [
    level(1, 1, [['high', 'high']]),
    level(2, 2, [
      ['high', 'low'],
      ['low', 'high'],
    ]),
    level(3, 3, [['low', 'low']]),
  ],
})
const VALUES = ['high', 'low'] as const
const CELLS: Cell[] = VALUES.flatMap((one) => VALUES.map((two): Cell => [one, two]))

describe('a level that is computed from two inputs', () => {
  it('is read from its cell', () => {
    expect(CELLS.map((cell) => codeOfCell(scheme, cell))).toEqual(['P1', 'P2', 'P2', 'P3'])
    expect(codeOfCell(scheme, ['high', 'middle'])).toBeNull()
  })

  it('is left alone where the case stands on it', () => {
    for (const cell of CELLS)
      expect(cellToWrite(scheme, codeOfCell(scheme, cell) ?? '', cell)).toEqual(cell)
  })

  it('keeps the impact and changes the urgency where that is enough', () => {
    expect(cellToWrite(scheme, 'P2', ['low', 'low'])).toEqual(['low', 'high'])
  })

  it('takes the preferred cell where it is not, or where nothing is there yet', () => {
    expect(cellToWrite(scheme, 'P1', ['low', 'low'])).toEqual(['high', 'high'])
    expect(cellToWrite(scheme, 'P2')).toEqual(['high', 'low'])
  })

  it('always gives the level that was wanted', () => {
    fc.assert(
      fc.property(fc.constantFrom('P1', 'P2', 'P3'), fc.constantFrom(...CELLS), (code, cell) => {
        const written = cellToWrite(scheme, code, cell)
        expect(written && codeOfCell(scheme, written)).toBe(code)
      }),
    )
  })

  it('has no cell to write under a code that the scheme lacks', () => {
    expect(cellToWrite(scheme, 'P9', ['low', 'low'])).toBeNull()
  })
})
