import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Instant } from '../../../src/core/kernel/instant.ts'
import { foldText, indexLabels, wasInUse } from '../../../src/core/severity/label.ts'

const anyText = fc.string({ unit: 'binary' })

describe('folding', () => {
  it.each([
    ['4 – (Low)', '4 - (Low)'],
    ['4—(LOW)', '4 \u2212 (low)'],
    [' very  HIGH ', 'Very High'],
    ['S4- Low', 's4 - low'],
    ['Gro\u0308\u00dfe', 'GR\u00d6\u00dfE'],
    ['P1\ufeff', '\u00a0p1'],
  ])('%j and %j are one text', (a, b) => {
    expect(foldText(a)).toBe(foldText(b))
  })

  it.each([
    ['P1', 'P 1'],
    ['Severity 1', 'Severity1'],
    ['Severity 1 | Urgent', 'Severity 1 Urgent'],
    ['1', '\u00b9'],
    ['High', 'Hi\u200bgh'],
    ['Keiner', ''],
  ])('%j and %j are two texts', (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b))
  })

  it('is stable: folding twice is folding once, for any string at all', () => {
    fc.assert(fc.property(anyText, (text) => foldText(foldText(text)) === foldText(text)))
  })

  it('does not see blanks at the ends nor their number', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.constantFrom(' ', '\t', '\u00a0', '\u3000', ' \n '),
        (text, blank) =>
          foldText(`${blank}${text}${blank}`) === foldText(text) &&
          foldText(`a${blank}${text}`) === foldText(`a ${text}`),
      ),
    )
  })
})

describe('the period of an alias', () => {
  const level = { rank: 1, code: 'S1', name: 'x', definition: 'x', shared: 1 } as const
  const labelled = (alias: { from?: string; until?: string }) =>
    indexLabels({ levels: [{ ...level, aliases: [{ text: 'P1', ...alias }] }], unsetValues: [] })
      .get('p1')
      ?.at(0)
  const inUse = (alias: { from?: string; until?: string }, at?: string): boolean => {
    const label = labelled(alias)
    if (!label) throw new Error('no label')
    return wasInUse(label, at as Instant | undefined)
  }

  it('holds from its first to its last day', () => {
    const period = { from: '2001-01-01', until: '2003-12-31' }
    expect(inUse(period, '2000-12-31T23:59:59.999Z')).toBe(false)
    expect(inUse(period, '2001-01-01T00:00:00.000Z')).toBe(true)
    expect(inUse(period, '2003-12-31T23:59:59.999Z')).toBe(true)
    expect(inUse(period, '2004-01-01T00:00:00.000Z')).toBe(false)
  })

  it('is open where no day is given, and not asked about without a moment', () => {
    expect(inUse({}, '1970-01-01T00:00:00.000Z')).toBe(true)
    expect(inUse({ from: '2001-01-01' }, '2999-01-01T00:00:00.000Z')).toBe(true)
    expect(inUse({ until: '2003-12-31' })).toBe(true)
  })
})
