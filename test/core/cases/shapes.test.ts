import { describe, expect, it } from 'vitest'
import { Algs, Code, Epoch, PublicKeys, Review } from '../../../src/core/cases/shapes.ts'
import { keyOf } from '../../kit/case-graph.ts'

describe('the shapes that event types share', () => {
  it('reduce a key to what its thumbprint covers', () => {
    const key = { ...keyOf('k'), d: 'private', use: 'sig' }
    expect(PublicKeys.parse([key])).toEqual([keyOf('k')])
  })

  it.each([
    ['no key', PublicKeys, []],
    ['nine keys', PublicKeys, Array.from({ length: 9 }, () => keyOf('k'))],
    ['an RSA key', PublicKeys, [{ kid: keyOf('k').kid, kty: 'RSA', n: 'n', e: 'AQAB' }]],
    ['a short coordinate', PublicKeys, [{ ...keyOf('k'), x: 'abc' }]],
    ['another algorithm', Algs, ['HS256']],
    ['prose for a code', Code, 'x'.repeat(81)],
    ['an empty code', Code, ''],
    ['NUL in a code', Code, 'SR\u00001'],
    ['a line in a code', Code, 'SR\n1'],
    ['a control character of the second kind in a code', Code, 'SR\u00851'],
    ['a line separator in a code', Code, 'SR\u20281'],
    ['half a character in a code', Code, 'SR\ud8001'],
    ['an epoch below zero', Epoch, { term: -1, n: 0 }],
    [
      'a milestone that is no date',
      Review,
      {
        problemConfirmed: true,
        impactDescribed: true,
        workaround: 'none',
        milestone: 'soon',
      },
    ],
  ])('refuse %s', (_name, shape, value) => {
    expect(shape.safeParse(value).success).toBe(false)
  })
})
