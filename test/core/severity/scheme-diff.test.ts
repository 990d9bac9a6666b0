import { describe, expect, it } from 'vitest'
import { diffSchemes } from '../../../src/core/severity/scheme-diff.ts'
import { parseScheme } from '../../../src/core/severity/scheme-laws.ts'
import { mappings, ok, smallDocument } from './kit.ts'

const scheme = (change: (document: ReturnType<typeof smallDocument>) => object) =>
  ok(parseScheme(change(smallDocument())))
const withTarget = (more: object) =>
  scheme((d) => ({ ...d, levels: d.levels.map((level) => ({ ...level, ...more })) }))
const first = scheme((document) => document)

describe('what changed between two versions', () => {
  it('is nothing for one and the same, whatever the order of its members', () => {
    for (const { scheme: one } of mappings)
      expect(diffSchemes(one, structuredClone(one))).toEqual({ document: [], levels: [] })
    const target = { response: { minutes: 5, text: 'x' } }
    const turned = { response: { text: 'x', minutes: 5 } }
    expect(diffSchemes(withTarget(target), withTarget(turned)).levels).toEqual([])
  })

  it('is the levels that came and went, and fields with both values', () => {
    const second = scheme((d) => ({
      ...d,
      version: '2',
      levels: d.levels.map((level) =>
        level.code === 'S4' ? { ...level, code: 'S5' } : { ...level, name: 'New' },
      ),
    }))
    const { document, levels } = diffSchemes(first, second)
    expect(document).toEqual([{ field: 'version', from: '1', to: '2' }])
    expect(levels.map(({ code, change }) => [code, change])).toEqual([
      ['S1', 'changed'],
      ['S2', 'changed'],
      ['S3', 'changed'],
      ['S5', 'added'],
      ['S4', 'removed'],
    ])
    expect(levels[0]?.fields).toEqual([{ field: 'name', from: 'Name 1', to: 'New' }])
  })

  it('says which levels stand for another shared one', () => {
    const graded = scheme((d) => ({
      ...d,
      levels: d.levels.map((level) => (level.code === 'S2' ? { ...level, shared: 1 } : level)),
    }))
    expect(diffSchemes(first, graded).levels).toEqual([
      {
        code: 'S2',
        change: 'changed',
        isRegraded: true,
        fields: [{ field: 'shared', from: 2, to: 1 }],
      },
    ])
  })

  it('is told backwards with the values exchanged', () => {
    for (const [i, { scheme: one }] of mappings.entries()) {
      const other = mappings[i + 1]?.scheme
      if (!other) continue
      const [there, back] = [diffSchemes(one, other), diffSchemes(other, one)]
      expect(back.levels).toHaveLength(there.levels.length)
      expect(back.document.map(({ field }) => field).toSorted()).toEqual(
        there.document.map(({ field }) => field).toSorted(),
      )
    }
  })
})
