// A sentence as a list of parts, so that names, times and foreign words are marked up where it is shown, and plain where it is read out.
import type { MemberId } from '../../core/kernel/id.ts'
import type { Instant } from '../../core/kernel/instant.ts'
import { plainWords } from './marks.ts'

export type Part =
  | string
  | { readonly member: MemberId }
  | { readonly at: Instant }
  /** A word of somebody's own, shown as it came. */
  | { readonly quoted: string }
export type Sentence = readonly Part[]

/** A template of a sentence; its values are parts, or lists of them. */
export function say(
  texts: TemplateStringsArray,
  ...values: readonly (Part | Sentence)[]
): Sentence {
  return texts
    .flatMap((text, i): Sentence => {
      const value = values[i]
      return [text, ...(value === undefined ? [] : Array.isArray(value) ? value : [value as Part])]
    })
    .filter((part) => part !== '')
}

/** A sentence as plain text. */
export const plainSentence = (
  sentence: Sentence,
  nameOf: (member: MemberId) => string,
  timeOf: (at: Instant) => string,
): string =>
  sentence
    .map((part) => {
      if (typeof part === 'string') return part
      if ('member' in part) return plainWords(nameOf(part.member))
      return 'at' in part ? timeOf(part.at) : `“${plainWords(part.quoted)}”`
    })
    .join('')
