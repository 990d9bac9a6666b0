import { describe, expect, it } from 'vitest'
import { MAX_LEVELS, SchemeRef, SchemeShape } from '../../../src/core/severity/scheme.ts'

const LEVEL = { rank: 1, code: 'S1', name: 'Urgent', definition: 'Nothing works.', shared: 1 }
const SCHEME = {
  id: 'example-support',
  version: '1',
  vendor: 'Example',
  product: 'Support',
  sources: ['https://support.example/levels'],
  axis: 'severity',
  unsetValues: ['None'],
  levels: [LEVEL],
}
const isTaken = (change: object): boolean => SchemeShape.safeParse({ ...SCHEME, ...change }).success
const isTakenIn = (change: object): boolean => isTaken({ levels: [{ ...LEVEL, ...change }] })

describe('the shape of a scheme', () => {
  it('takes what a vendor publishes, as it is written', () => {
    expect(SchemeShape.parse(SCHEME)).toEqual(SCHEME)
  })

  it.each([
    ['an id with blanks or capitals', { id: 'Example Support' }],
    ['an empty version', { version: '' }],
    ['a name that is cut by a line', { vendor: 'Ex\nample' }],
    ['blanks at an end', { product: ' Support' }],
    ['half a character', { vendor: '\ud800' }],
    ['a source that is no address', { sources: ['ftp://support.example'] }],
    ['an axis of another kind', { axis: 'mood' }],
    ['no level', { levels: [] }],
    [
      'more levels than anybody has',
      { levels: Array.from({ length: MAX_LEVELS + 1 }, () => LEVEL) },
    ],
    ['a member that we do not know', { rounding: 'down' }],
    ['a matrix with three inputs', { inputs: ['a', 'b', 'c'] }],
  ])('refuses %s', (_what, change) => expect(isTaken(change)).toBe(false))

  it.each([
    ['a rank of zero', { rank: 0 }],
    ['a level that the shared scale lacks', { shared: 5 }],
    ['a level without a definition', { definition: '' }],
    ['a member that we do not know', { weight: 3 }],
    ['a day that no calendar has', { aliases: [{ text: 'Sev 1', from: '2026-02-30' }] }],
    ['no cell at all', { cells: [] }],
    ['a response in part of a minute', { response: { minutes: 0.5 } }],
  ])('refuses a level with %s', (_what, change) => expect(isTakenIn(change)).toBe(false))

  it('keeps days as days: they are no number of minutes', () => {
    expect(isTakenIn({ response: { businessDays: 1, text: 'next business day' } })).toBe(true)
  })
})

describe('the name of a scheme', () => {
  it('is its id, its version, and the hash of its text', () => {
    const ref = { id: 'example-support', version: '1', digest: 'A'.repeat(43) }
    expect(SchemeRef.parse(ref)).toEqual(ref)
    expect(SchemeRef.safeParse({ ...ref, digest: 'short' }).success).toBe(false)
  })
})
