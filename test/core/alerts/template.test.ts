import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_ALERT_SETTINGS, parseAlertSettings } from '../../../src/core/alerts/settings.ts'
import { filled, LineTemplate, PLACEHOLDERS } from '../../../src/core/alerts/template.ts'
import { Refusal } from '../../../src/core/kernel/refusal.ts'

const values = (value: string) =>
  Object.fromEntries(PLACEHOLDERS.map((word) => [word, value])) as Parameters<typeof filled>[1]
const refused = (value: object) => {
  const parsed = parseAlertSettings(value)
  return parsed instanceof Refusal ? [parsed.code, parsed.field] : 'fine'
}

describe('templates', () => {
  it('are refused at once for a placeholder that does not exist, does not close, or a second line in a subject', () => {
    expect(refused({ subject: 'Case {{case}}' })).toBe('fine')
    expect(refused({ subject: 'Case {{summary}}' })).toEqual(['invalid-field', 'subject'])
    expect(refused({ text: 'Case {{case' })).toEqual(['invalid-field', 'text'])
    expect(refused({ subject: 'Case\r\nBcc: x@y.example' })).toEqual(['invalid-field', 'subject'])
    expect(refused({ text: 'Case\u202e' })).toEqual(['invalid-field', 'text'])
    expect(refused({ answerWithin: { 1: 0 } })).toEqual(['invalid-field', 'answerWithin.1'])
  })

  it('never break the line they stand in, whatever is filled in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const text = filled(DEFAULT_ALERT_SETTINGS.subject, values(value))
        expect(text).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect(text.isWellFormed()).toBe(true)
      }),
    )
  })

  it('fill what was filled in no second time', () => {
    expect(LineTemplate.safeParse('{{partner}}').success).toBe(true)
    expect(filled('{{partner}}', { ...values(''), partner: '{{link}}' })).toBe('{{link}}')
  })
})
