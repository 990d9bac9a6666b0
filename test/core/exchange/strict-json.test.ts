import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  inspectJson,
  isJsonObject,
  parseStrictJson,
} from '../../../src/core/exchange/strict-json.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'

const flawsOf = (text: string): readonly string[] | undefined => inspectJson(text)?.flaws
const parse = (text: string): unknown => parseStrictJson(text, 'event-json-invalid')
const refusalOf = (text: string): string => {
  const answer = parse(text)
  return answer instanceof Refusal ? `${answer.code}: ${answer.detail}` : 'accepted'
}

/** JSON values that are I-JSON: strings well-formed, integers safe, no −0 (which JSON writes as 0). */
const wellFormed = fc.string({ unit: 'binary' })
const awkward = fc.constantFrom('"', '\\', '\\\\"', '":', '{"a":1}', ':', '\\u003a', '__proto__')
const text = fc.oneof(wellFormed, awkward)
/** Names that JSON can write without an escape. */
const name = text.filter((key) => !JSON.stringify(key).includes('\\'))
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((n) => !Number.isInteger(n) || Number.isSafeInteger(n)),
)
const { value: jsonValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    fc.constantFrom(null, true, false),
    number,
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(name, tie('value'), { maxKeys: 4 }),
  ),
}))

/** The text of an object from pairs, so that a key can be written twice. */
const objectText = (pairs: readonly (readonly [string, string])[]): string =>
  `{${pairs.map(([key, value]) => `${JSON.stringify(key)} : ${value}`).join(' ,\n')}}`
/** A string written with every character escaped. */
const escaped = (plain: string): string =>
  `"${Array.from({ length: plain.length }, (_, i) => `\\u${plain.charCodeAt(i).toString(16).padStart(4, '0')}`).join('')}"`

const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)

describe('parseStrictJson', () => {
  it('reads every I-JSON text as JSON.parse does', () => {
    fc.assert(
      fc.property(jsonValue, fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const written = JSON.stringify(value, undefined, indent)
        expect(parse(written)).toStrictEqual(JSON.parse(written))
      }),
      { numRuns: 2_000 },
    )
  })

  it('refuses what JSON.parse refuses, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]":,\\u01ae- ntf') }), (written) => {
        let parses = true
        try {
          JSON.parse(written)
        } catch {
          parses = false
        }
        if (parses) expect(inspectJson(written)).not.toBeNull()
        else expect(refusalOf(written)).toBe('event-json-invalid: it is not JSON')
      }),
      { numRuns: 5_000 },
    )
  })

  it('finds any key written twice, at any depth', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 1, maxLength: 5 }),
        jsonValue,
        fc.nat(),
        fc.integer({ min: 0, max: 5 }),
        (keys, value, pick, depth) => {
          const written = JSON.stringify(value)
          const wrap = (inner: string): string =>
            '[{"in":'.repeat(depth) + inner + '}]'.repeat(depth)
          const once = objectText(keys.map((key) => [key, written]))
          expect(flawsOf(wrap(once))).toEqual([])
          const again = JSON.stringify(keys[pick % keys.length])
          const doubled = `${once.slice(0, -1)},${again}:${written}}`
          expect(flawsOf(wrap(doubled))).toEqual(['duplicate-key'])
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('refuses every name written with an escape, and only those', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (key, value, spelled) => {
        const written = `{ "a":${JSON.stringify(value)},${spelled ? escaped(key) : JSON.stringify(key)} :[${JSON.stringify(value)}]}`
        fc.pre(key !== 'a')
        const hasEscape = (spelled && key !== '') || JSON.stringify(key).includes('\\')
        expect(flawsOf(written)).toEqual(hasEscape ? ['escaped-name'] : [])
      }),
      { numRuns: 2_000 },
    )
  })

  it('answers the same whatever was parsed before', () => {
    // nodejs/node#63785: once a name of one backslash was seen, V8 may read "\"" and "\u0041" as that name
    const texts = [
      '{"z":1,"\\\\":1}',
      '{"z":1,"\\"":1}',
      '{"z":1,"\\u0041":1,"A":2}',
      '{"z":1,"A":1}',
    ]
    const before = texts.map(refusalOf)
    const after = texts.toReversed().map(refusalOf).toReversed()
    expect(after).toEqual(before)
    expect(before.map((answer) => answer === 'accepted')).toEqual([false, false, false, true])
  })

  it('tells the same key in two objects from a key twice in one', () => {
    expect(refusalOf('[{"a":1},{"a":2}]')).toBe('accepted')
    expect(refusalOf('{"a":{"a":1}}')).toBe('accepted')
    expect(refusalOf('{"a":{"b":1},"a":2}')).toMatch('same key twice')
    expect(refusalOf('{"__proto__":1,"__proto__":2}')).toMatch('same key twice')
  })

  it('keeps __proto__ as a member and touches no prototype', () => {
    const value = parse('{"__proto__":{"polluted":true}}')
    expect(isJsonObject(value) && Object.keys(value)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })

  it.each([['"\\ud83d"'], ['"\\ude00\\ud83d"'], ['"\\uD83Dx"'], ['[["\\ud800"]]'], ['"\ud800"']])(
    'refuses half of a surrogate pair: %s',
    (written) => {
      expect(refusalOf(written)).toMatch('surrogate')
    },
  )

  it.each([['"\\ud83d\\ude00"'], ['"😀"'], ['"\\\\ud83d"']])(
    'reads a whole pair: %s',
    (written) => {
      expect(refusalOf(written)).toBe('accepted')
    },
  )

  it.each([
    ['9007199254740992'],
    ['-9007199254740992'],
    ['1e16'],
    ['1e400'],
    ['-1e400'],
    ['9007199254740992.0'],
  ])('refuses the number %s', (written) => {
    expect(refusalOf(`{"n":[${written}]}`)).toMatch('number')
  })

  it.each([['9007199254740991'], ['-9007199254740991'], ['-0'], ['0.1'], ['1e15'], ['5e-324']])(
    'reads the number %s',
    (written) => {
      expect(refusalOf(`{"n":[${written}]}`)).toBe('accepted')
    },
  )

  it('counts the outermost object or array as one level of nesting', () => {
    expect(refusalOf(nested(16))).toBe('accepted')
    expect(refusalOf(nested(17))).toMatch('nested more than 16 deep')
    expect(parseStrictJson('[[]]', 'malformed-request', 1)).toBeInstanceOf(Refusal)
  })

  it('survives nesting far beyond any stack', () => {
    expect(flawsOf('['.repeat(100_000) + ']'.repeat(100_000))).toEqual(['depth'])
    expect(flawsOf('{"a":'.repeat(50_000) + '1' + '}'.repeat(50_000))).toEqual(['depth'])
  })

  it('takes time in proportion to the text, whatever stands in it', () => {
    const quotes = `"${'\\"'.repeat(200_000)}"`
    const slashes = `["${'\\\\'.repeat(200_000)}",{"a":1,"a":2}]`
    expect(flawsOf(quotes)).toEqual([])
    expect(flawsOf(slashes)).toEqual(['duplicate-key'])
  })

  it('names every flaw it saw', () => {
    expect(flawsOf('{"a":1e400,"a":"\\ud800","b":1e400}')).toEqual([
      'duplicate-key',
      'surrogate',
      'number',
    ])
  })
})
