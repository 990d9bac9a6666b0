import { expect, test } from 'vitest'
import { toBase64url, utf8 } from '../../src/core/kernel/bytes.ts'
import { makeCursor, pageOf, readCursor } from '../../src/storage/cursor.ts'

const LIST = ['cases', 'https://a.example', [['status', 'open']]]

test('a cursor is read back by the list that made it', async () => {
  const cursor = await makeCursor(LIST, ['2026', 7, null])
  expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/)
  expect(await readCursor(LIST, cursor)).toEqual(['2026', 7, null])
  expect(await readCursor(LIST, null)).toBeNull()
})

test('a cursor of another list, member or filter is refused', async () => {
  const cursor = await makeCursor(LIST, [1])
  for (const other of [
    ['events', LIST[1], LIST[2]],
    [LIST[0], 'https://b.example', LIST[2]],
    [LIST[0], LIST[1], []],
  ])
    expect(await readCursor(other, cursor)).toMatchObject({ code: 'cursor-invalid' })
})

test('what is no cursor is refused', async () => {
  const texts = ['', 'x', '!', '…', 'null', '{}', '[]', '["x"]', '[1,2]']
  for (const text of [...texts, ...texts.map((one) => toBase64url(utf8(one)))])
    expect(await readCursor(LIST, text)).toMatchObject({ code: 'cursor-invalid' })
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
