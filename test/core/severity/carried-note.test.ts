import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCarried, renderCarried } from '../../../src/core/severity/carried-note.ts'
import { LEVELS } from '../../../src/core/severity/scale.ts'
import { natives } from './kit.ts'

describe('a level carried in a text', () => {
  it('is written as the lessons have it', () => {
    expect(renderCarried({ shared: 2, native: 'High' })).toBe('shared=2; native=High')
    expect(renderCarried({ shared: 2, native: null })).toBe('shared=2')
    expect(renderCarried({ shared: 3, native: 'a; b' })).toBe('shared=3; native="a; b"')
  })

  it('comes back to the letter, for every shipped code and for any text at all', () => {
    for (const { level } of natives) {
      const carried = { shared: level.shared, native: level.code }
      expect(parseCarried(renderCarried(carried))).toEqual(carried)
    }
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVELS),
        fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 })),
        (shared, native) => {
          expect(parseCarried(renderCarried({ shared, native }))).toEqual({ shared, native })
        },
      ),
    )
  })

  it.each([
    ['Customer is down. shared=2; native=High', 2, 'High'],
    ['Shared = 2; Native = High\nCall me', 2, 'High'],
    ['(shared=1)', 1, null],
    ['shared=3; see ticket 5', 3, null],
    ['a note;shared=4;native=Low', 4, 'Low'],
    ['shared=2; native=High\nshared=2; native=High', 2, 'High'],
    ['shared=2; native=High shared=2; native=Major', 2, 'High shared=2'],
    ['shared=2; native="High"; shared=2; native="Major"', 2, null],
    ['shared=2; native="broken', 2, null],
    ['shared=2; native="\\x"', 2, null],
  ] as const)('is found in %j', (text, shared, native) => {
    expect(parseCarried(text)).toEqual({ shared, native })
  })

  it.each([
    '',
    'shared',
    'shared=0',
    'shared=5',
    'shared=25',
    'shared=2x',
    'shared=2.5',
    'unshared=2',
    'not-shared=2',
    'native=High',
    'shared=1; shared=2',
    'shared=two',
    `${'x'.repeat(5000)} shared=2`,
  ])('is not read out of %j', (text) => {
    expect(parseCarried(text)).toBeNull()
  })

  it('is looked for in any text without harm', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('shared=2', ';', ' ', 'native=', '"', '\\', 'x', '\n', '\ud800'), {
          maxLength: 40,
        }),
        (parts) => {
          const found = parseCarried(parts.join(''))
          expect(found === null || LEVELS.includes(found.shared)).toBe(true)
        },
      ),
    )
    const hostile = 'shared=1;native="'.repeat(200_000)
    const { length } = hostile
    expect(parseCarried(hostile)?.shared, `${length} characters`).toBe(1)
  })
})
