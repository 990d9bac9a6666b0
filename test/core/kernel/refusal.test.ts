import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { Refusal, type RefusalCode, SENTENCES } from '../../../src/core/kernel/refusal.ts'

/** Where words are listed and translated, and not said. */
const NAMING = [
  'kernel/refusal.ts',
  'http/status.ts',
  'sec-event-error.ts',
  'federation-error.ts',
  '.generated.ts',
]
const WORDS = Object.entries(SENTENCES)

describe('a refusal', () => {
  it('says the sentence of its word where nothing is said besides', () => {
    const refusal = new Refusal('case-closed')
    expect(refusal).toMatchObject({ code: 'case-closed', detail: SENTENCES['case-closed'] })
    expect(refusal.field).toBeUndefined()
  })

  it('carries a detail and the path of a field', () => {
    const refusal = new Refusal('invalid-field', 'too long', 'engagements.1.text')
    expect(refusal).toMatchObject({ detail: 'too long', field: 'engagements.1.text' })
  })

  it('is a value and no error', () => {
    expect(new Refusal('not-found')).not.toBeInstanceOf(Error)
  })
})

describe('the words', () => {
  it.each(WORDS)('%s is one kebab-case word with one sentence', (word, sentence) => {
    expect(word).toMatch(/^[a-z]+(?:-[a-z]+)*$/)
    expect(sentence).toMatch(/^[A-Z][^\n]+\.$/)
  })

  it('are each said somewhere', () => {
    const src = fileURLToPath(new URL('../../../src/', import.meta.url))
    const said = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path) && !NAMING.some((naming) => path.endsWith(naming)))
      .map((path) => readFileSync(join(src, path), 'utf8'))
      .join('\n')
    const silent = WORDS.map(([word]) => word).filter((word) => !said.includes(`'${word}'`))
    expect(silent).toEqual([])
  })

  it('have a sentence each', () => {
    const sentences = WORDS.map(([, sentence]) => sentence)
    const twice = sentences.filter((sentence, i) => sentences.indexOf(sentence) !== i)
    expect(twice).toEqual([])
  })

  it('are found by a word alone', () => {
    const word: RefusalCode = 'event-not-shared'
    expect(Object.hasOwn(SENTENCES, word)).toBe(true)
    expect(Object.hasOwn(SENTENCES, 'toString')).toBe(false)
  })
})
