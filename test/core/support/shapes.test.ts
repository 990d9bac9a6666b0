import { describe, expect, it } from 'vitest'
import { Email, Id, line, Phone, ProductCode, TimeOfDay } from '../../../src/core/support/shapes.ts'

const takes = (text: string) => line(5).safeParse(text).success

describe('texts for other people’s screens', () => {
  it('are one line, without blanks at the ends or marks that turn direction', () => {
    expect(takes('Büro')).toBe(true)
    for (const text of ['', ' a', 'a\n', 'a\nb', '\u202ea', '\ud800', 'abcdef'])
      expect(takes(text)).toBe(false)
  })
})

describe('names and times', () => {
  it.each([
    [Id, 'follow-the-sun', 'Follow The Sun'],
    [TimeOfDay, '23:59', '24:00'],
    [TimeOfDay, '00:00', '9:00'],
    [Phone, '+49 30 901820', ''],
    [Email, 'desk@support.example', 'desk'],
    [ProductCode, 'Sun Array 9', ' '],
  ])('have one shape (%#)', (shape, good, bad) => {
    expect([shape.safeParse(good).success, shape.safeParse(bad).success]).toEqual([true, false])
  })
})
