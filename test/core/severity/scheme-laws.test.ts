import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../src/core/kernel/refusal.ts'
import { presets } from '../../../src/core/severity/preset.ts'
import { parseScheme } from '../../../src/core/severity/scheme-laws.ts'
import { ok, refused, smallDocument } from './kit.ts'

type Document = ReturnType<typeof smallDocument>

/** A copy of the document with one level amended. */
const withLevel = (at: number, change: object, base: Document = smallDocument()): Document => ({
  ...base,
  levels: base.levels.map((level, i) => (i === at ? { ...level, ...change } : level)),
})

const inputs = ['impact', 'urgency']
const oneCell = { cells: [['1', '1']] }

const faultOf = (document: unknown): { field: string | undefined; detail: string } => {
  const { code, field, detail } = refused(parseScheme(document))
  expect(code).toBe('scheme-invalid')
  return { field, detail }
}

describe('a scheme that keeps the laws', () => {
  it.each([[[1, 3]], [[1, 2, 3]], [[1, 2, 4]], [[1, 3, 4]], [[1, 1, 2, 2, 3, 4, 4]]])(
    'is taken with its levels at %j',
    (shared) => {
      expect(ok(parseScheme(smallDocument(shared))).levels.map((l) => l.shared)).toEqual(shared)
    },
  )

  it('is frozen all the way down', () => {
    const scheme = ok(parseScheme(smallDocument()))
    expect([scheme, scheme.levels, ...scheme.levels].every((part) => Object.isFrozen(part))).toBe(
      true,
    )
  })
})

describe('a scheme that breaks a law is refused and the levels are named', () => {
  it.each([
    ['a graver level mapped milder', [1, 3, 2, 4], 'levels.2.shared', ['"S2"', '"S3"']],
    ['a top that is not the top', [2, 3, 4], 'levels.0.shared', ['"S1"']],
    ['two shared levels left out in the middle', [1, 4], 'levels.1.shared', ['"S1"', '"S2"']],
    ['two shared levels left out at the end', [1, 2], 'levels.1.shared', ['"S2"']],
    ['a single level', [1], 'levels.0.shared', ['"S1"']],
  ])('%s', (_what, shared, field, names) => {
    const fault = faultOf(smallDocument(shared))
    expect(fault.field).toBe(field)
    for (const name of names) expect(fault.detail).toContain(name)
  })

  it('codes that fold to one text', () => {
    const fault = faultOf(withLevel(2, { code: 's2' }))
    expect(fault.field).toBe('levels.2')
    expect(fault.detail).toContain('"S2"')
    expect(fault.detail).toContain('"s2"')
  })

  it('an alias that is the code of another level, whatever its period', () => {
    const aliases = [{ text: 's 1'.replace(' ', ''), until: '2003-12-31' }]
    expect(faultOf(withLevel(1, { aliases }))).toMatchObject({ field: 'levels.1' })
  })

  it('an unset value that is a code', () => {
    const fault = faultOf({ ...smallDocument(), unsetValues: ['S1'] })
    expect(fault.detail).toContain('unset')
    expect(fault.detail).toContain('"S1"')
  })

  it('one alias for two levels at one time, but not at two times', () => {
    const old = withLevel(0, { aliases: [{ text: 'A', until: '2003-12-31' }] })
    const at = (from: string) => withLevel(1, { aliases: [{ text: 'a', from }] }, old)
    expect(faultOf(at('2003-12-31')).detail).toMatch(/"S1".*"S2"/)
    expect(parseScheme(at('2004-01-01'))).not.toBeInstanceOf(Refusal)
  })

  it('a matrix with holes, each named', () => {
    const values = [
      ['1', '2'],
      ['1', '2'],
    ]
    const fault = faultOf({ ...withLevel(0, oneCell), inputs, inputValues: values })
    expect(fault).toMatchObject({ field: 'inputValues' })
    expect(fault.detail).toBe('No level is given for (1, 2), (2, 1), (2, 2).')
  })

  it.each([
    ['ranks out of order', withLevel(1, { rank: 3 }), 'levels.1.rank'],
    ['a rank twice', withLevel(1, { rank: 1 }), 'levels.1.rank'],
    [
      'an alias that ends before it begins',
      withLevel(0, { aliases: [{ text: 'A', from: '2004-01-01', until: '2003-01-01' }] }),
      'levels.0.aliases.0',
    ],
    ['a default that is no code', { ...smallDocument(), defaultCode: 'S9' }, 'defaultCode'],
    [
      'a plan that lacks an unknown level',
      { ...smallDocument(), planLimits: [{ plan: 'Basic', lacks: ['S1', 'S9'] }] },
      'planLimits.0.lacks.1',
    ],
    ['cells without inputs', withLevel(0, oneCell), 'inputs'],
    ['cells without the values of the inputs', { ...withLevel(0, oneCell), inputs }, 'inputValues'],
    [
      'one cell for two levels',
      { ...withLevel(1, oneCell, withLevel(0, oneCell)), inputs, inputValues: [['1'], ['1']] },
      'levels.1.cells.0',
    ],
    [
      'a cell of a value that is not listed',
      { ...withLevel(0, oneCell), inputs, inputValues: [['1'], ['2']] },
      'levels.0.cells.0',
    ],
    [
      'a value of an input listed twice',
      { ...withLevel(0, oneCell), inputs, inputValues: [['1'], ['1', '1']] },
      'inputValues.1',
    ],
    [
      'a call only at times, but no call',
      withLevel(0, { phoneWhen: 'outside-hours' }),
      'levels.0.phoneWhen',
    ],
    [
      'business hours that wait for a call',
      withLevel(0, { coverage: 'business', coverageWhen: 'phoned' }),
      'levels.0.coverageWhen',
    ],
    [
      'a condition of a figure that is not there, in another plan',
      withLevel(0, { otherPlans: [{ plan: 'Basic', responseWhen: 'escalated' }] }),
      'levels.0.otherPlans.0.responseWhen',
    ],
  ])('%s', (_what, document, field) => {
    expect(faultOf(document).field).toBe(field)
  })

  it('any order of shared levels is taken exactly if it keeps P2, P3 and P5', () => {
    let taken = 0
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 7 }),
        (shared) => {
          const lawful =
            shared[0] === 1 &&
            [...shared, 5].every((level, i, all) => {
              const step = level - (all[i - 1] ?? level)
              return step >= 0 && step <= 2
            })
          if (lawful) taken++
          expect(parseScheme(smallDocument(shared)) instanceof Refusal).toBe(!lawful)
        },
      ),
      { numRuns: 3000 },
    )
    expect(taken).toBeGreaterThan(50)
  })

  it('every shipped scheme with two neighbours of different level exchanged, naming both', () => {
    let exchanged = 0
    for (const scheme of presets())
      for (const [i, milder] of scheme.levels.entries()) {
        const graver = scheme.levels[i - 1]
        if (!graver || graver.shared === milder.shared || graver.shared === 1) continue
        const levels = scheme.levels.map((level) => {
          if (level === graver) return { ...level, shared: milder.shared }
          return level === milder ? { ...level, shared: graver.shared } : level
        })
        const { detail } = faultOf({ ...scheme, levels })
        expect(detail).toContain(`"${graver.code}"`)
        expect(detail).toContain(`"${milder.code}"`)
        exchanged++
      }
    expect(exchanged).toBe(134)
  })
})

describe('a document of the wrong shape is refused with the path of the field', () => {
  it.each([
    ['nothing', null, ''],
    ['a text', 'redhat', ''],
    ['no levels', { ...smallDocument(), levels: [] }, 'levels'],
    ['too many levels', smallDocument([1, 2, 3, ...Array<number>(30).fill(4)]), 'levels'],
    ['a shared level of 5', smallDocument([1, 2, 3, 5]), 'levels.3.shared'],
    ['a shared level in words', withLevel(0, { shared: 'critical' }), 'levels.0.shared'],
    ['an empty code', withLevel(0, { code: '' }), 'levels.0.code'],
    ['blanks at the end of a code', withLevel(0, { code: 'S1 ' }), 'levels.0.code'],
    ['half a surrogate pair', withLevel(0, { code: 'S\ud800' }), 'levels.0.code'],
    ['a line break in a code', withLevel(0, { code: 'S\n1' }), 'levels.0.code'],
    ['a code too long', withLevel(0, { code: 'S'.repeat(121) }), 'levels.0.code'],
    ['a misspelt member', withLevel(0, { planCondtion: 'Premium' }), 'levels.0'],
    ['an address that is none', { ...smallDocument(), sources: ['javascript:1'] }, 'sources.0'],
    ['a day that is none', { ...smallDocument(), retrieved: '2026-02-30' }, 'retrieved'],
    ['an id with capitals', { ...smallDocument(), id: 'RedHat' }, 'id'],
    ['a version that is a number', { ...smallDocument(), version: 1 }, 'version'],
  ])('%s', (_what, document, field) => {
    const fault = faultOf(document)
    expect(fault.field).toBe(field)
    expect(fault.detail.length).toBeGreaterThan(field.length + 3)
  })

  it('never throws, whatever comes in', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(parseScheme(value)).toBeInstanceOf(Refusal)
      }),
    )
  })
})
