import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { clockVectors } from '../../vectors/clocks/generate.ts'

const folder = new URL('../../vectors/clocks/', import.meta.url)
const vectors = clockVectors()

describe('the published clock vectors', () => {
  it('are what the program computes today, file by file', () => {
    for (const [name, text] of vectors)
      expect(readFileSync(new URL(name, folder), 'utf8') === text, `${name} has drifted`).toBe(true)
  })

  it('are all generated', () => {
    const there = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(there.toSorted()).toEqual([...vectors.keys()].toSorted())
  })

  it('show every word a clock can have', () => {
    const text = vectors.get('clocks.json') ?? ''
    const words = ['not-started', 'running', 'paused', 'met', 'breached']
    expect(words.filter((word) => !text.includes(`"word":"${word}"`))).toEqual([])
  })
})
