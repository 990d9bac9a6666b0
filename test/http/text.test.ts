import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code, contact, line, moment, prose, verbatim } from '../../src/http/text.ts'

const takes = (shape: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  shape.safeParse(value).success

describe('prose', () => {
  it.each([
    'Guests freeze.\n\tSee below.\r\n',
    'if (a < b && c > d)',
    'List<String> of Map<K, V>',
    'at Foo.<init>(Foo.java:7)',
    'i <3 this',
    'Göteborg, 東京, 🙂',
    'It printed `<b>bold</b>` and then',
    '```\n<script>alert(1)</script>\n```',
    '<error code="7"/>',
  ])('takes %j', (text) => expect(takes(prose(), text)).toBe(true))

  it.each([
    ['nothing', ''],
    ['blanks alone', ' \n\t'],
    ['an element', '<b>bold</b>'],
    ['an element in capitals', '<SCRIPT>x</SCRIPT>'],
    ['an element with attributes', '<img src=x onerror=alert(1)>'],
    ['an element that never ends', '<iframe src='],
    ['an end alone', 'x</div>'],
    ['an element closed by itself', '<br/>'],
    ['a comment', 'a <!-- b'],
    ['a document type', '<!DOCTYPE html>'],
    ['markup after a quote that ended', '`a` <b>x</b> `c`'],
    ['markup in a quote over two lines', '`a\n<b>x</b>`'],
    ['NUL', 'a\0b'],
    ['a control character', 'a\u001bb'],
    ['half of a surrogate pair', '\ud800'],
    ['what is no text', 7],
  ])('refuses %s', (_, text) => expect(takes(prose(), text)).toBe(false))

  it('takes as much as it says, and no more', () => {
    expect(takes(prose(5), 'x'.repeat(5))).toBe(true)
    expect(takes(prose(5), 'x'.repeat(6))).toBe(false)
  })

  it('never takes an element outside back ticks, wherever it stands', () => {
    const quiet = fc.string().filter((text) => !text.includes('`'))
    fc.assert(
      fc.property(quiet, quiet, (before, after) => !takes(prose(), `${before}<img src=x>${after}`)),
    )
  })
})

describe('a line', () => {
  it.each(['SR-4711', 'Malmö data centre', 'a <b', 'S1 (urgent)'])('takes %j', (text) =>
    expect(takes(line(80), text)).toBe(true),
  )
  it.each(['a\nb', 'a\tb', 'a\u2028b', 'a\u202eb', '<i>x</i>', ''])('refuses %j', (text) =>
    expect(takes(line(80), text)).toBe(false),
  )
  it('is what a code is, at most 80 characters long', () => {
    expect(takes(code, 'x'.repeat(80))).toBe(true)
    expect(takes(code, 'x'.repeat(81))).toBe(false)
  })
})

it('exact output is taken as it is, but for NUL and broken Unicode', () => {
  expect(takes(verbatim(), '\u001b[31m<b>error</b>\u001b[0m')).toBe(true)
  for (const bad of ['', '\0', '\udfff']) expect(takes(verbatim(), bad)).toBe(false)
})

it('a moment is taken with any offset and becomes whole seconds', () => {
  expect(moment.parse('2026-11-21T10:00:00Z')).toBe(1_795_255_200)
  expect(moment.parse('2026-11-21T12:00:00.999+02:00')).toBe(1_795_255_200)
  for (const bad of ['2026-11-21', '2026-11-21T10:00:00', 'soon', '2026-13-01T00:00:00Z'])
    expect(takes(moment, bad)).toBe(false)
})

it('a contact has a name, and an address that looks like one', () => {
  expect(takes(contact, { name: 'Ines', email: 'ines@example.com' })).toBe(true)
  for (const bad of [{}, { name: 'Ines', email: 'ines' }, { name: 'Ines', mail: 'x' }])
    expect(takes(contact, bad)).toBe(false)
})
