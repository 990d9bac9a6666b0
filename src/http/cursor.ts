// Cursors as callers see them: opaque, and good for the list that gave them and the caller it was given to. Their check is against
// mix-ups and slips of copying; what a cursor names is read in the caller's own rows only, so there is nothing to forge.
import { digestOf, fromBase64url, textOf, toBase64url, utf8 } from '../core/kernel/bytes.ts'
import { Refusal } from '../core/kernel/refusal.ts'

const CHECK_LENGTH = 8

/** @param list the operation, and whatever else the position depends on, such as the order */
export async function sealCursor(list: string, position: string): Promise<string> {
  const check = (await digestOf(`${list}\n${position}`)).slice(0, CHECK_LENGTH)
  return toBase64url(utf8(check + position))
}

/** The position in a cursor of this list; `cursor-invalid` for any other text. */
export async function openCursor(list: string, cursor: string): Promise<string | Refusal> {
  const bytes = fromBase64url(cursor)
  const text = bytes && textOf(bytes)
  if (!text) return new Refusal('cursor-invalid', undefined, 'after')
  const position = text.slice(CHECK_LENGTH)
  return (await sealCursor(list, position)) === cursor
    ? position
    : new Refusal('cursor-invalid', undefined, 'after')
}
