import { expect, test } from 'vitest'
import { toBase64url, utf8 } from '../../src/core/kernel/bytes.ts'
import { makeCursor, pageOf, readCursor } from '../../src/storage/cursor.ts'

const LIST = ['cases', 'https://a.example', [['status', 'open']]]

test('a cursor is read back by the list that made it', async () => {
  const cursor = await makeCursor(LIST, ['2026', 7])
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(await readCursor(LIST, cursor, ['text', 'int4'])).toEqual(['2026', 7])
  expect(await readCursor(LIST, cursor, ['int8'], ['text', 'int8'])).toEqual(['2026', 7])
  expect(await readCursor(LIST, null, ['text'])).toBeNull()
})

test('a cursor of another list, member or filter is refused', async () => {
  const cursor = await makeCursor(LIST, [1])
  for (const other of [
    ['events', LIST[1], LIST[2]],
    [LIST[0], 'https://b.example', LIST[2]],
    [LIST[0], LIST[1], []],
  ])
    expect(await readCursor(other, cursor, ['int8'])).toMatchObject({ code: 'cursor-invalid' })
})

test('what is no cursor is refused', async () => {
  const texts = ['', 'x', '!', '…', 'null', '{}', '[]', '["x"]', '[1,2]']
  for (const text of [...texts, ...texts.map((one) => toBase64url(utf8(one)))])
    expect(await readCursor(LIST, text, ['int8'], ['text'], [])).toMatchObject({
      code: 'cursor-invalid',
    })
})

const AT = '2026-11-21T03:04:05.678Z'
test.each([
  ['a text with NUL', 'text', 'a\u0000'],
  ['a lone surrogate', 'text', '\ud800'],
  ['a number for a text', 'text', 7],
  ['a text for a number', 'int8', '7'],
  ['a number beyond its column', 'int4', 2 ** 31],
  ['a number beyond all', 'int8', 2 ** 53],
  ['a fraction', 'int4', 0.5],
  ['a day that is none', 'instant', AT.replace('-11-', '-13-')],
  ['a moment in words', 'instant', 'now'],
  ['nothing', 'text', null],
] as const)('a forged cursor with %s is refused', async (_what, kind, value) => {
  const cursor = await makeCursor(LIST, [value])
  const refused = { code: 'cursor-invalid', field: 'after' }
  expect(await readCursor(LIST, cursor, [kind])).toMatchObject(refused)
  expect(await readCursor(LIST, await makeCursor(LIST, [AT]), ['instant'])).toEqual([AT])
})

const page = (rows: readonly number[]) =>
  pageOf(
    rows,
    2,
    (row) => row * 10,
    async (last) => `after ${last}`,
  )

test('a page has a next one only when there is more', async () => {
  expect(await page([])).toEqual({ items: [], next: null })
  expect(await page([1, 2])).toEqual({ items: [10, 20], next: null })
  expect(await page([1, 2, 3])).toEqual({ items: [10, 20], next: 'after 2' })
})
