import { describe, expect, it } from 'vitest'
import { remembered } from '../../../src/core/support/memo.ts'

describe('a bounded memory', () => {
  it('makes a value once, zero included, and gives it again', () => {
    const memory = new Map<string, number>()
    let made = 0
    const ask = () => remembered(memory, 2, 'a', () => made++)
    expect([ask(), ask(), made]).toEqual([0, 0, 1])
  })

  it('forgets what it learned first, and never holds more than its bound', () => {
    const memory = new Map<number, number>()
    for (const key of [1, 2, 1, 3]) expect(remembered(memory, 2, key, (k) => k * 10)).toBe(key * 10)
    expect([...memory.keys()]).toEqual([2, 3])
  })
})
