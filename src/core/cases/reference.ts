// The name of a case among people: `EN-XXXX-XXXX`, derived from its id, so that every participant says the same one without
// asking. The first 40 bits in Crockford's base 32. Two cases may share one; a search then shows both.
import { fromBase64url } from '../kernel/bytes.ts'
import type { CaseId } from '../kernel/id.ts'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const WRITTEN = /^EN[- ]?([0-9A-Z]{4})[- ]?([0-9A-Z]{4})$/

export function referenceOf(id: CaseId): string {
  const bytes = fromBase64url(id) ?? new Uint8Array()
  const number = bytes.subarray(0, 5).reduce((sum, byte) => sum * 256 + byte, 0)
  const letters = Array.from(
    { length: 8 },
    (_, i) => ALPHABET[Math.floor(number / 32 ** (7 - i)) % 32],
  ).join('')
  return `EN-${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** A reference as somebody typed it → as we write it: any case; hyphens, blanks or neither; O for 0, I and L for 1. Null for other texts. */
export function readReference(text: string): string | null {
  const [, one, two] = WRITTEN.exec(text.trim().toUpperCase()) ?? []
  if (one === undefined || two === undefined) return null
  const letters = (one + two).replaceAll('O', '0').replace(/[IL]/g, '1')
  if ([...letters].some((letter) => !ALPHABET.includes(letter))) return null
  return `EN-${letters.slice(0, 4)}-${letters.slice(4)}`
}
