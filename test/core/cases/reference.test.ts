import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReference, referenceOf } from '../../../src/core/cases/reference.ts'
import { toBase64url } from '../../../src/core/kernel/bytes.ts'
import type { CaseId } from '../../../src/core/kernel/id.ts'

const idOf = (...first: number[]): CaseId => {
  const bytes = new Uint8Array(32)
  bytes.set(first)
  return toBase64url(bytes) as CaseId
}

test('a reference spells the first forty bits of the id', () => {
  expect(referenceOf(idOf())).toBe('EN-0000-0000')
  expect(referenceOf(idOf(255, 255, 255, 255, 255))).toBe('EN-ZZZZ-ZZZZ')
  expect(referenceOf(idOf(0b00001_000, 0b10_00011_0, 0b0100_0010, 0b1_00110_00, 0b111_01000))).toBe(
    'EN-1234-5678',
  )
})

test('bits after the fortieth change nothing', () => {
  expect(referenceOf(idOf(1, 2, 3, 4, 5, 6))).toBe(referenceOf(idOf(1, 2, 3, 4, 5, 7)))
})

test('a reference is read as people type it', () => {
  expect(readReference(' en-1o2l-ABCD ')).toBe('EN-1021-ABCD')
  expect(readReference('en1021abcd')).toBe('EN-1021-ABCD')
  expect(readReference('EN 1021 ABCD')).toBe('EN-1021-ABCD')
})

test('what is no reference is none', () => {
  for (const text of [
    '',
    'EN-1021',
    'SR-1021-ABCD',
    'EN-1021-ABCU',
    'EN-1021-ABCDE',
    'EN--1021ABCD',
  ])
    expect(readReference(text)).toBeNull()
})

test('every reference is read back as itself', () => {
  const id = fc.uint8Array({ minLength: 32, maxLength: 32 })
  fc.assert(
    fc.property(id, (bytes) => {
      const reference = referenceOf(toBase64url(new Uint8Array(bytes)) as CaseId)
      expect(readReference(reference)).toBe(reference)
    }),
  )
})
