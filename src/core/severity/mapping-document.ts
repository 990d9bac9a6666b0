// A mapping is a scheme document together with the SHA-256 of the very text it was read from (D30, P13). In: the text as stored
// or received. Out: a mapping ready for use, or a refusal. The text is hashed as it stands: JSON is never made canonical.
import { parseStrictJson } from '../exchange/strict-json.ts'
import { digestOf, utf8 } from '../kernel/bytes.ts'
import { Refusal } from '../kernel/refusal.ts'
import { indexLabels, type LabelIndex } from './label.ts'
import type { Scheme, SchemeRef } from './scheme.ts'
import { parseScheme } from './scheme-laws.ts'

/** Bytes of a document. The longest preset has 3 KiB; a partner's document is fetched before anything about it is known. */
export const MAX_SCHEME_BYTES = 256 * 1024

export type Mapping = {
  readonly scheme: Scheme
  readonly ref: SchemeRef
  readonly labels: LabelIndex
}

/** SHA-256 over the UTF-8 bytes of the exact text, base64url without padding. */
export const schemeDigest = (text: string): Promise<string> => digestOf(text)

/** The exact text of a scheme document → a mapping, or `scheme-invalid` with the field at fault. */
export async function openMapping(text: string): Promise<Mapping | Refusal> {
  if (utf8(text).length > MAX_SCHEME_BYTES)
    return new Refusal('scheme-invalid', `The text is longer than ${MAX_SCHEME_BYTES} bytes.`)
  // Half a surrogate pair has no UTF-8 bytes of its own: two such texts would share one hash. Strict JSON refuses them.
  const value = parseStrictJson(text, 'scheme-invalid')
  if (value instanceof Refusal) return value
  const scheme = parseScheme(value)
  if (scheme instanceof Refusal) return scheme
  const ref = { id: scheme.id, version: scheme.version, digest: await schemeDigest(text) }
  return { scheme, ref, labels: indexLabels(scheme) }
}
