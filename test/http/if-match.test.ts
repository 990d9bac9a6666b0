import { expect, it } from 'vitest'
import { isHeld, readIfMatch, requireIfMatch } from '../../src/http/if-match.ts'

it('a version in quotes is read, weak or not, and without them too', () => {
  for (const tag of ['"7"', 'W/"7"', '7', ' "7" ', '"7-8f_Aa"']) expect(readIfMatch(tag)).toBe(7)
})

it('no header and a star ask for nothing', () => {
  expect(readIfMatch(undefined)).toBeUndefined()
  expect(readIfMatch('*')).toBeUndefined()
})

it('a tag that is none of ours matches nothing', () => {
  for (const tag of ['', '"x"', '"-1"', '"1", "2"', '"1e3"'])
    expect(readIfMatch(tag)).toMatchObject({ code: 'precondition-failed' })
})

it('where a document is replaced whole the header must be there', () => {
  expect(requireIfMatch('"0"')).toBe(0)
  expect(requireIfMatch(undefined)).toMatchObject({ code: 'precondition-required' })
})

it('a version that is held needs no sending', () => {
  expect(isHeld('"1", W/"7"', '7')).toBe(true)
  for (const tags of [undefined, '"8"', '"77"', 'x', '"7-ab"'])
    expect(isHeld(tags, '7')).toBe(false)
})
