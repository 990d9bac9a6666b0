// The words of an alert: plain text with placeholders of a closed list. Nothing of a case's prose stands in an alert, since it goes over
// services that the partners never chose: what is filled in are references, names, figures. In: a template, values. Out: the text. What is
// filled in never starts a line of its own, so that nobody's name can add a header to a mail.
import { z } from 'zod'

export const PLACEHOLDERS = [
  'case',
  'cause',
  'due',
  'level',
  'link',
  'minutes',
  'partner',
  'person',
  'product',
] as const
export type Placeholder = (typeof PLACEHOLDERS)[number]
export type AlertValues = Readonly<Record<Placeholder, string>>

const MARK = /\{\{([^{}]*)\}\}/g
/** Control characters, line separators, and marks that turn the direction of what follows. */
const UNPLAIN = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

const known = (word: string): word is Placeholder =>
  (PLACEHOLDERS as readonly string[]).includes(word)

const template = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .superRefine((text, context) => {
      const marks = [...text.matchAll(MARK)].map(([, word = '']) => word)
      const stranger = marks.find((word) => !known(word))
      if (stranger !== undefined)
        context.addIssue(
          `no placeholder {{${stranger.slice(0, 40)}}}; there are ${PLACEHOLDERS.join(', ')}`,
        )
      if (/\{\{|\}\}/.test(text.replaceAll(MARK, '')))
        context.addIssue('a placeholder that does not close')
      if (!text.isWellFormed()) context.addIssue('well-formed text')
    })

/** One line: a subject, or what a pager shows. */
export const LineTemplate = template(200).refine(
  (text) => text.search(UNPLAIN) < 0,
  'one line of plain text',
)

/** Several lines, with line feeds only. */
export const TextTemplate = template(4000).refine(
  (text) => text.replaceAll('\n', '').search(UNPLAIN) < 0,
  'plain text',
)

/** Fills the placeholders; what is filled in is never read as a template. */
export const filled = (text: string, values: AlertValues): string =>
  text.replace(MARK, (_, word: string) => (known(word) ? plain(values[word]) : ''))

const plain = (value: string): string => value.toWellFormed().replaceAll(UNPLAIN, ' ').slice(0, 300)
