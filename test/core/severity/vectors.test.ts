import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { severityVectors } from '../../vectors/severity/generate.ts'

const folder = new URL('../../vectors/severity/', import.meta.url)

describe('the published severity vectors', () => {
  it('are what the program computes today, file by file', async () => {
    for (const [name, text] of await severityVectors())
      expect(readFileSync(new URL(name, folder), 'utf8') === text, `${name} has drifted`).toBe(true)
  })

  it('are all generated, but for the hard cases', async () => {
    const there = readdirSync(folder).filter((name) => name.endsWith('.json'))
    expect(there.toSorted()).toEqual(
      [...(await severityVectors()).keys(), 'hard-cases.json'].toSorted(),
    )
  })
})
