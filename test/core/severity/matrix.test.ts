import { describe, expect, it } from 'vitest'
import { cellToWrite, codeOfCell } from '../../../src/core/severity/matrix.ts'
import { presets } from '../../../src/core/severity/preset.ts'

const matrices = presets().filter((scheme) => scheme.inputs !== undefined)

describe('schemes whose level is computed from two inputs', () => {
  it('are among the presets', () => {
    expect(matrices.map((scheme) => scheme.id)).toContain('servicenow-incident-priority')
  })

  it.each(matrices.map((scheme) => [scheme.id, scheme] as const))(
    '%s: the cell written for a level gives that level back',
    (_, scheme) => {
      for (const { code, cells } of scheme.levels) {
        const cell = cellToWrite(scheme, code)
        if (cells === undefined || cell === null) continue
        expect(codeOfCell(scheme, cell)).toBe(code)
        for (const kept of cells) expect(cellToWrite(scheme, code, kept)).toEqual(kept)
      }
    },
  )

  it('keep the impact where the wanted level exists in its row', () => {
    const scheme = matrices.find((s) => s.id === 'servicenow-incident-priority')
    const moderate = scheme?.levels.find((level) => level.code.startsWith('3'))
    const [row] = moderate?.cells?.at(-1) ?? []
    if (!scheme || !moderate || row === undefined) throw new Error('the preset changed')
    expect(cellToWrite(scheme, moderate.code, [row, 'no such urgency'])?.[0]).toBe(row)
  })

  it('have no cell for a level they do not know', () => {
    const [scheme] = matrices
    expect(scheme && cellToWrite(scheme, 'no such code')).toBeNull()
  })
})
