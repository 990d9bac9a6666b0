// Which level a native text names (P4): texts are compared folded, and a label is a code, an alias or a value that means
// "unset". Display names are never matched: "Critical" is the first level of one vendor and the second of another.
import type { Instant } from '../kernel/instant.ts'
import type { Scheme, SchemeLevel } from './scheme.ts'

const DASHES = /[\p{Dash_Punctuation}\u2212]/gu
const BLANKS_BESIDE_DASHES = /\s*-\s*/g
const BLANKS = /\s+/g

/**
 * Folds what writers vary without meaning it: Unicode NFC, case, kinds of dashes, blanks beside a dash, runs of blanks, blanks
 * at the ends. For comparing only; what is stored and shown is the text as received.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(DASHES, '-')
    .replace(BLANKS_BESIDE_DASHES, '-')
    .replace(BLANKS, ' ')
    .trim()
}

export type Label =
  | { readonly kind: 'unset' }
  | { readonly kind: 'code'; readonly level: SchemeLevel }
  | {
      readonly kind: 'alias'
      readonly level: SchemeLevel
      readonly from: string | undefined
      readonly until: string | undefined
    }

/** Folded text → the labels that have it. More than one only for aliases whose periods do not meet. */
export type LabelIndex = ReadonlyMap<string, readonly Label[]>

export function indexLabels(scheme: Pick<Scheme, 'levels' | 'unsetValues'>): LabelIndex {
  const index = new Map<string, Label[]>()
  const put = (text: string, label: Label): void => {
    const folded = foldText(text)
    const there = index.get(folded)
    if (there) there.push(label)
    else index.set(folded, [label])
  }
  for (const text of scheme.unsetValues) put(text, { kind: 'unset' })
  for (const level of scheme.levels) {
    put(level.code, { kind: 'code', level })
    for (const { text, from, until } of level.aliases ?? [])
      put(text, { kind: 'alias', level, from, until })
  }
  return index
}

/** Whether a label was in use at that moment. Without a moment every label counts. */
export function wasInUse(label: Label, at: Instant | undefined): boolean {
  if (label.kind !== 'alias' || at === undefined) return true
  const day = at.slice(0, 10)
  return (label.from ?? '') <= day && day <= (label.until ?? '9999-12-31')
}

/** Whether two labels of one folded text could both be meant by it on some day. */
export function couldBeConfused(a: Label, b: Label): boolean {
  if (a.kind !== 'alias' || b.kind !== 'alias') return true
  return (a.from ?? '') <= (b.until ?? '9999-12-31') && (b.from ?? '') <= (a.until ?? '9999-12-31')
}
