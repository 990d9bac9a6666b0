import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Refusal } from '../../src/core/kernel/refusal.ts'
import { parseFields } from '../../src/http/fields.ts'

const Shape = z.strictObject({
  name: z.string().min(1).max(3),
  kind: z.enum(['a', 'b']).optional(),
  many: z.array(z.int().min(1).max(9)).max(2).optional(),
  who: z.union([z.literal('all'), z.array(z.url()).min(1)]).optional(),
  mail: z.email().optional(),
  day: z.iso.date().optional(),
  flag: z.boolean().optional(),
  exact: z.literal('x').optional(),
  map: z.record(z.string(), z.string()).optional(),
  odd: z
    .number()
    .refine((n) => n % 2 === 1, 'must be odd')
    .optional(),
})
const said = (value: unknown, path?: string) => {
  const refusal = parseFields(Shape, value, path)
  if (!(refusal instanceof Refusal)) throw new Error('it was taken')
  return [refusal.code, refusal.field, refusal.detail]
}

describe('parseFields', () => {
  it('takes what fits', () => {
    expect(parseFields(Shape, { name: 'abc', who: 'all' })).toEqual({ name: 'abc', who: 'all' })
  })

  it.each([
    [{}, 'name', 'name is missing.'],
    [{ name: 7 }, 'name', 'name must be text.'],
    [{ name: '' }, 'name', 'name must not be empty.'],
    [{ name: 'abcd' }, 'name', 'name must be at most 3 characters long.'],
    [{ name: 'a', kind: 'c' }, 'kind', 'kind must be one of a, b.'],
    [{ name: 'a', exact: 'y' }, 'exact', 'exact must be x.'],
    [{ name: 'a', many: 7 }, 'many', 'many must be a list.'],
    [{ name: 'a', many: [1, 2, 3] }, 'many', 'many must be at most 2 items long.'],
    [{ name: 'a', many: [1, 10] }, 'many.1', 'many.1 must be at most 9.'],
    [{ name: 'a', many: [0.5] }, 'many.0', 'many.0 must be a whole number.'],
    [{ name: 'a', mail: 'x' }, 'mail', 'mail must be an e-mail address.'],
    [{ name: 'a', day: 'today' }, 'day', 'day must be a date such as 2026-11-30.'],
    [{ name: 'a', flag: 'yes' }, 'flag', 'flag must be true or false.'],
    [{ name: 'a', map: { k: 1 } }, 'map.k', 'map.k must be text.'],
    [{ name: 'a', odd: 2 }, 'odd', 'odd must be odd.'],
    [{ name: 'a', who: ['x'] }, 'who.0', null],
    [{ name: 'a', who: 'none' }, 'who', null],
    [[], '', 'The body must be an object.'],
    [null, '', 'The body must be an object.'],
  ])('says of %j which field it is and what it must be', (value, field, detail) => {
    const [word, where, sentence] = said(value)
    expect([word, where]).toEqual(['invalid-field', field])
    if (detail !== null) expect(sentence).toBe(detail)
    expect(sentence).toMatch(/\.$/)
  })

  it('names a field that is not part of the contract by another word', () => {
    expect(said({ name: 'a', nmae: 'b' })).toEqual([
      'unknown-field',
      'nmae',
      'nmae is not part of the contract; remove it.',
    ])
  })

  it('puts a path before the field’s own', () => {
    expect(said({}, 'items.3')[1]).toBe('items.3.name')
  })
})
