// Where a page ended, as an opaque text that only the list it came from takes back. It holds a position and never a right:
// every list is asked within its member anyway.
import { digestOf, fromBase64url, textOf, toBase64url, utf8 } from '../core/kernel/bytes.ts'
import { Instant } from '../core/kernel/instant.ts'
import { Refusal } from '../core/kernel/refusal.ts'
import { storable } from './values.ts'

type Position = readonly (string | number | null)[]

/** Names one list: its kind, its member, its filter. A cursor of another list is refused. */
export type ListName = readonly unknown[]

const tagOf = async (list: ListName): Promise<string> =>
  (await digestOf(JSON.stringify(list))).slice(0, 8)

export async function makeCursor(list: ListName, position: Position): Promise<string> {
  return toBase64url(utf8(JSON.stringify([await tagOf(list), ...position])))
}

/** What a column can be compared with. Anybody can make a cursor, so its values are looked at like any other input. */
export type PositionKind = 'text' | 'instant' | 'int4' | 'int8'

const KINDS: Readonly<Record<PositionKind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && storable(value) === value,
  instant: (value) => Instant.safeParse(value).success && !Number.isNaN(Date.parse(String(value))),
  int4: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  int8: (value) => Number.isSafeInteger(value),
}

/**
 * The position in a cursor: null for no cursor, `cursor-invalid` for one that this list did not make.
 * @param shapes the kinds of a position's values, in order; several where the list has several kinds of positions
 */
export async function readCursor(
  list: ListName,
  cursor: string | null,
  ...shapes: readonly [readonly PositionKind[], ...(readonly PositionKind[])[]]
): Promise<Position | null | Refusal> {
  if (cursor === null) return null
  const [tag, ...position] = parsed(cursor)
  const fits = shapes.some(
    (kinds) =>
      kinds.length === position.length && kinds.every((kind, i) => KINDS[kind](position[i])),
  )
  return fits && tag === (await tagOf(list))
    ? (position as Position)
    : new Refusal('cursor-invalid', undefined, 'after')
}

function parsed(cursor: string): unknown[] {
  const bytes = fromBase64url(cursor)
  const text = bytes && textOf(bytes)
  if (text === null) return []
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}

/** One page of rows of which one more than the limit was asked for. */
export async function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  cursorOf: (last: Row) => Promise<string>,
): Promise<{ items: Item[]; next: string | null }> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const next = rows.length > limit && last !== undefined ? await cursorOf(last) : null
  return { items: shown.map(itemOf), next }
}
