// Texts beside an event: SD-JWT disclosures in array-element form (RFC 9901 §4.2.2, §4.2.4.2; D7). Making one needs a salt,
// given; matching takes the digests that an event signed and the disclosures that came with it. What matches nothing or has
// the wrong shape is dropped with the reason and changes nothing about the event (D7b).
import type { TextRef } from '../cases/event.ts'
import { digestOf, fromBase64url, textOf, toBase64url, utf8 } from '../kernel/bytes.ts'
import { MAX_DISCLOSURE_BYTES, MAX_DISCLOSURES_BYTES, MAX_TEXTS } from './limits.ts'
import { inspectJson } from './strict-json.ts'

/** 128 bits (D7), so that no text is found by trying. */
export const SALT_BYTES = 16
const SALT = /^[A-Za-z0-9_-]{22,128}$/

export type Disclosure = { readonly disclosure: string; readonly digest: string }
/** A text as it was disclosed. `value` is a string in most slots, else an object or a list. */
export type DisclosedText = Disclosure & { readonly value: unknown }

export type DropReason = 'no-such-text' | 'wrong-shape' | 'too-large' | 'repeated' | 'too-many'
export type Dropped = { readonly disclosure: string; readonly why: DropReason }
export type MatchedTexts = {
  /** By slot; a slot that was not disclosed is absent. */
  readonly matched: Readonly<Record<string, DisclosedText>>
  readonly dropped: readonly Dropped[]
}

/** Makes the disclosure of one text. @param salt 16 random bytes, fresh for every text */
export async function makeDisclosure(
  salt: Uint8Array<ArrayBuffer>,
  value: unknown,
): Promise<Disclosure> {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes`)
  const disclosure = toBase64url(utf8(JSON.stringify([toBase64url(salt), value])))
  return { disclosure, digest: await digestOf(disclosure) }
}

/** The text in a disclosure: `{ value }`; null when it is not canonical base64url of I-JSON `[salt, value]`. */
export function openDisclosure(disclosure: string): { readonly value: unknown } | null {
  const bytes = fromBase64url(disclosure)
  const text = bytes === null ? null : textOf(bytes)
  const found = text === null ? null : inspectJson(text)
  if (found === null || found.flaws.length > 0 || !Array.isArray(found.value)) return null
  const [salt, value, ...more]: readonly unknown[] = found.value
  if (typeof salt !== 'string' || !SALT.test(salt) || value === undefined || more.length > 0)
    return null
  return { value }
}

/** Whether texts are small enough to travel: each by itself, and all of one event together. */
export function fitsLimits(disclosures: readonly string[]): boolean {
  const total = disclosures.reduce((sum, { length }) => sum + length, 0)
  return (
    disclosures.length <= MAX_TEXTS &&
    disclosures.every(({ length }) => length <= MAX_DISCLOSURE_BYTES) &&
    total <= MAX_DISCLOSURES_BYTES
  )
}

/** Matches what came beside an event to the digests its author signed. Never fails; every disclosure is matched or dropped. */
export async function matchDisclosures(
  texts: Readonly<Record<string, TextRef>>,
  disclosures: readonly string[],
): Promise<MatchedTexts> {
  const slots = new Map(Object.entries(texts).map(([slot, { digest }]) => [digest, slot]))
  const matched: Record<string, DisclosedText> = Object.create(null)
  const dropped: Dropped[] = []
  let room = MAX_DISCLOSURES_BYTES
  for (const [index, disclosure] of disclosures.entries()) {
    const drop = (why: DropReason): unknown => dropped.push({ disclosure, why })
    if (index >= MAX_TEXTS) drop('too-many')
    else if (disclosure.length > Math.min(MAX_DISCLOSURE_BYTES, room)) drop('too-large')
    else {
      const digest = await digestOf(disclosure)
      const slot = slots.get(digest)
      const opened = openDisclosure(disclosure)
      if (slot === undefined) drop('no-such-text')
      else if (slot in matched) drop('repeated')
      else if (opened === null) drop('wrong-shape')
      else {
        room -= disclosure.length
        matched[slot] = { disclosure, digest, value: opened.value }
      }
    }
  }
  return { matched, dropped }
}
