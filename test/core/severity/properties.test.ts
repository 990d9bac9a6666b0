// The properties P1 to P8 and P13 to P16 of the severity lessons over every level, every scheme and every pair that is shipped.
import { afterAll, describe, expect, it } from 'vitest'
import {
  schemeDigest,
  openMapping,
  type Mapping,
} from '../../../src/core/severity/mapping-document.ts'
import {
  type Projection,
  toNative,
  toShared,
  translate,
} from '../../../src/core/severity/mapping.ts'
import { cellToWrite, codeOfCell } from '../../../src/core/severity/matrix.ts'
import { presetText } from '../../../src/core/severity/preset.ts'
import { LEVELS, type SharedLevel } from '../../../src/core/severity/scale.ts'
import { isEcho, restoreNative } from '../../../src/core/severity/stored-native.ts'
import { mappings, natives, ok } from './kit.ts'

const counts: Record<string, number> = {}
const count = (what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1
}
afterAll(() => console.log('severity', JSON.stringify(counts)))

/** The same code as other writers might spell it. */
const variants = (code: string): string[] => [
  code.toUpperCase(),
  code.toLowerCase(),
  `  ${code.replaceAll(' ', ' \u00a0\t')}\n`,
  code.replaceAll(/[-–]/g, '\u2014'),
  code.replaceAll(/\s*[-–]\s*/g, ' \u2212 '),
  code.normalize('NFD'),
]

/** Translates one level and holds the result against what the target scheme has. */
function checkPair(from: Mapping, native: string, to: Mapping): Projection {
  const { from: reading, to: projection } = translate(from, native, to)
  const hasLevel = to.scheme.levels.some(({ shared }) => shared === reading.level)
  expect(projection.result).toBe(hasLevel ? 'exact' : 'up')
  expect(projection.level).toBe(hasLevel ? reading.level : reading.level - 1)
  count(`pair ${projection.result}`)
  return projection
}

/** A level written in a scheme's words and read back with the level carried beside it. */
const hop = (mapping: Mapping, shared: SharedLevel): SharedLevel =>
  toShared(mapping, toNative(mapping, shared).code, { carried: shared }).level

describe('P1, P2, P3: total both ways, order-keeping, top to top', () => {
  it('reads all 293 native levels and writes all 292 shared ones', () => {
    expect(mappings).toHaveLength(73)
    expect(natives).toHaveLength(293)
    for (const { mapping, level } of natives)
      expect(toShared(mapping, level.code)).toMatchObject({
        result: 'exact',
        code: level.code,
        level: level.shared,
      })
    for (const mapping of mappings)
      for (const shared of LEVELS) count(`target ${toNative(mapping, shared).result}`)
    expect(counts['target exact']).toBe(280)
    expect(counts['target up']).toBe(12)
    expect(counts['target down']).toBeUndefined()
  })

  it('keeps order upwards and downwards, and the top reaches the top', () => {
    for (const mapping of mappings) {
      const ups = mapping.scheme.levels.map((level) => toShared(mapping, level.code).level)
      expect(ups).toEqual(ups.toSorted())
      expect(ups[0]).toBe(1)
      const downs = LEVELS.map((shared) => toNative(mapping, shared).rank)
      expect(downs).toEqual(downs.toSorted((a, b) => a - b))
      expect(toNative(mapping, 1).level).toBe(1)
    }
  })
})

describe('P4: labels are matched folded and kept as received', () => {
  it('finds the same level under every spelling', () => {
    for (const { mapping, level } of natives)
      for (const native of variants(level.code)) {
        expect(toShared(mapping, native)).toMatchObject({
          native,
          code: level.code,
          result: 'exact',
        })
        count('spelling')
      }
  })
})

describe('P5: round trips', () => {
  it('restores every native value verbatim, whatever it was', () => {
    for (const { mapping, level } of natives)
      for (const native of [level.code, ` ${level.code.toUpperCase()}`, 'never heard of']) {
        const { level: shared, scheme } = toShared(mapping, native)
        expect(restoreNative({ scheme, native, level: shared }, { scheme, level: shared })).toBe(
          native,
        )
      }
  })

  it('would lose 12 of 73 schemes by computing', () => {
    const lost = mappings.filter((mapping) =>
      mapping.scheme.levels.some(
        (level) => toNative(mapping, toShared(mapping, level.code).level).code !== level.code,
      ),
    )
    expect(lost).toHaveLength(12)
  })

  it('moves a shared level over any scheme by at most one step, and only towards graver', () => {
    for (const mapping of mappings)
      for (const shared of LEVELS) {
        const back = toShared(mapping, toNative(mapping, shared).code).level
        expect([shared, shared - 1]).toContain(back)
      }
  })
})

describe('P6, P8: all pairs of a level and a target scheme', () => {
  it('never rounds to milder, never breaks order, and records what it did', () => {
    for (const from of mappings)
      for (const to of mappings) {
        const ranks = from.scheme.levels.map(({ code }) => checkPair(from, code, to).rank)
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
      }
    expect((counts['pair exact'] ?? 0) + (counts['pair up'] ?? 0)).toBe(21_389)
    expect(counts['pair up']).toBeGreaterThan(0)
  })

  it('takes no level with a plan condition while another will do', () => {
    for (const mapping of mappings)
      for (const shared of LEVELS) {
        const { levels } = mapping.scheme
        const { code } = toNative(mapping, shared)
        const chosen = levels.find((level) => level.code === code)
        const rivals = levels.filter((level) => level.shared === chosen?.shared)
        if (chosen?.planCondition !== undefined) {
          expect(rivals.every(({ planCondition }) => planCondition !== undefined)).toBe(true)
          count('only level is conditioned')
        }
      }
  })

  it('goes milder only when everything graver is excluded, over every plan that is known to lack levels', () => {
    for (const mapping of mappings)
      for (const { lacks } of mapping.scheme.planLimits ?? [])
        for (const shared of LEVELS) {
          const { code, level, result } = ok(toNative(mapping, shared, { excluded: lacks }))
          expect(lacks).not.toContain(code)
          if (result === 'down') {
            const graverOrSame = mapping.scheme.levels.filter((l) => l.shared <= shared)
            expect(graverOrSame.every((l) => lacks.includes(l.code))).toBe(true)
            expect(level).toBeGreaterThan(shared)
          }
          count(`limited ${result}`)
        }
    expect(counts['limited down']).toBeGreaterThan(0)
  })
})

describe('P7: no ratchet', () => {
  it('knows its own value in every scheme when it comes back', () => {
    for (const mapping of mappings)
      for (const shared of LEVELS) {
        const sent = toNative(mapping, shared)
        for (const { code } of mapping.scheme.levels)
          expect(isEcho(sent, { schemeId: mapping.scheme.id, native: code })).toBe(
            code === sent.code,
          )
      }
  })

  it('keeps the level over every chain of two schemes when it is carried beside the value', () => {
    for (const first of mappings)
      for (const second of mappings)
        for (const shared of LEVELS) {
          expect(hop(second, hop(first, shared))).toBe(shared)
          count('chain')
        }
  })
})

describe('P13: a result names the very text it was computed from', () => {
  it('carries id, version and hash of the scheme on both halves', async () => {
    for (const mapping of mappings) {
      const digest = await schemeDigest(ok(presetText(mapping.scheme.id)))
      const ref = { id: mapping.scheme.id, version: mapping.scheme.version, digest }
      expect(toShared(mapping, 'anything').scheme).toEqual(ref)
      expect(toNative(mapping, 1).scheme).toEqual(ref)
    }
    expect(new Set(mappings.map(({ ref }) => ref.digest)).size).toBe(73)
  })

  it('tells two texts apart even when they say the same', async () => {
    for (const { scheme, ref } of mappings) {
      const spaced = ok(await openMapping(JSON.stringify(scheme, null, 2)))
      expect(spaced.scheme).toEqual(scheme)
      expect(spaced.ref.digest).not.toBe(ref.digest)
    }
  })
})

describe('P14: no level is inferred', () => {
  it('maps the same when every name, definition, target and plan is taken away', async () => {
    for (const mapping of mappings) {
      const levels = mapping.scheme.levels.map(
        ({ rank, code, shared, aliases, planCondition }) => ({
          rank,
          code,
          shared,
          name: 'x',
          definition: 'x',
          ...(aliases && { aliases }),
          ...(planCondition !== undefined && { planCondition }),
        }),
      )
      const { id, version, unsetValues } = mapping.scheme
      const bare = {
        id,
        version,
        unsetValues,
        levels,
        vendor: 'x',
        product: 'x',
        sources: [],
        axis: 'priority',
      }
      const stripped = ok(await openMapping(JSON.stringify(bare)))
      for (const { code } of levels)
        expect(toShared(stripped, code).level).toBe(toShared(mapping, code).level)
      for (const shared of LEVELS)
        expect(toNative(stripped, shared).code).toBe(toNative(mapping, shared).code)
    }
  })

  it('does not match display names or bare numbers that are no codes', () => {
    for (const { mapping, level } of natives)
      for (const text of [level.name, String(level.rank), `Severity ${level.rank}`]) {
        const { result, code } = toShared(mapping, text)
        if (mapping.scheme.levels.some((l) => l.code.toLowerCase() === text.toLowerCase())) continue
        expect({ result, code }).toEqual({ result: 'unmapped', code: null })
        count('name not matched')
      }
    expect(counts['name not matched']).toBeGreaterThan(0)
  })
})

describe('P15: a matrix is written through one chosen cell', () => {
  const matrices = mappings.filter(({ scheme }) => scheme.levels.some(({ cells }) => cells))

  it('writes a cell that gives the wanted level, and keeps the first input where it can', () => {
    expect(matrices.map(({ scheme }) => scheme.id)).toEqual([
      'servicenow-incident-priority',
      'alto-itil-matrix',
    ])
    for (const { scheme } of matrices)
      for (const { code, cells } of scheme.levels)
        for (const first of ['1', '2', '3'])
          for (const second of ['1', '2', '3']) {
            const written = cellToWrite(scheme, code, [first, second])
            expect(written && codeOfCell(scheme, written)).toBe(code)
            const inRow = cells?.some((cell) => cell[0] === first) ?? false
            expect(written?.[0] === first).toBe(inRow || cells?.[0]?.[0] === first)
            if (codeOfCell(scheme, [first, second]) === code)
              expect(written).toEqual([first, second])
            count('cell')
          }
  })

  it('writes ServiceNow the cells of the lessons', () => {
    const [servicenow] = matrices
    if (!servicenow) throw new Error('no matrix')
    const cells = LEVELS.map((shared) =>
      cellToWrite(servicenow.scheme, toNative(servicenow, shared).code),
    )
    expect(cells).toEqual([
      ['1', '1'],
      ['1', '2'],
      ['2', '2'],
      ['2', '3'],
    ])
  })

  it('has no cell for a scheme without a matrix', () => {
    for (const { scheme } of mappings.filter((mapping) => !matrices.includes(mapping)))
      expect(cellToWrite(scheme, scheme.levels[0]?.code ?? '', ['1', '1'])).toBeNull()
  })
})

describe('P16: one default, always flagged', () => {
  it('reads nothing and every unset value as normal, in every scheme', () => {
    for (const mapping of mappings)
      for (const native of [null, undefined, '', ' \t\u00a0', ...mapping.scheme.unsetValues])
        expect(toShared(mapping, native)).toEqual({
          scheme: mapping.ref,
          native: native ?? null,
          level: 3,
          code: null,
          result: 'defaulted',
          flags: [],
        })
  })
})
