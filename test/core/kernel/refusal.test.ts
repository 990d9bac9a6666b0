import { describe, expect, it } from 'vitest'
import { Refusal, SENTENCES } from '../../../src/core/kernel/refusal.ts'

describe('the closed list of refusals', () => {
  it('has kebab words and one sentence each', () => {
    for (const [word, sentence] of Object.entries(SENTENCES)) {
      expect(word).toMatch(/^[a-z]+(-[a-z]+)*$/)
      expect(sentence, word).toMatch(/^[A-Z].*\.$/)
    }
  })

  it('says the sentence where nothing more is known, and names the field at fault', () => {
    expect(new Refusal('case-not-found').detail).toBe(SENTENCES['case-not-found'])
    expect(new Refusal('invalid-field', 'too long', 'note.text')).toMatchObject({
      field: 'note.text',
    })
  })
})
