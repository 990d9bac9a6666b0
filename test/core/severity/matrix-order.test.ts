import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  areSamePairs,
  brokenCells,
  type CellPair,
  namePairs,
  ranksByCell,
} from '../../../src/core/severity/matrix-order.ts'
import { parseScheme } from '../../../src/core/severity/scheme-laws.ts'
import type { Cell } from '../../../src/core/severity/scheme.ts'
import { jiraSample, matrixDocument } from './matrices.ts'
import { mappings, ok } from './kit.ts'

const jira = ok(parseScheme(jiraSample))
const MINOR: CellPair = { graver: ['Minor', 'Medium'], milder: ['Minor', 'Low'] }

const isGraverCell = (a: Cell, b: Cell) => a[0] <= b[0] && a[1] <= b[1]

describe('a matrix', () => {
  it('that Jira publishes as a sample breaks order in one row, and is taken as it is', () => {
    expect(brokenCells(jira)).toEqual([MINOR])
    expect(namePairs(jira, brokenCells(jira))).toBe(
      '(impact Minor, urgency Medium) gives "Lowest", milder than (impact Minor, urgency Low) gives "Low"',
    )
  })

  it('that is shipped keeps order', () => {
    for (const { scheme } of mappings) expect(brokenCells(scheme)).toEqual([])
  })

  it('is named with every pair at fault, in rows and in columns', () => {
    const scheme = ok(
      parseScheme(
        matrixDocument([
          [1, 3, 2],
          [1, 1, 2],
        ]),
      ),
    )
    expect(brokenCells(scheme)).toEqual([
      { graver: ['r1', 'c2'], milder: ['r1', 'c3'] },
      { graver: ['r1', 'c2'], milder: ['r2', 'c2'] },
    ])
  })

  it('is confirmed only by exactly its own pairs', () => {
    const other: CellPair = { graver: MINOR.milder, milder: MINOR.graver }
    expect(areSamePairs([MINOR, MINOR], brokenCells(jira))).toBe(true)
    for (const named of [[], [other], [MINOR, other]])
      expect(areSamePairs(named, brokenCells(jira))).toBe(false)
  })

  it('has no pair at fault exactly if no graver cell gives a milder level', () => {
    const sizes = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    const tables = sizes.chain(([rows, columns]) =>
      fc.array(fc.array(fc.constantFrom(1, 2, 3, 4), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    fc.assert(
      fc.property(tables, (table) => {
        const scheme = ok(parseScheme(matrixDocument(table)))
        const cells = [...ranksByCell(scheme.levels)].map(
          ([key, rank]) => [JSON.parse(key) as Cell, rank] as const,
        )
        const isBroken = cells.some(([a, rankA]) =>
          cells.some(([b, rankB]) => isGraverCell(a, b) && rankA > rankB),
        )
        expect(brokenCells(scheme).length > 0).toBe(isBroken)
      }),
    )
  })
})
