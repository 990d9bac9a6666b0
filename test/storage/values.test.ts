import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../src/core/kernel/instant.ts'
import { DECODERS, TextColumn, ValueFault, encode, json } from '../../src/storage/values.ts'
import { onBothDatabases } from '../kit/database.ts'

const TIMESTAMPTZ = 1184

const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''))
const integer = fc.maxSafeInteger()
const bytes = fc.uint8Array({ maxLength: 64 })
const moment = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => instantOf(date.getTime()))
const tree = fc
  .jsonValue({ stringUnit: 'binary' })
  .filter((value) => !json(value).includes('\\u0000'))
  .map((value): unknown => JSON.parse(json(value)))

/** SQL type → what goes in and must come out the same. */
const ROUND_TRIPS = {
  text,
  bigint: integer,
  integer: fc.integer(),
  'double precision': fc
    .double({ noNaN: true, noDefaultInfinity: true })
    .filter((n) => !Object.is(n, -0)),
  boolean: fc.boolean(),
  bytea: bytes,
  timestamptz: moment,
  'text[]': fc.array(fc.option(text)),
  'bigint[]': fc.array(fc.option(integer)),
  'boolean[]': fc.array(fc.option(fc.boolean())),
  'bytea[]': fc.array(fc.option(bytes)),
  'timestamptz[]': fc.array(fc.option(moment)),
} as const

onBothDatabases('a value', (make) => {
  for (const [type, values] of Object.entries(ROUND_TRIPS)) {
    test(`comes back from ${type} as it went in`, async () => {
      await using fresh = await make({ schema: 'none' })
      await fc.assert(
        fc.asyncProperty(values as fc.Arbitrary<string>, async (value) => {
          const [row] = await fresh.database.query(`select $1::${type} as value`, [value])
          expect(row).toEqual({ value })
        }),
        { numRuns: 60 },
      )
    })
  }

  test('comes back from jsonb and json parsed, also in arrays', async () => {
    await using fresh = await make({ schema: 'none' })
    const sql = 'select $1::jsonb as one, $2::json as other, $3::jsonb[] as several'
    await fc.assert(
      fc.asyncProperty(tree, fc.array(tree), async (one, several) => {
        const [row] = await fresh.database.query(sql, [json(one), json(one), several.map(json)])
        expect(row).toEqual({ one, other: one, several })
      }),
      { numRuns: 60 },
    )
  })

  test('comes back from nested arrays', async () => {
    await using fresh = await make({ schema: 'none' })
    const nested = [
      ['a', 'NULL', null],
      ['{"', '\\', ','],
    ]
    const [row] = await fresh.database.query('select $1::text[][] as value', [nested])
    expect(row).toEqual({ value: nested })
  })

  test('comes back from a column of texts to the letter', async () => {
    await using fresh = await make({ schema: 'none' })
    const columns = fc.array(fc.option(text), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(columns, async (texts) => {
        const query = 'select cardinality($1::text[]) as size, $1::text[] as value'
        const rows = await fresh.database.query(query, [new TextColumn(texts)])
        expect(rows).toEqual([{ size: texts.length, value: texts }])
      }),
      { numRuns: 60 },
    )
  })

  test('unnests into rows, one parameter a column', async () => {
    await using fresh = await make({ schema: 'none' })
    const rows = await fresh.database.query(
      'select * from unnest($1::text[], $2::bigint[], $3::jsonb[], $4::bytea[]) as r(a, b, c, d)',
      [
        ['x', 'y'],
        [1, null],
        [json({ k: ['"'] }), null],
        [Uint8Array.of(0, 255), null],
      ],
    )
    expect(rows).toEqual([
      { a: 'x', b: 1, c: { k: ['"'] }, d: Uint8Array.of(0, 255) },
      { a: 'y', b: null, c: null, d: null },
    ])
  })

  test('is refused where a number would not hold it exactly', async () => {
    await using fresh = await make({ schema: 'none' })
    const beyond = fresh.database.query('select 9007199254740993::bigint as value')
    await expect(beyond).rejects.toThrow(ValueFault)
    expect(await fresh.database.query('select 1 as value')).toEqual([{ value: 1 }])
  })

  test('is refused from numeric and from a timestamp without zone', async () => {
    await using fresh = await make({ schema: 'none' })
    await expect(fresh.database.query('select 1.5 as value')).rejects.toThrow('cast it')
    await expect(fresh.database.query('select now()::timestamp as value')).rejects.toThrow(
      'timestamptz',
    )
  })
})

describe('a parameter', () => {
  test.each([
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['a plain object', { a: 1 }],
    ['NaN', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['a bigint', 1n],
    ['text with a lone surrogate', 'a\ud800b'],
    ['any of these inside an array', ['a', undefined]],
    ['a column with a lone surrogate', new TextColumn([null, 'a\ud800b'])],
  ])('cannot be %s', (_, value) => {
    expect(() => encode(value)).toThrow(ValueFault)
  })

  test('travels as PostgreSQL spells it', () => {
    expect(encode(['a', 1, true, null, ['"\\'], Uint8Array.of(1, 171)])).toBe(
      '{"a","1","true",NULL,{"\\"\\\\"},"\\\\x01ab"}',
    )
  })
})

describe('a moment', () => {
  test.each([
    ['2026-11-21 03:04:05+00', '2026-11-21T03:04:05.000Z'],
    ['2026-11-21 03:04:05.6+00', '2026-11-21T03:04:05.600Z'],
    ['2026-11-21 03:04:05.678999+00', '2026-11-21T03:04:05.678Z'],
    ['2026-11-21 03:04:05.678+05:30', '2026-11-20T21:34:05.678Z'],
    ['2026-11-21 03:04:05-03', '2026-11-21T06:04:05.000Z'],
  ])('reads %s whatever zone the session speaks', (column, expected) => {
    expect(DECODERS[TIMESTAMPTZ]?.(column)).toBe(expected)
  })

  test.each(['infinity', '21.11.2026 03:04:05 UTC', '0044-03-15 00:00:00+00 BC'])(
    'is not %s',
    (column) => {
      expect(() => DECODERS[TIMESTAMPTZ]?.(column)).toThrow(ValueFault)
    },
  )
})
